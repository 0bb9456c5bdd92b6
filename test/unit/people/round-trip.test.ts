import assert from "node:assert/strict";
import fc from "fast-check";
import { isAllowedName, peopleYaml } from "../../../people";
import { anyText } from "../arbitraries";
import { parsed } from "./support";

const special = [
  "<<",
  "~",
  "null",
  "true",
  "no",
  "1",
  "1.0",
  "010",
  "0x10",
  "1e3",
  ".inf",
  "2027-01-31",
  "constructor",
  "toString",
  "- x",
  "-",
  "? x",
  "?",
  "!x",
  "&x",
  "*x",
  "%x",
  "@x",
  "`x",
  "|",
  ">",
  "a: b",
  "a:",
  "a #b",
  "#a",
  " a",
  "a ",
  " ",
  "{a",
  "}",
  "[a",
  "]",
  ",",
  "'",
  '"',
  "---",
  "...",
  "--- a",
  "\t",
  "a\tb",
  "\n",
  "\r",
  "a\r\nb",
  "\0",
  "\u0085",
  "\u00a0",
  "\ufeff",
  "\u2028",
  "\u202e",
  "\u007f",
  "\ufffe",
  "x-a",
  "role",
  "members",
  "=",
];
const piece = fc.constantFrom(...special);
const name = fc
  .oneof(
    piece,
    anyText,
    fc.array(fc.oneof(piece, anyText)).map((pieces) => pieces.join("")),
  )
  .filter(isAllowedName);
const role = fc.constantFrom("collaborate" as const, "view" as const, "none" as const);
const roles = fc
  .dictionary(name, role, { maxKeys: 5 })
  .filter((list) => Object.keys(list).every((key) => !/^[A-Fa-f\d]{24}$/.test(key)));

function readBack(people: Parameters<typeof peopleYaml>[0]["people"], inTeams: boolean) {
  const text = peopleYaml({ people, inTeams, notes: [] });
  const { content, problems } = parsed(text);
  assert.deepEqual(problems, [], text);
  assert.doesNotMatch(text, /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069\uFEFF]/u);
  return content;
}

describe("files of people that are written", () => {
  for (const name of special) {
    it(`hold the name ${JSON.stringify(name)}`, () => {
      const applications = { [name]: "view" as const };
      const content = readBack([{ email: "ann@example.com", role: "edit", applications }], false);
      assert.deepEqual(content?.people, { "ann@example.com": { role: "edit", applications } });
    });
  }

  it("read back as they were, whatever names they hold", () => {
    fc.assert(
      fc.property(roles, roles, fc.boolean(), (applications, dashboards, inTeams) => {
        const access = {
          role: "view" as const,
          applications: { ...applications },
          dashboards: { ...dashboards },
        };
        const emails = ["ann@example.com", "-'+x@example.com"];
        const content = readBack(
          emails.map((email) => ({ email, ...access })),
          inTeams,
        );
        const expected = inTeams
          ? { teams: { view: { ...access, members: emails } } }
          : { people: Object.fromEntries(emails.map((email) => [email, access])) };
        assert.deepEqual(content, expected);
      }),
      { numRuns: 300 },
    );
  });
});
