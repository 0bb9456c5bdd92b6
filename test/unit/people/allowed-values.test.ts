import assert from "node:assert/strict";
import { isAllowedName, peopleYaml } from "../../../people";
import { unknownValue } from "../../../provider/vocabulary/unknown-values";
import { parsed } from "./support";

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

/** What is wrong with a file that an export writes of an application of a name. */
const problemsWith = (name: string) => {
  const person = {
    email: "ann@example.com",
    role: "view" as const,
    applications: { [name]: "view" as const },
  };
  const text = peopleYaml({ people: [person], inTeams: false, notes: [] });
  return parsed(text).problems.map(({ message }) => message);
};

describe("names of applications in what an export writes", () => {
  it("are any others", () => {
    assert.equal(isAllowedName("Plant"), true);
    assert.equal(isAllowedName(""), false);
  });

  for (const [type, text] of Object.entries(unknownValues)) {
    it(`are not the text that Pulumi takes for an unknown ${type}`, () => {
      assert.equal(isAllowedName(text), false);
    });
  }

  for (const [what, character] of Object.entries({ marks: "\u202e", controls: "\u0090", letters: "x" })) {
    it(`are as long as a file can have them, escapes included: ${what}`, () => {
      const names = Array.from({ length: 255 }, (_, at) => character.repeat(at + 1));
      const stated = names.filter(isAllowedName);
      assert.ok(stated.length >= 170);
      assert.equal(stated.flatMap(problemsWith)[0], undefined);
    });
  }
});
