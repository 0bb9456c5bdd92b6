import assert from "node:assert/strict";
import fc from "fast-check";
import { counted, lowerCased } from "../../../provider/vocabulary/text";
import { anyText } from "../arbitraries";

describe("unit: text", () => {
  it("is lower-cased in ASCII letters only", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lower = lowerCased(text);
        assert.equal(lowerCased(lower), lower);
        assert.doesNotMatch(lower, /[A-Z]/);
        assert.equal(lower.replace(/[a-z]/g, ""), text.replace(/[A-Za-z]/g, ""));
      }),
    );
    assert.equal(lowerCased("\u212A\u0130A"), "\u212A\u0130a");
  });

  it("counts one apart from many", () => {
    const counts = [0, 1, 2].map((count) => counted(count, "person", "people"));
    assert.deepEqual(counts, ["0 people", "1 person", "2 people"]);
  });
});
