import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { peopleSchema } from "../../../people";
import { projectFolder } from "../../../tools/set-up/project";

describe("the JSON Schema of files of people", () => {
  it("is the recorded one; npm run schema records a new one", () => {
    const recorded: unknown = JSON.parse(
      readFileSync(join(projectFolder, "people/people.schema.json"), "utf8"),
    );
    assert.deepEqual(JSON.parse(JSON.stringify(peopleSchema())), recorded);
  });

  it("takes a right file and refuses a wrong one", () => {
    const isRight = new Ajv({ strict: false, validateFormats: false }).compile(peopleSchema());
    const team = { role: "view", applications: { Line: "view" }, members: ["ann@example.com"] };
    assert.ok(isRight({ "x-all": 1, roster: { maxRemovals: "25%" }, teams: { field: team } }));
    assert.ok(!isRight({ teams: { field: { ...team, role: "boss" } } }));
    assert.ok(!isRight({ team: {} }));
  });
});
