import assert from "node:assert/strict";
import { EngineLog } from "../../../native/engine-log";

describe("the engine's log", () => {
  it("has a line only once it has the one before it, as it answers several at once in any order", async () => {
    const sent: string[] = [];
    const answers: (() => void)[] = [];
    const log = new EngineLog(() => ({
      send: (line) => {
        sent.push(line.getMessage());
        return new Promise((resolve) => answers.push(resolve));
      },
      close: () => undefined,
    }));
    log.connect("engine");
    log.write("info", "Done:", "roster");
    log.progress("1 of 1", "roster");
    log.write("warning", "careful", "roster");
    const settled = log.settled();
    for (const count of [1, 2, 3]) {
      await new Promise(setImmediate);
      assert.deepEqual(sent, ["Done:", "1 of 1", "careful"].slice(0, count));
      answers[count - 1]?.();
    }
    await settled;
  });

  it("has nothing of what is said without a connection", async () => {
    const log = new EngineLog(() => assert.fail("no address is known"));
    log.write("info", "said to nobody", "");
    await log.settled();
  });
});
