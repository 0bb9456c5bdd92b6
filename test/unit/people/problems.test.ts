import assert from "node:assert/strict";
import { problemsIn } from "./support";

/** Text of `p.yaml`, and what is told of it. */
const table: Record<string, [text: string, ...told: RegExp[]]> = {
  "an empty file": ["", /^p\.yaml:1:1: is empty/],
  "a file of comments": ["# nobody\n", /^p\.yaml:1:1: is empty/],
  "several documents": ["people: {}\n---\npeople: {}\n", /^p\.yaml:2:1: holds several documents/],
  "text that is no YAML": ["people: {a", /^p\.yaml:1:\d+: /],
  "a no-break space behind a colon": [
    "people:\n  ann@example.com:\u00a0view\n  bob@example.com: view\n",
    /^p\.yaml:2:19: there is a no-break space here \(U\+00A0\): put a plain space in its place$/,
  ],
  "no-break and other odd spaces in indentations": [
    "people:\n \u00a0ann@example.com: view\n\u3000 bob@example.com: [\n",
    /^p\.yaml:2:2: there is a no-break space here/,
    /^p\.yaml:3:1: there is no plain space here \(U\+3000\)/,
  ],
  "a no-break space within a text, beside something else": [
    "people:\n  ann@example.com: { role: view, reason: one\u00a0two\n",
    /^p\.yaml:\d:\d+: (?!there is)/,
  ],
  "a key that is there twice": [
    "people:\n  ann@example.com: view\n  ann@example.com: edit\n",
    /^p\.yaml:3:3: "ann@example\.com" is already defined on line 2: keep one of the two$/,
  ],
  "a key that is there three times": [
    "teams: {}\npeople: {}\nteams: {}\nteams: {}\n",
    /^p\.yaml:3:1: "teams" is already defined on line 1/,
    /^p\.yaml:4:1: "teams" is already defined on line 1/,
  ],
  "a member that is no address": [
    "teams:\n  edit:\n    members: [ann@example.com, bob.work]\n",
    /^p\.yaml:3:32: teams\.edit\.members\.1: must be an email address, .*; got "bob\.work"$/,
  ],
  "an option that there is not": [
    "roster: { unmanaged: kill, renewal: 5 }\npeople: {}\n",
    /unmanaged: must be one of .*; got "kill"$/,
    /renewal: must be one of .*; got 5$/,
  ],
  "a long text in the place of a role, without showing it": [
    `people:\n  ann@example.com: ${"x".repeat(100)}\n`,
    /must be one of [^;]*$/,
  ],
  "a name that is empty, without showing its role": [
    "people:\n  ann@example.com: { applications: { '': view } }\n",
    /must be a name or an id$/,
  ],
  "a name that Pulumi takes for a value that is not known yet": [
    "people:\n  ann@example.com:\n    applications: { 1c4a061d-8072-4f0a-a4cb-0ff528b18fe7: view }\n",
    /^p\.yaml:3:\d+: .*: cannot be used as a name, as Pulumi takes it for an unknown value: use the id$/,
  ],
  "empty keys that are optional": [
    "roster: { minAdmins: null }\npeople:\n  ann@example.com: { until: null, role: , owner: ~, applications: }\nteams:\n",
    /roster\.minAdmins: is empty: give it a value, or leave the key out$/,
    /\.until: is empty: give it a value, or leave the key out$/,
    /\.role: is empty: give it a value, or leave the key out$/,
    /\.owner: is empty: give it a value, or leave the key out$/,
    /\.applications: is empty: give it a value, or leave the key out$/,
    /teams: is empty: give it a value, or leave the key out$/,
  ],
  "empty keys that are needed": [
    "teams:\n  field: { members: }\n  edit: { members: [null] }\n  view: {}\npeople:\n  ann@example.com:\n",
    /teams\.field\.members: is empty: write \[\] for a team without members$/,
    /teams\.edit\.members\.0: is empty$/,
    /teams\.view\.members: is required$/,
    /people\.ann@example\.com: must be one of [^;]*$/,
  ],
  "an unknown key": [
    "teams:\n  field:\n    roles: view\n    members: []\n",
    /^p\.yaml:3:5: teams\.field: unknown key "roles": did you mean role\?$/,
  ],
  "an unknown key at the top": [
    "person:\n  ann@example.com: view\n",
    /^p\.yaml:1:1: unknown key "person": allowed are roster, teams, people$/,
  ],
  "a role that there is not": [
    "people:\n  ann@example.com: owner\n",
    /^p\.yaml:2:20: people\.ann@example\.com: must be one of admin, edit, collaborate, view, none, or .*; got "owner"$/,
  ],
  "a bad role in an object": [
    "people:\n  ann@example.com:\n    role: owner\n",
    /^p\.yaml:3:11: people\.ann@example\.com\.role: must be one of/,
  ],
  "a role on a resource that only organizations have": [
    "people:\n  ann@example.com: { applications: { Line: admin } }\n",
    /^p\.yaml:2:\d+: people\.ann@example\.com\.applications\.Line: must be one of collaborate, view, none/,
  ],
  "a bad date": [
    "people:\n  ann@example.com: { role: view, until: 2027-02-31 }\n",
    /^p\.yaml:2:41: .*until: must be a date such as/,
  ],
  "a key that is no address": ["people:\n  ann: view\n", /^p\.yaml:2:3: people: ann is not an email address/],
  "an address twice in different case": [
    "people:\n  ann@example.com: view\n  Ann@Example.com: edit\n",
    /^p\.yaml:3:3: .*is already defined at p\.yaml:2/,
  ],
  "a member twice in different case": [
    "teams:\n  field:\n    members: [ann@example.com, ANN@example.com]\n",
    /^p\.yaml:3:32: .*is already defined/,
  ],
  "a limit of removals that is none": [
    "roster: { maxRemovals: lots }\npeople: { ann@example.com: view }\n",
    /^p\.yaml:1:24: roster\.maxRemovals: must be a number such as 5, or a share/,
  ],
  "an id twice in different case": [
    "people:\n  ann@example.com:\n    applications: { 575ed71e7ae143cd83dc4aaa: view, 575ED71E7AE143CD83DC4AAA: none }\n",
    /^p\.yaml:3:19: .*must name each id once/,
  ],
  "several problems at once": [
    "teams:\n  field: { role: boss, members: [x] }\npeople: { y: view }\n",
    /teams\.field\.role: must be one of/,
    /teams\.field\.members\.0: must be an email address/,
    /y is not an email address/,
  ],
  "an alias without an anchor": ["people: *nobody\n", /^p\.yaml:1:\d+: .*nobody/],
  "a missing reason": [
    "roster: { requireReason: true }\npeople: { ann@example.com: view }\nteams:\n  a: { members: [bob@example.com] }\n",
    /^p\.yaml:1:26: roster\.requireReason: these people have no reason, .*: ann@example\.com \(p\.yaml:2\), bob@example\.com \(p\.yaml:4\)$/,
  ],
  "a required admin who is none": [
    "roster: { requireAdmins: [ann@example.com] }\npeople: { ann@example.com: view }\n",
    /ann@example\.com must be among the people as admin/,
  ],
};

