import assert from "node:assert/strict";
import { rosterOf } from "../../../people";
import { parseArguments } from "../../../provider/vocabulary/arguments";
import { OrgRosterArguments } from "../../../provider/vocabulary/roster-arguments";
import { directoryOf, problemsIn } from "./support";

const now = new Date("2027-01-15T12:00:00Z");
const orgId = "575ed6e87ae143cd83dc4aa8";
const ann = "ann@example.com";

/** What is wrong with the roster of a file in the provider's eyes. */
const refusedOf = (text: string) =>
  parseArguments(OrgRosterArguments, { orgId, ...rosterOf(directoryOf({ "p.yaml": text }), now) }).problems;
const reasonOf = (text: string) => {
  const entry = rosterOf(directoryOf({ "p.yaml": text }), now).members[ann];
  return typeof entry === "object" ? (entry.reason ?? "") : "";
};
const teams = (of: Record<string, object>) =>
  JSON.stringify({
    teams: Object.fromEntries(Object.entries(of).map(([name, team]) => [name, { ...team, members: [ann] }])),
  });
const applications = (count: number, prefix: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`${prefix} ${at}`, "view"]));

describe("limits of the provider in files of people", () => {
  it("shorten the reasons of several teams to what it takes", () => {
    const text = teams({ a: { reason: "a".repeat(600) }, b: { reason: "b".repeat(600) } });
    assert.deepEqual(refusedOf(text), []);
    assert.match(reasonOf(text), /^a{600}; b+…$/);
    assert.equal(reasonOf(text).length, 1000);
  });

  it("leave a reason alone that several teams share, or that just fits", () => {
    const long = "a".repeat(1000);
    assert.equal(reasonOf(teams({ a: { reason: long }, b: { reason: long } })), long);
    assert.equal(reasonOf(teams({ a: { reason: "a".repeat(997) }, b: { reason: "b" } })).length, 1000);
  });

  it("cut no character in two", () => {
    const text = teams({ a: { reason: "a".repeat(900) }, b: { reason: "😀".repeat(200) } });
    assert.doesNotMatch(reasonOf(text), /\p{Cs}/u);
    assert.ok(reasonOf(text).endsWith("😀…"));
  });

  for (const [list, word] of [
    ["applications", "applications"],
    ["dashboards", "dashboards"],
  ] as const) {
    it(`tell a union of ${list} that is too large where the person stands`, () => {
      const text = [
        "teams:",
        `  a: { ${list}: ${JSON.stringify(applications(60, "A"))}, members: [x@example.com, ${ann}] }`,
        `  b: { ${list}: ${JSON.stringify(applications(60, "B"))}, members: [${ann}] }`,
        "",
      ].join("\n");
      const column = (text.split("\n")[1] ?? "").indexOf(ann) + 1;
      const problems = problemsIn({ "p.yaml": text });
      assert.deepEqual(problems, [
        `p.yaml:2:${column}: teams.a.members.1: ${ann} has 120 ${word} by team a and team b together: the list must have at most 100 entries`,
      ]);
      const own = `${text}people:\n  ${ann}: { reason: plant }\n`;
      assert.match(problemsIn({ "p.yaml": own }).join("\n"), /^p\.yaml:5:3: people\.ann@example\.com: /);
    });
  }

  it("allow what has no more than the limit, counting each once", () => {
    const shared = applications(100, "A");
    assert.deepEqual(refusedOf(teams({ a: { applications: shared }, b: { applications: shared } })), []);
  });

  it("tell a team's own list that is too long at the list", () => {
    const text = `teams:\n  a:\n    applications: ${JSON.stringify(applications(101, "A"))}\n    members: [${ann}]\n`;
    assert.deepEqual(problemsIn({ "p.yaml": text }), [
      "p.yaml:3:19: teams.a.applications: must have at most 100 entries",
    ]);
  });
});

describe("what the options of a roster demand", () => {
  it("is told in the file that has the option", () => {
    const problems = problemsIn({
      "a.yaml": "people: { ann@example.com: view }\n",
      "b.yaml": "roster:\n  requireReason: true\n  requireAdmins: [ann@example.com]\n",
    });
    assert.equal(problems.length, 2);
    assert.match(problems[0] ?? "", /^b\.yaml:2:18: roster\.requireReason: /);
    assert.match(problems[1] ?? "", /^b\.yaml:3:18: roster\.requireAdmins: /);
  });
});
