import assert from "node:assert/strict";
import fc from "fast-check";
import { parseArguments, ResourceRoles } from "../../../provider/vocabulary/arguments";
import { OrgRosterArguments } from "../../../provider/vocabulary/roster-arguments";
import { anyText } from "../arbitraries";
import { orgId } from "../samples";

/** The problems of a roster with these members. */
function problemsOf(members: unknown): string[] {
  return parseArguments(OrgRosterArguments, { orgId, members }).problems;
}

describe("unit: arguments", () => {
  const twice = [
    { resourceId: orgId, role: "view" },
    { resourceId: orgId.toUpperCase(), role: "none" },
  ];
  for (const [what, members, problem] of [
    ["members that are missing", undefined, /^members: is required$/],
    [
      "members that are no object",
      "ann@example.com",
      /^members: must be an object of people by email address$/,
    ],
    [
      "a role that there is not",
      { "ann@example.com": "boss" },
      /^members\.ann@example\.com: must be one of admin, .*or \{role,/,
    ],
    [
      "an object with another role",
      { "ann@example.com": { role: "boss" } },
      /^members\.ann@example\.com\.role: must be one of admin/,
    ],
    ["an object without a role", { "ann@example.com": {} }, /^members\.ann@example\.com\.role: is required$/],
    [
      "an argument that there is not",
      { "ann@example.com": { role: "view", applications: [] } },
      /^members\.ann@example\.com: .*applications/,
    ],
    [
      "a resource id that is none",
      { "ann@example.com": { role: "view", applicationRoles: [{ resourceId: "7", role: "view" }] } },
      /^members\.ann@example\.com\.applicationRoles\.0\.resourceId: must be an id of 24 hex digits/,
    ],
    [
      "a resource that is named twice",
      { "ann@example.com": { role: "view", dashboardRoles: twice } },
      /^members\.ann@example\.com\.dashboardRoles: must name each resource once$/,
    ],
    ["a key that is no address", { ann: "view" }, /^members\.ann: is not an email address$/],
    [
      "an address in two spellings",
      { "ann@example.com": "view", "Ann@example.com": "edit" },
      /^members\.Ann@example\.com: is in the roster twice/,
    ],
    [
      "a key of every object",
      JSON.parse('{"__proto__": "view"}'),
      /^members\.__proto__: is not an email address$/,
    ],
  ] as const) {
    it(`of a roster tell ${what} by its path`, () => {
      const problems = problemsOf(members);
      assert.equal(problems.length, 1, problems.join("\n"));
      assert.match(problems[0] ?? "", problem);
    });
  }

  it("tell every problem at once", () => {
    const problems = problemsOf({ ann: "boss", "bob@example.com": "boss" });
    assert.equal(problems.length, 3, problems.join("\n"));
  });

  it("never show the value, nor anything that a terminal obeys", () => {
    fc.assert(
      fc.property(anyText, (key) => {
        const problems = problemsOf({ [key]: "secret-value" });
        for (const problem of problems) assert.doesNotMatch(problem, /secret-value|\p{Cc}/u);
      }),
    );
  });

  it("of a roster are sorted by address, in lower case", () => {
    const { values } = parseArguments(OrgRosterArguments, {
      orgId,
      members: { "B@example.com": "view", "a@example.com": "edit" },
    });
    assert.deepEqual(Object.entries(values?.members ?? {}), [
      ["a@example.com", "edit"],
      ["b@example.com", "view"],
    ]);
  });

  it("of resources are sorted, so that order makes no difference", () => {
    const id = fc.stringMatching(/^[a-f\d]{24}$/);
    const lists = fc.uniqueArray(id, { maxLength: 5 });
    fc.assert(
      fc.property(lists, (ids) => {
        const entries = ids.map((resourceId) => ({ resourceId, role: "view" }));
        assert.deepEqual(ResourceRoles.parse(entries.toReversed()), ResourceRoles.parse(entries));
      }),
    );
  });
});
