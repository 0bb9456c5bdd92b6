import assert from "node:assert/strict";
import fc from "fast-check";
import { asciiLowerCase } from "../../../client/text";
import { counted } from "../../../provider/vocabulary/text";
import { anyText } from "../arbitraries";

describe("unit: text", () => {
  it("is lower-cased in ASCII letters only", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lower = asciiLowerCase(text);
        assert.equal(asciiLowerCase(lower), lower);
        assert.doesNotMatch(lower, /[A-Z]/);
        assert.equal(lower.replace(/[a-z]/g, ""), text.replace(/[A-Za-z]/g, ""));
      }),
    );
    assert.equal(asciiLowerCase("\u212A\u0130A"), "\u212A\u0130a");
  });

  it("counts one apart from many", () => {
    const counts = [0, 1, 2].map((count) => counted(count, "person", "people"));
    assert.deepEqual(counts, ["0 people", "1 person", "2 people"]);
  });
});
