import assert from "node:assert/strict";
import { isStatableName } from "../../../people";
import { unknownValue } from "../../../provider/calls/properties";

/** Pulumi's texts for unknown values of each type, from sdk/go/common/resource/plugin/rpc.go. */
const unknownValues = {
  boolean: "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  number: "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  string: unknownValue,
  array: "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  asset: "030794c1-ac77-496b-92df-f27374a8bd58",
  archive: "e48ece36-62e2-4504-bad9-02848725956a",
  object: "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
};

describe("names of applications in what an export writes", () => {
  it("are any others", () => {
    assert.equal(isStatableName("Plant"), true);
    assert.equal(isStatableName(""), false);
  });

  for (const [type, text] of Object.entries(unknownValues)) {
    it(`are not the text that Pulumi takes for an unknown ${type}`, () => {
      assert.equal(isStatableName(text), false);
    });
  }
});
