import type { DataFunction } from "../../client/data-functions";
import { sharedReads } from "../../client/data-functions";
import { programError } from "../errors";
import { invoke } from "../native/invoke";
import { onePerRun } from "../one-per-run";
import { ask } from "./connection";
import { currentChanges } from "./freshness";
import { isMocked } from "./mocks";

const newReads = () => sharedReads(ask, () => currentChanges()?.count ?? 0);
const currentReads = onePerRun(newReads);

/**
 * Asks a data function in the program's own process. Losant is asked once for all equal calls of a program, until a
 * resource may have changed the answer. Under the mocks of a unit test the mock is asked, as for the native face.
 */
export async function askHere<Args extends object, Answer extends object>(
  dataFunction: DataFunction<Args, Answer>,
  args: Args,
): Promise<Answer> {
  if (isMocked()) return invoke(dataFunction, args);
  try {
    return structuredClone(await dataFunction.ask(currentReads() ?? newReads(), args));
  } catch (error) {
    throw programError(error instanceof Error ? error.message : String(error));
  }
}
