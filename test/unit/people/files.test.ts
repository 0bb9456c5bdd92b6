import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { everybodyIn, readDirectory, readRosterFiles } from "../../../people";

const now = new Date("2027-01-15T12:00:00Z");

describe("names of files of people", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "files-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content);
  const personIn = (name: string) => `people: { ${name}@example.com: view }\n`;
  const read = (...patterns: string[]) => everybodyIn(readDirectory(patterns, folder, now));

  const special = ["!x.yaml", "a*.yaml", "[a].yaml", "{a,b}.yaml", "a?.yaml", "(a|b).yaml", "+(a).yaml"];
  // Windows has no such names.
  for (const name of special.filter((one) => process.platform !== "win32" || !/[*?|]/.test(one))) {
    it(`name the file ${name} where it is there`, () => {
      write(name, personIn("ann"));
      write("ab.yaml", personIn("bob"));
      assert.deepEqual(read(name), ["ann@example.com"]);
    });
  }

  it("are patterns where no such file is there", () => {
    write("a.yaml", personIn("ann"));
    write("b.yaml", personIn("bob"));
    assert.deepEqual(read("{a,b}.yaml"), ["ann@example.com", "bob@example.com"]);
    assert.throws(() => read("!c.yaml"), /matches no file/);
    assert.deepEqual(read(`{a,${"x".repeat(5000)}}.yaml`), ["ann@example.com"]);
  });

  for (const [title, content, place] of [
    ["Latin-1", Buffer.from("people:\n  ann@example.com: { reason: M\u00fcller }\n", "latin1"), "2:31"],
    ["UTF-16", Buffer.from(`\ufeff${personIn("ann")}`, "utf16le"), "1:1"],
  ] as const) {
    it(`hold UTF-8, and no ${title}`, () => {
      write("p.yaml", content);
      const expected = new RegExp(`^p\\.yaml:${place}: is not UTF-8: save the file in that encoding$`);
      assert.throws(() => read("p.yaml"), { message: expected });
    });
  }

  it("may begin with the mark of UTF-8", () => {
    write("p.yaml", `\ufeff${personIn("ann")}`);
    assert.deepEqual(read("p.yaml"), ["ann@example.com"]);
  });

  it("are told all at once where several cannot be read", () => {
    write("p.yaml", Buffer.from([0xff]));
    assert.throws(() => read("q.yaml", "p.yaml"), /^PeopleError: p\.yaml:1:1: .*\nq\.yaml: /);
  });

  it("are told without a line where there is no such file", () => {
    assert.throws(() => read("nope/*.yaml", "nope.yaml"), {
      message: [
        `nope.yaml: there is no such file in ${folder}`,
        `nope/*.yaml: matches no file in ${folder}`,
      ].join("\n"),
    });
    mkdirSync(join(folder, "folder"));
    assert.throws(() => read("folder"), /^PeopleError: folder: cannot be read \(E/);
  });

  it("are part of what a roster gets, sorted and relative to the folder, however they are stated", () => {
    mkdirSync(join(folder, "people"));
    write("people/b.yaml", personIn("bob"));
    write("a.yaml", personIn("ann"));
    const { files } = readRosterFiles(["./people/*.yaml", join(folder, "a.yaml")], folder, now);
    assert.deepEqual(files, ["a.yaml", "people/b.yaml"]);
  });

  it("give a roster the members of their teams, in lower case and sorted, where there are teams", () => {
    write(
      "team.yaml",
      "teams:\n  field:\n    role: view\n    members: [Finn@example.com, ann@example.com]\n",
    );
    write("a.yaml", personIn("bob"));
    const { teams } = readRosterFiles(["team.yaml", "a.yaml"], folder, now);
    assert.deepEqual(teams, { field: ["ann@example.com", "finn@example.com"] });
    assert.equal(readRosterFiles(["a.yaml"], folder, now).teams, undefined);
  });
});
