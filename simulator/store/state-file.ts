import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { type State, stateInput } from "../entities/state";
import { completeState, type StateSource } from "./complete-state";
import { StateFileError } from "./state-file-error";

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

const parseFile = (store: StateSource, path: string): State => {
  const parsed = stateInput.safeParse(JSON.parse(readFileSync(path, "utf8")));
  if (!parsed.success) throw new Error(`it holds no simulator state:\n${z.prettifyError(parsed.error)}`);
  return completeState(store, parsed.data);
};

/**
 * The state in a file, as it was saved or as `GET /_simulator/state` gives it; undefined if there is no
 * such file. Throws a StateFileError if it holds something else.
 */
export const loadStateFile = (store: StateSource, path: string): State | undefined => {
  if (!existsSync(path)) return undefined;
  try {
    return parseFile(store, path);
  } catch (error) {
    throw new StateFileError(`The state file ${path} cannot be used: ${reasonOf(error)}`, { cause: error });
  }
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
