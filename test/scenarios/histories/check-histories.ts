import fc from "fast-check";
import { daySeed } from "../../support/seed";
import { histories } from "./arbitraries";
import { type Count, noCount, runHistory, Violation } from "./history";
import type { MakeEngine } from "./in-process";

/** How many histories, how long, and what replays a failing one. */
export interface Plan {
  numRuns: number;
  rounds: number;
  file: string;
}

/**
 * Runs random histories, others each day. A failing one is made as short as it gets, and reported with the seed and a
 * command that replays it.
 */
export async function checkHistories({ numRuns, rounds, file }: Plan, makeEngine: MakeEngine): Promise<void> {
  const { HISTORIES_SEED, HISTORIES_PATH } = process.env;
  const seed = HISTORIES_SEED === undefined ? daySeed().number : Number(HISTORIES_SEED);
  const count = noCount();
  const property = fc.asyncProperty(histories(rounds), (history) => runHistory(history, makeEngine, count));
  const path = HISTORIES_PATH === undefined ? {} : { path: HISTORIES_PATH };
  const result = await fc.check(property, { numRuns, seed, ...path });
  console.log(`      seed ${seed}: ${describeCount(count)}`);
  if (!result.failed) return;
  const replay = `HISTORIES_SEED=${seed} HISTORIES_PATH=${result.counterexamplePath} npx mocha ${file}`;
  const { errorInstance: error } = result;
  const found =
    error instanceof Violation ? error.message : String(error instanceof Error ? error.stack : error);
  throw new Error(`A history breaks a promise (${result.numShrinks} times shortened; ${replay}):\n${found}`);
}

function describeCount({ histories: done, steps, faults, crashes }: Count): string {
  return `${done} histories, ${steps} steps, ${faults} faults, ${crashes} crashes`;
}
