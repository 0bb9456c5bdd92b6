import assert from "node:assert/strict";
import { dropPrintedErrors, errorWithoutStack } from "../../../provider/dynamic/engine-errors";

describe("errors of the dynamic provider", () => {
  const printed: unknown[][] = [];
  const output = { error: (...values: unknown[]) => printed.push(values) };

  beforeEach(() => printed.splice(0));

  it("are not printed again by Pulumi's process, whose own lines are", () => {
    dropPrintedErrors(output);
    const error = errorWithoutStack(new Error("Losant answered 500"));
    output.error(`${error}: ${error.stack}`);
    output.error("Something else", 1);
    assert.deepEqual(printed, [["Something else", 1]]);
    assert.equal(error.message, "Losant answered 500");
  });
});
