import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { everybodyIn, PeopleError, readDirectory } from "../../../people";

const now = new Date("2027-01-15T12:00:00Z");

describe("files of people that a pattern matches and that cannot be read", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "unreadable-"));
    chmodSync(folder, 0o755);
    write("people/staff.yaml");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(name: string): void {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), `people: { ${name.replaceAll(/\W/g, "-")}@example.com: view }\n`);
  }

  function link(name: string, target: string): void {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    symlinkSync(target, join(folder, name));
  }

  const read = (...patterns: string[]) => everybodyIn(readDirectory(patterns, folder, now));

  function problemsOf(...patterns: string[]): string {
    try {
      return `read: ${read(...patterns).join()}`;
    } catch (error) {
      if (!(error instanceof PeopleError)) throw error;
      return error.message;
    }
  }

  it("are named where a link leads nowhere", () => {
    link("people/contractors.yaml", "../vendor/contractors.yaml");
    const told = "people/contractors.yaml: is a link to a file or folder that is not there";
    assert.equal(problemsOf("people/*.yaml"), told);
    assert.equal(problemsOf("*/*.yaml"), told);
    assert.equal(problemsOf("people/{staff,contractors}.yaml"), told);
  });

  it("are named once where several patterns match them", () => {
    link("people/contractors.yaml", "gone.yaml");
    const told = "people/contractors.yaml: is a link to a file or folder that is not there";
    assert.equal(problemsOf("people/*.yaml", "./people/*.yaml", "people/c*"), told);
  });

  it("are named where a link leads to itself", () => {
    link("people/loop.yaml", "loop.yaml");
    assert.equal(problemsOf("people/*.yaml"), "people/loop.yaml: cannot be read (ELOOP)");
  });

  it("may be in a folder whose link leads nowhere", () => {
    link("people/vendor", "../vendor");
    const told = "people/vendor: is a link to a file or folder that is not there";
    assert.equal(problemsOf("people/**/*.yaml"), told);
    assert.equal(problemsOf("people/*/*.yaml"), told);
    assert.equal(problemsOf("**/*.yaml"), told);
  });

  it("may be in a folder behind a link that leads to a folder with such a link", () => {
    write("real/a.yaml");
    link("real/gone.yaml", "nowhere.yaml");
    link("people/linked", "../real");
    assert.match(
      problemsOf("people/**/*.yaml"),
      /^people\/linked\/gone\.yaml: is a link to a file or folder/,
    );
  });

  it("may be in a folder that may not be opened", () => {
    write("people/closed/a.yaml");
    chmodSync(join(folder, "people/closed"), 0o000);
    assert.equal(
      withoutRights(() => problemsOf("people/**/*.yaml")),
      "people/closed: cannot be read (EACCES)",
    );
    chmodSync(join(folder, "people/closed"), 0o755);
  });

  it("may be in a folder that may not be opened and begins the pattern", () => {
    chmodSync(join(folder, "people"), 0o000);
    assert.match(
      withoutRights(() => problemsOf("people/*.yaml")),
      /^people: cannot be read \(EACCES\)/,
    );
    chmodSync(join(folder, "people"), 0o755);
  });

  it("are named where one may not be opened", () => {
    write("people/closed.yaml");
    chmodSync(join(folder, "people/closed.yaml"), 0o000);
    assert.equal(
      withoutRights(() => problemsOf("people/*.yaml")),
      "people/closed.yaml: cannot be read (EACCES)",
    );
  });

  it("are named where a folder has the name of a file", () => {
    mkdirSync(join(folder, "people/contractors.yaml"));
    assert.equal(problemsOf("people/*.yaml"), "people/contractors.yaml: is a folder, and no file");
    assert.equal(problemsOf("people/**/*.yaml"), "people/contractors.yaml: is a folder, and no file");
    mkdirSync(join(folder, "elsewhere"));
    rmSync(join(folder, "people/contractors.yaml"), { recursive: true });
    link("people/contractors.yaml", "../elsewhere");
    assert.equal(problemsOf("people/*.yaml"), "people/contractors.yaml: is a folder, and no file");
  });

  if (process.platform !== "win32")
    it("are named where something is no file, without waiting for it", () => {
      execFileSync("mkfifo", [join(folder, "people/pipe.yaml")]);
      assert.equal(problemsOf("people/*.yaml"), "people/pipe.yaml: is no file");
      link("people/staff2.yaml", "pipe.yaml");
      rmSync(join(folder, "people/staff.yaml"));
      assert.match(problemsOf("people/s*.yaml"), /^people\/staff2\.yaml: is no file$/);
    });

  it("are none of the pattern's concern where it cannot match them", () => {
    link("people/README.md", "gone.md");
    link("people/.#staff.yaml", "editor@host.123");
    link("other/gone.yaml", "nowhere.yaml");
    mkdirSync(join(folder, "people/folder"));
    const told = "read: people-staff-yaml@example.com";
    assert.equal(problemsOf("people/*.yaml"), told);
    rmSync(join(folder, "people/README.md"));
    assert.equal(problemsOf("people/*"), told);
    assert.equal(problemsOf("people/**"), told);
  });

  it("are no other file, where a link that leads nowhere has the name of a pattern", () => {
    link("people/[s]taff.yaml", "gone.yaml");
    assert.match(problemsOf("people/[s]taff.yaml"), /^people\/\[s\]taff\.yaml: there is no such file/);
  });

  it("are read where links lead out of linked folders, and back", () => {
    write("a/x.yaml");
    write("ab/y.yaml");
    link("people/one", "../ab");
    link("ab/two", "../a");
    link("a/back", "../people/empty");
    mkdirSync(join(folder, "people/empty"));
    const told = ["a-x-yaml@example.com", "ab-y-yaml@example.com", "people-staff-yaml@example.com"];
    assert.deepEqual(read("people/**/*.yaml"), told);
  });

  it("are found in folders that lead to themselves", () => {
    link("people/self", ".");
    assert.deepEqual(read("people/*.yaml"), ["people-staff-yaml@example.com"]);
    assert.deepEqual(read("people/*/*.yaml"), ["people-staff-yaml@example.com"]);
    assert.match(problemsOf("people/**/*.yaml"), /is already defined at people\/self\/staff\.yaml/);
  });

  it("are read where a link leads to a file or a folder", () => {
    write("real/a.yaml");
    write("real/b.yaml");
    link("people/b.yaml", "../real/b.yaml");
    assert.deepEqual(read("people/*.yaml"), ["people-staff-yaml@example.com", "real-b-yaml@example.com"]);
    rmSync(join(folder, "people/b.yaml"));
    link("people/linked", "../real");
    const told = ["people-staff-yaml@example.com", "real-a-yaml@example.com", "real-b-yaml@example.com"];
    assert.deepEqual(read("people/**/*.yaml"), told);
  });
});

/** Nothing keeps root out of a folder. */
function withoutRights<T>(action: () => T): T {
  if (process.getuid?.() !== 0) return action();
  process.seteuid?.(65534);
  try {
    return action();
  } finally {
    process.seteuid?.(0);
  }
}
