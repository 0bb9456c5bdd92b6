import type { Backoff } from "../../client/retry";

/** The environment of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment does not say. */
export interface HostSettings {
  /** As whom this job writes; default: whom the host names for the token. */
  author?: string | undefined;
  backoff?: Backoff | undefined;
}

/** A variable that a pipeline sets. @throws where it is missing, or is not what the host sets. */
export function required(environment: Environment, name: string, pattern: RegExp): string {
  const value = environment[name] ?? "";
  if (pattern.test(value)) return value;
  throw new Error(
    `${name} is ${value === "" ? "not set" : "not what the host sets"}: run it in a pipeline's job`,
  );
}
