import type { DeclaredProgram } from "./declared-program";
import type { Emails } from "./emails";
import type { Losant } from "./losant";

/** What acts act upon. */
export interface World {
  losant: Losant;
  program: DeclaredProgram;
  emails: Emails;
}
