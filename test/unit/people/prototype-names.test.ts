import assert from "node:assert/strict";
import { accessOf, describeAccess, notesOn } from "../../../people";
import { directoryOf, problemsIn } from "./support";

const now = new Date("2027-01-15T12:00:00Z");
const names = Object.getOwnPropertyNames(Object.prototype).filter((name) => name !== "__proto__");

describe("names that every object has", () => {
  for (const name of names) {
    it(`are told only of those who have them: ${name}`, () => {
      const teams = {
        a: { role: "view", applications: { [name]: "view" }, members: ["ann@example.com"] },
        b: { role: "view", applications: { Line: "view" }, dashboards: {}, members: ["ann@example.com"] },
        [name]: { members: ["bob@example.com"] },
      };
      const directory = directoryOf({ "p.yaml": JSON.stringify({ teams }) });
      assert.deepEqual(notesOn(directory, now), []);
      const told = describeAccess(accessOf(directory, "ann@example.com", now));
      assert.doesNotMatch(told.join("\n"), /function|native code/);
    });

    it(`are refused where there is no such key, role or address: ${name}`, () => {
      const lines = [
        `${name}: {}`,
        `roster: { ${name}: 1, unmanaged: ${name} }`,
        `teams: { field: { ${name}: 1, role: ${name}, members: [${name}] } }`,
        `people: { ann@example.com: ${name}, bob@example.com: { ${name}: 1 } }`,
      ];
      const problems = problemsIn({ "p.yaml": `${lines.join("\n")}\n` });
      assert.equal(problems.length, 8, problems.join("\n"));
      assert.doesNotMatch(problems.join("\n"), /function|native code|object Object/);
    });
  }
});
