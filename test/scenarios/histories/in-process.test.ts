import { checkHistories } from "./check-histories";
import { InProcessHistoryEngine } from "./in-process";

const file = "test/scenarios/histories/in-process.test.ts";
const numRuns = Number(process.env.HISTORIES ?? 2000);

describe("random histories", () => {
  it("keep every promise in one process", () =>
    checkHistories(
      { numRuns, rounds: 5, file },
      (losant, settings) => new InProcessHistoryEngine(losant, settings),
    )).timeout(0);
});
