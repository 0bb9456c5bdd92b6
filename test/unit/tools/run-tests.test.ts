import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseCommandLine } from "../../../tools/tests/command-line";
import { matchingFiles } from "../../../tools/tests/matching-files";
import { slowest, summaryOf, sumOf } from "../../../tools/tests/results";
import { temporaryFolder } from "../../support/project-folder";

describe("the command line of npm test", () => {
  it("tells files and folders of tests from mocha's flags", () => {
    const { paths, flags } = parseCommandLine([
      "--bail",
      "test/unit/tools",
      "test/support/seed.ts",
      "--retries",
      "2",
    ]);
    assert.deepEqual(paths, ["test/unit/tools/", "test/support/seed.ts"]);
    assert.deepEqual(flags, ["--bail", "--retries", "2"]);
  });

  it("refuses a path that does not exist, rather than run all tests", () => {
    assert.throws(() => parseCommandLine(["test/unit/tols"]), /no such file/);
  });

  it("keeps the ring for itself", () => {
    const { ring, flags } = parseCommandLine(["--ring=unit", "--bail"]);
    assert.deepEqual({ ring, flags }, { ring: "unit", flags: ["--bail"] });
  });

  for (const flags of [
    ["--grep", "test/unit"],
    ["--grep=test/unit"],
    ["-g", "test/unit"],
    ["-f", "test/unit"],
  ]) {
    it(`finds what ${flags.join(" ")} looks for`, () => {
      const { text, isSearch, paths, flags: passed } = parseCommandLine(flags);
      assert.deepEqual(
        { text, isSearch, paths, passed },
        { text: "test/unit", isSearch: true, paths: [], passed: flags },
      );
    });
  }

  for (const pattern of ["roster|member", "roster.*", "^roster", "/roster/i", "a (native) roster"]) {
    it(`cannot say which files match the pattern ${pattern}`, () => {
      const { text, isSearch } = parseCommandLine(["--grep", pattern]);
      assert.deepEqual({ text, isSearch }, { text: undefined, isSearch: true });
    });
  }

  it("takes what --fgrep looks for as it stands", () => {
    assert.equal(parseCommandLine(["--fgrep", "a (native) roster"]).text, "a (native) roster");
  });
});

describe("the files in which a title can match", () => {
  let project: string;
  const files = {
    "test/unit/dogs.test.ts":
      'import { names } from "./names";\ndescribe("a dog", () => { it(`$' + "{name} barks`) })",
    "test/unit/cats.test.ts": 'describe("a cat", () => { it("barks at no dog") })',
    "test/unit/names.ts": 'import { name } from "../../tools/unread";\nexport const names = ["rex"];',
  };

  before(() => {
    project = temporaryFolder("tests");
    mkdirSync(join(project, "test/unit"), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text);
  });

  const found = (text: string) =>
    matchingFiles(["test/unit/cats.test.ts", "test/unit/dogs.test.ts"], text, project);

  it("are those with the text, in letters of either case", () => {
    assert.deepEqual(found("A CAT"), ["test/unit/cats.test.ts"]);
    assert.deepEqual(found("barks"), ["test/unit/cats.test.ts", "test/unit/dogs.test.ts"]);
  });

  it("are those that make it of a describe, a template and what they import", () => {
    assert.deepEqual(found("a dog rex barks"), ["test/unit/dogs.test.ts"]);
  });

  it("are not those that have the words in many places, where one has them together", () => {
    assert.deepEqual(found("barks at no dog"), ["test/unit/cats.test.ts"]);
  });

  it("are none where a word stands nowhere", () => {
    assert.deepEqual(found("a horse"), []);
  });
});

describe("the results of several runs", () => {
  const first = {
    passed: 2,
    failed: 1,
    skipped: 0,
    failures: ["a dog barks"],
    files: { dogs: 1500, cats: 20 },
  };
  const second = { passed: 3, failed: 0, skipped: 4, failures: [], files: { birds: 12_345 } };

  it("are summed up in the line that .ci/run reads", () => {
    assert.equal(summaryOf(first), "2 passed, 1 failed");
    assert.equal(summaryOf(sumOf([first, second])), "5 passed, 1 failed, 4 skipped");
  });

  it("name all failures", () => {
    assert.deepEqual(sumOf([first, second]).failures, ["a dog barks"]);
  });

  it("show the slowest files first, with seconds", () => {
    assert.deepEqual(slowest(sumOf([first, second]), 2), ["   12.3 s  birds", "    1.5 s  dogs"]);
  });
});
