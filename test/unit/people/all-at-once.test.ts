import assert from "node:assert/strict";
import { directoryOf, problemsIn } from "./support";

const applications = (prefix: string) =>
  Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`${prefix}${at}`, "view"]));

/** Files with problems of several kinds, and those of the first kind, in order. */
const table: Record<string, [files: Record<string, string>, ...reported: RegExp[]]> = {
  "all files that are no YAML or have a key twice, before what others say": [
    {
      "a.yaml": "people: {a",
      "b.yaml":
        "people:\n  ann@example.com: boss\npeople:\n  eve@example.com:\n    role: boss\n    role: view\n",
      "c.yaml": "x-a: 1\nx-a: 2\n",
      "d.yaml": "people: { x: view }\n",
      "e.yaml": "teams:\n  field: { members: [] }\n  field: { members: [ann, ann] }\n",
      "f.yaml": "people: {}\n---\nteams: {}\nteams: {}\n",
    },
    /^a\.yaml:1:\d+: /,
    /^b\.yaml:3:1: "people" is already defined on line 1/,
    /^b\.yaml:6:5: "role" is already defined on line 5/,
    /^c\.yaml:2:1: "x-a" is already defined on line 1/,
    /^e\.yaml:3:3: "field" is already defined on line 2/,
    /^f\.yaml:2:1: holds several documents/,
  ],
  "what each file says, before what is there twice": [
    {
      "a.yaml":
        "roster: { unmanaged: kill }\npeople:\n  ann@example.com: view\n  Ann@example.com: edit\n  bob@example.com: { roles: view }\n",
      "b.yaml": "teams:\n  field:\n    role: boss\n    members: [ann@example.com, x, ANN@example.com]\n",
      "c.yaml": "roster: { unmanaged: warn }\npeople: { x: boss }\n",
    },
    /^a\.yaml:1:22: roster\.unmanaged: must be one of/,
    /^a\.yaml:5:22: people\.bob@example\.com: unknown key "roles"/,
    /^b\.yaml:3:11: teams\.field\.role: must be one of/,
    /^b\.yaml:4:32: teams\.field\.members\.1: must be an email address/,
    /^c\.yaml:2:11: people: x is not an email address/,
    /^c\.yaml:2:14: people\.x: must be one of/,
  ],
  "what is there twice, before what the roster demands": [
    {
      "a.yaml":
        "roster: { requireReason: true }\nteams: { field: { members: [ann@example.com, ANN@example.com] } }\n",
      "b.yaml":
        "roster: { requireReason: true }\nteams: { field: { members: [] } }\npeople: { ann@example.com: view }\n",
      "c.yaml": "people: { Ann@example.com: view }\n",
    },
    /^a\.yaml:2:46: teams\.field\.members\.1: is already defined at a\.yaml:2/,
    /^b\.yaml:1:11: roster\.requireReason: is already defined at a\.yaml:1/,
    /^b\.yaml:2:10: teams\.field: is already defined at a\.yaml:2/,
    /^c\.yaml:1:11: people\.Ann@example\.com: is already defined at b\.yaml:3/,
  ],
  "all that the roster and the provider demand": [
    {
      "a.yaml": JSON.stringify({
        teams: {
          a: { applications: applications("a"), members: ["ann@example.com"] },
          b: { applications: applications("b"), members: ["ann@example.com"] },
        },
      }),
      "b.yaml": "roster: { requireReason: true, requireAdmins: [ann@example.com] }\n",
    },
    /^a\.yaml:1:\d+: .*ann@example\.com has 120 applications/,
    /^b\.yaml:1:26: .*no reason, .*: ann@example\.com \(a\.yaml:1\)$/,
    /^b\.yaml:1:47: .*ann@example\.com must be among the people as admin/,
  ],
};

/** Files with one problem, which leaves open whether there are others. */
const open: Record<string, [files: Record<string, string>, reported: RegExp]> = {
  "an admin whose own entry is bad": [
    {
      "p.yaml":
        "roster: { requireAdmins: [ann@example.com] }\npeople: { ann@example.com: { roel: admin } }\n",
    },
    /unknown key "roel"/,
  ],
  "an admin whose team is bad": [
    {
      "p.yaml":
        "roster: { requireAdmins: [ann@example.com] }\nteams: { a: { role: admn, members: [ann@example.com] } }\n",
    },
    /must be one of/,
  ],
  "an admin in a team without a list": [
    {
      "p.yaml":
        "roster: { requireAdmins: [ann@example.com] }\nteams: { a: { role: admin, members: ann@example.com } }\n",
    },
    /members: must be a list/,
  ],
  "an admin whose address is bad": [
    { "p.yaml": "roster: { requireAdmins: [ann@example.com] }\npeople: { ann.example.com: admin }\n" },
    /is not an email address/,
  ],
  "a reason in a team that is bad": [
    {
      "p.yaml":
        "roster: { requireReason: true }\nteams: { a: { reason: plant, rol: edit, members: [ann@example.com] } }\npeople: { ann@example.com: view }\n",
    },
    /unknown key "rol"/,
  ],
  "a reason in a team that is there twice": [
    {
      "p.yaml":
        "roster: { requireReason: true }\nteams:\n  a: { reason: plant, members: [ann@example.com] }\n  a: { members: [] }\npeople: { ann@example.com: view }\n",
    },
    /"a" is already defined/,
  ],
  "an option that is there twice in one file": [
    {
      "p.yaml": "roster:\n  requireReason: false\n  requireReason: true\npeople: { ann@example.com: view }\n",
    },
    /"requireReason" is already defined/,
  ],
  "a reason in a file that cannot be read": [
    {
      "a.yaml":
        "roster: { requireReason: true, requireAdmins: [bob@example.com] }\npeople: { ann@example.com: view }\n",
      "b.yaml": "teams: {",
    },
    /^b\.yaml:/,
  ],
  "a reason under a key that there is not": [
    {
      "p.yaml":
        "roster: { requireReason: true }\npeople: { ann@example.com: view }\nteam: { a: { reason: r, members: [ann@example.com] } }\n",
    },
    /unknown key "team"/,
  ],
};

describe("problems of files of people", () => {
  for (const [title, [files, ...reported]] of Object.entries(table)) {
    it(`are reported at once: ${title}`, () => {
      const problems = problemsIn(files);
      assert.equal(problems.length, reported.length, problems.join("\n"));
      for (const [index, expected] of reported.entries()) assert.match(problems[index] ?? "", expected);
    });
  }

  for (const [title, [files, reported]] of Object.entries(open)) {
    it(`are not guessed: ${title}`, () => {
      const problems = problemsIn(files);
      assert.equal(problems.length, 1, problems.join("\n"));
      assert.match(problems[0] ?? "", reported);
    });
  }

  it("are reported of all files beside one that is not there", () => {
    assert.throws(
      () => directoryOf({ "a.yaml": "people: [\n" }, "nope.yaml", "a.yaml"),
      /^PeopleError: a\.yaml:2:1: .*\nnope\.yaml: there is no such file in [^\n]*$/,
    );
  });
});
