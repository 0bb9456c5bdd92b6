import assert from "node:assert/strict";
import { directoryOf, problemsIn } from "./support";

/** Files, and all that is told of them, from the top. */
const table: Record<string, [files: Record<string, string>, ...told: RegExp[]]> = {
  "an address that is there twice, beside an unknown key": [
    {
      "p.yaml":
        "people:\n  ann@example.com: view\n  Ann@example.com: edit\n  bob@example.com: { roles: view }\n",
    },
    /^p\.yaml:3:3: .* already defined at p\.yaml:2/,
    /^p\.yaml:4:22: .*unknown key "roles"/,
  ],
  "a member who is there twice, beside a bad role of the team and a member without an address": [
    { "p.yaml": "teams:\n  field:\n    role: boss\n    members: [ann@example.com, x, ANN@example.com]\n" },
    /^p\.yaml:3:11: teams\.field\.role: must be one of/,
    /^p\.yaml:4:32: teams\.field\.members\.1: must be an email address/,
    /^p\.yaml:4:35: teams\.field\.members\.2: is already defined at p\.yaml:4/,
  ],
  "a bad person who is there twice": [
    { "a.yaml": "people: { ann@example.com: boss }\n", "b.yaml": "people: { ANN@example.com: view }\n" },
    /^a\.yaml:1:28: people\.ann@example\.com: must be one of/,
    /^b\.yaml:1:11: people\.ANN@example\.com: is already defined at a\.yaml:1/,
  ],
  "a bad option that is there twice": [
    { "a.yaml": "roster: { minAdmins: 0 }\n", "b.yaml": "roster: { minAdmins: 2 }\n" },
    /^a\.yaml:1:22: roster\.minAdmins: must be at least 1/,
    /^b\.yaml:1:11: roster\.minAdmins: is already defined at a\.yaml:1/,
  ],
  "a missing reason and a missing admin, beside a bad role of another": [
    {
      "p.yaml":
        "roster: { requireReason: true, requireAdmins: [ann@example.com] }\npeople:\n  ann@example.com: view\n  bob@example.com: boss\n",
    },
    /^p\.yaml:1:26: .*no reason, .*: ann@example\.com/,
    /^p\.yaml:1:47: .*ann@example\.com must be among the people as admin/,
    /^p\.yaml:4:20: .*must be one of/,
  ],
  "a missing reason beside a bad option": [
    {
      "p.yaml": "roster: { unmanaged: kill, requireReason: true }\npeople: { ann@example.com: view }\n",
    },
    /unmanaged: must be one of/,
    /no reason, .*: ann@example\.com/,
  ],
  "a union that is too large, beside a bad role": [
    {
      "p.yaml": JSON.stringify({
        teams: Object.fromEntries(
          ["a", "b"].map((name) => [
            name,
            {
              applications: Object.fromEntries(
                Array.from({ length: 60 }, (_, at) => [`${name}${at}`, "view"]),
              ),
              members: ["ann@example.com"],
            },
          ]),
        ),
        people: { "bob@example.com": "boss" },
      }),
    },
    /ann@example\.com has 120 applications/,
    /must be one of/,
  ],
  "the first of two teams of one name": [
    {
      "p.yaml":
        "teams:\n  field: { role: boss, members: [x, ann@example.com, ANN@example.com] }\n  field: { rol: view, members: [] }\n",
    },
    /^p\.yaml:2:18: teams\.field\.role: must be one of/,
    /^p\.yaml:2:34: teams\.field\.members\.0: must be an email address/,
    /^p\.yaml:2:54: teams\.field\.members\.2: is already defined at p\.yaml:2/,
    /^p\.yaml:3:3: "field" is already defined on line 2/,
    /^p\.yaml:3:12: teams\.field: unknown key "rol"/,
  ],
  "the first of two parts of one name, and of two keys of a person": [
    {
      "p.yaml":
        "people:\n  ann@example.com: boss\n  bob: view\npeople:\n  eve@example.com:\n    role: boss\n    role: view\n",
    },
    /^p\.yaml:2:20: people\.ann@example\.com: must be one of/,
    /^p\.yaml:3:3: people: bob is not an email address/,
    /^p\.yaml:4:1: "people" is already defined on line 1/,
    /^p\.yaml:6:11: people\.eve@example\.com\.role: must be one of/,
    /^p\.yaml:7:5: "role" is already defined on line 6/,
  ],
  "an anchor that is there twice": [
    { "p.yaml": "roster: { requireReason: true }\npeople: { ann@example.com: view }\nx-a: 1\nx-a: 2\n" },
    /^p\.yaml:1:26: .*no reason, .*: ann@example\.com/,
    /^p\.yaml:4:1: "x-a" is already defined on line 3/,
  ],
  "files beside one that is no YAML": [
    {
      "a.yaml": "people: {a",
      "b.yaml": "people: { ann@example.com: boss }\n",
      "c.yaml": "people: { Ann@example.com: view, x: view }\n",
    },
    /^a\.yaml:1:/,
    /^b\.yaml:1:28: .*must be one of/,
    /^c\.yaml:1:11: .*already defined at b\.yaml:1/,
    /^c\.yaml:1:34: .*x is not an email address/,
  ],
};

/** Files with one problem, which leaves open whether there are others. */
const open: Record<string, [files: Record<string, string>, told: RegExp]> = {
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
  for (const [title, [files, ...told]] of Object.entries(table)) {
    it(`are told with all others: ${title}`, () => {
      const problems = problemsIn(files);
      assert.equal(problems.length, told.length, problems.join("\n"));
      for (const [index, expected] of told.entries()) assert.match(problems[index] ?? "", expected);
    });
  }

  for (const [title, [files, told]] of Object.entries(open)) {
    it(`are not guessed: ${title}`, () => {
      const problems = problemsIn(files);
      assert.equal(problems.length, 1, problems.join("\n"));
      assert.match(problems[0] ?? "", told);
    });
  }

  it("are told of all files beside one that is not there", () => {
    assert.throws(
      () => directoryOf({ "a.yaml": "people: { x: view }\n" }, "nope.yaml", "a.yaml"),
      /^PeopleError: a\.yaml:1:11: .*\nnope\.yaml: there is no such file in [^\n]*$/,
    );
  });
});