describe("files of people", () => {
  for (const [title, [text, ...told]] of Object.entries(table)) {
    it(`refuse ${title}, and say where`, () => {
      const problems = problemsIn({ "p.yaml": text });
      assert.equal(problems.length, told.length, problems.join("\n"));
      for (const [index, expected] of told.entries()) assert.match(problems[index] ?? "", expected);
    });
  }

  it("are told in the order of files, lines and columns", () => {
    const one =
      "people:\n  ann: { role: boss, until: never }\nteams:\n  field: { members: [x, y], role: boss }\n";
    const other = one.replace("ann", "bob").replace("field", "plant");
    const problems = problemsIn({ "b.yaml": one, "a.yaml": `${"#\n".repeat(8)}${other}` });
    const places = problems.map((problem) => problem.split(":", 3).join(":"));
    const inOne = ["2:3", "2:16", "2:29", "4:22", "4:25", "4:35"];
    const further = ["10:3", "10:16", "10:29", "12:22", "12:25", "12:35"];
    assert.deepEqual(places, [
      ...further.map((place) => `a.yaml:${place}`),
      ...inOne.map((place) => `b.yaml:${place}`),
    ]);
  });

  it("refuse an address, a team or an option that is in two files", () => {
    const one =
      "roster: { minAdmins: 1 }\nteams: { field: { members: [] } }\npeople: { ann@example.com: view }\n";
    const other = one.replace("ann", "ANN");
    const problems = problemsIn({ "a.yaml": one, "b.yaml": other });
    assert.equal(problems.length, 3, problems.join("\n"));
    for (const problem of problems)
      assert.match(problem, /^b\.yaml:\d:\d+: .*is already defined at a\.yaml:\d/);
  });

  it("tell a problem on one line, whatever the names hold", () => {
    const problems = problemsIn({ "p.yaml": '"te\\nam\\u001b[31m": 1\n' });
    assert.equal(problems.length, 1);
    assert.doesNotMatch(problems[0] ?? "", /\p{Cc}/u);
  });

  for (const [title, text] of Object.entries({
    teams: "teams:\n  __proto__: { members: [ann@example.com] }\n",
    applications: "people:\n  ann@example.com: { applications: { __proto__: view } }\n",
  })) {
    it(`do not drop a name such as __proto__ in ${title}`, () => {
      assert.match(problemsIn({ "p.yaml": text }).join(), /__proto__/);
    });
  }
});
