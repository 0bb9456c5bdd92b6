import assert from "node:assert/strict";
import { strictestUnmanaged } from "../../../../provider/decisions/roster/list-rules";

describe("unit: how strict a roster is about unmanaged people in one run", () => {
  for (const [own, demanded, expected] of [
    [undefined, undefined, "warn"],
    ["ignore", undefined, "ignore"],
    ["remove", undefined, "remove"],
    [undefined, "fail", "fail"],
    ["ignore", "warn", "warn"],
    ["ignore", "fail", "fail"],
    ["warn", "fail", "fail"],
    ["warn", "warn", "warn"],
    ["fail", "warn", "fail"],
    ["remove", "warn", "remove"],
    ["remove", "fail", "remove"],
  ] as const) {
    it(`is ${expected} where the roster says ${own} and the run ${demanded}`, () => {
      assert.equal(strictestUnmanaged(own, demanded), expected);
    });
  }
});
