import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { type State, state } from "../entities/state";

/** A state file that cannot be used; the message names the file and says why. */
export class StateFileError extends Error {
  override name = "StateFileError";
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

const parseJson = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new StateFileError(`The state file ${path} cannot be read: ${reasonOf(error)}`, { cause: error });
  }
};

/** The state in a file; undefined if there is no such file. Throws a StateFileError if it holds something else. */
export const loadStateFile = (path: string): State | undefined => {
  if (!existsSync(path)) return undefined;
  const parsed = state.safeParse(parseJson(path));
  if (parsed.success) return parsed.data;
  throw new StateFileError(
    `The state file ${path} holds no simulator state:\n${z.prettifyError(parsed.error)}`,
  );
};

/** Writes beside the file and then renames, so that a reader or a crash never meets half a state. */
export const saveStateFile = (path: string, value: State): void => {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, JSON.stringify(value));
    renameSync(temporary, path);
  } catch (error) {
    throw new StateFileError(`The state file ${path} cannot be written: ${reasonOf(error)}`, {
      cause: error,
    });
  }
};
