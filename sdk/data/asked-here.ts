import type { Question } from "../../client/questions";
import { sharedReads } from "../../client/questions";
import { programError } from "../errors";
import { onePerRun } from "../one-per-run";
import { ask } from "./connection";
import { currentChanges } from "./freshness";

const newReads = () => sharedReads(ask, () => currentChanges()?.count ?? 0);
const currentReads = onePerRun(newReads);

/**
 * Makes a data function that the program's own process asks. Losant is asked once for all equal calls of a program,
 * until a resource may have changed the answer.
 */
export function askedHere<Args extends object, Answer>(
  question: Question<Args, Answer>,
): (args: Args) => Promise<Answer> {
  return async (args) => {
    try {
      return structuredClone(await question.ask(currentReads() ?? newReads(), args));
    } catch (error) {
      throw programError(error instanceof Error ? error.message : String(error));
    }
  };
}
