import assert from "node:assert/strict";
import fc from "fast-check";
import { z } from "zod";
import { Email, Id, parseArguments, ResourceRoles, Role } from "../../../provider/vocabulary/arguments";
import { OrgRosterArguments } from "../../../provider/vocabulary/roster-arguments";
import { anyText } from "../arbitraries";
import { idOf, orgId } from "../samples";

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
    const twice = problemsOf({ "ann@example.com": "boss", "Ann@example.com": "view" });
    assert.equal(twice.length, 2, twice.join("\n"));
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
        const sorted = entries.toSorted((one, other) => (one.resourceId < other.resourceId ? -1 : 1));
        assert.deepEqual(ResourceRoles.parse(entries), sorted);
        assert.deepEqual(ResourceRoles.parse(entries.toReversed()), sorted);
      }),
    );
  });

  it("of resources are at most 100, with each role that a resource has", () => {
    const entries = Array.from({ length: 101 }, (_, index) => ({ resourceId: idOf(index), role: "view" }));
    assert.equal(ResourceRoles.parse(entries.slice(1)).length, 100);
    assert.match(problemOf(ResourceRoles, entries), /^this resource must have at most 100 entries$/);
    for (const role of ["collaborate", "view", "none"]) {
      assert.deepEqual(ResourceRoles.parse([{ resourceId: orgId, role }]), [{ resourceId: orgId, role }]);
    }
  });

  it("have each role of an organization", () => {
    for (const role of ["admin", "edit", "collaborate", "view", "none"]) assert.equal(Role.parse(role), role);
    const words = "must be one of admin, edit, collaborate, view, none";
    assert.match(problemOf(Role, "boss"), new RegExp(words));
  });

  it("have ids of exactly 24 hex digits, without blanks around them and in lower case", () => {
    assert.equal(Id.parse(` ${orgId.toUpperCase()} `), orgId);
    for (const id of [`${orgId}0`, `0${orgId}`, orgId.slice(1), `${orgId.slice(1)}g`]) {
      assert.match(problemOf(Id, id), /must be an id of 24 hex digits/);
    }
  });

  it("have addresses without blanks around them, of at most 1024 characters", () => {
    assert.equal(Email.parse(" Ann@Example.com "), "ann@example.com");
    const long = (length: number) => `ann@${"example.".repeat(200).slice(0, length - 6)}m`;
    assert.match(problemOf(Email, long(2000)), /must have at most 1024 characters/);
    assert.match(problemOf(Email, "ann"), /must be an email address/);
  });

  it("tell what is missing, null, of another type or not there at all", () => {
    const schema = z.strictObject({ name: z.string(), count: z.number().optional() });
    assert.deepEqual(parseArguments(schema, {}).problems, ["name: is required"]);
    assert.deepEqual(parseArguments(schema, { name: null }).problems, ["name: is required"]);
    assert.deepEqual(parseArguments(schema, { name: 1 }).problems, ["name: must be of type string"]);
    const more = { name: "", one: 1, other: 2 };
    assert.deepEqual(parseArguments(schema, more).problems, ["this resource has no argument one, other"]);
    assert.deepEqual(parseArguments(schema, { name: "", count: 1 }), {
      values: { name: "", count: 1 },
      problems: [],
    });
  });

  it("tell a problem in their own words before that of their type", () => {
    const schema = z.strictObject({ name: z.string().min(2, "is too short") });
    assert.deepEqual(parseArguments(schema, { name: "a" }).problems, ["name: is too short"]);
    assert.doesNotMatch(problemOf(z.string().min(2), "a"), /no argument|of type/);
  });
});

/** The first problem of a value. */
function problemOf(schema: z.ZodType, value: unknown): string {
  return parseArguments(schema, value).problems[0] ?? "";
}
