import type { Picture } from "./picture";

/** What a run without faults did: what every other run is judged by. */
export interface Clean {
  calls: string[];
  picture: Picture;
  emails: string[];
  removed: string[];
  revoked: string[];
  changed: string[];
  /** What the resources of the stack are called afterwards. */
  names: string[];
  /** How things are once the program declares nothing. */
  takenOut: Picture;
}
