import { checkHistories } from "./check-histories";
import { inProcess } from "./in-process";

const file = "test/scenarios/histories/in-process.test.ts";
const numRuns = Number(process.env.HISTORIES ?? 500);

describe("random histories", () => {
  it("keep every promise in one process", () =>
    checkHistories({ numRuns, rounds: 5, file }, inProcess)).timeout(0);
});
