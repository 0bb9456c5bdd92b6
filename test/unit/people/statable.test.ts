import assert from "node:assert/strict";
import { isStatableName } from "../../../people/statable";
import { unknownValue } from "../../../provider/calls/properties";

describe("names of applications in what an export writes", () => {
  it("are no text that Pulumi takes for a value that is not known yet", () => {
    assert.equal(isStatableName("Plant"), true);
    assert.equal(isStatableName(unknownValue), false);
    assert.equal(isStatableName(""), false);
  });
});
