import assert from "node:assert/strict";
import { withProgress } from "../../../cli/progress";
import { writtenTexts } from "./written-texts";

describe("what a command is waiting for", () => {
  it("is said on a terminal while it lasts longer than that", async () => {
    const { texts, first, terminal } = writtenTexts(true);
    const work = async () => {
      await first;
      return "done";
    };
    assert.equal(await withProgress("Listing organizations", work, { patience: 0, terminal }), "done");
    assert.deepEqual(texts, ["Listing organizations …\n"]);
  });

  it("is not said where the work is done before, nor after it", async () => {
    const { texts, terminal } = writtenTexts(true);
    await withProgress("Listing organizations", async () => "done", { patience: 0, terminal });
    await turnOfTimers();
    assert.deepEqual(texts, []);
  });

  it("is not said to a pipe", async () => {
    const { texts, terminal } = writtenTexts(false);
    await withProgress("Listing organizations", turnOfTimers, { patience: 0, terminal });
    assert.deepEqual(texts, []);
  });
});

/** Until a timer that was started before, and takes no time, has ended. */
function turnOfTimers(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}
