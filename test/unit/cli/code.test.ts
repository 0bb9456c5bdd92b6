import assert from "node:assert/strict";
import fc from "fast-check";
import { literal } from "../../../cli/export/code";
import { anyText } from "../arbitraries";

describe("a text in an exported program", () => {
  it("is the same text, and steers no terminal that shows the file", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = literal(text);
        assert.equal(JSON.parse(written), text);
        assert.doesNotMatch(written, /\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });
});
