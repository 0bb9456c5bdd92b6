import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { changelogSections } from "../../../../tools/release/changelog";
import { type Release, releaseNotes, releaseProblems } from "../../../../tools/release/check-release";
import { projectFolder } from "../../../../tools/set-up/project";

const changelog = `# Changelog

## Unreleased

## 1.2.3 - 2026-11-25

### Added

- A door.

## 0.1.0

- A house.
`;
const repository = { url: "git+https://github.com/example/pulumi-losant.git" };
const good: Release = {
  tag: "v1.2.3",
  manifest: { version: "1.2.3", repository },
  changelog,
  schemaVersion: "1.2.3",
};

describe("the check of a release", () => {
  it("takes one on which tag, package, changelog and schema agree, and gives its notes", () => {
    assert.deepEqual(releaseProblems(good), []);
    assert.equal(releaseNotes(good), "### Added\n\n- A door.");
  });

  const refusals: [string, Partial<Release>, string][] = [
    ["another tag", { tag: "v1.2.4" }, "The tag is v1.2.4, and package.json has the version 1.2.3."],
    [
      "the schema of another version",
      { schemaVersion: "1.2.2" },
      'native/schema.json is of the version 1.2.2: run "npm run schema".',
    ],
    [
      "a version without an entry",
      { changelog: changelog.replace("1.2.3", "1.2.2") },
      'CHANGELOG.md: "## 1.2.3 - <date>" is missing.',
    ],
    [
      "an entry without a date",
      { changelog: changelog.replace(" - 2026-11-25", "") },
      'CHANGELOG.md: "## 1.2.3 - <date>" is missing.',
    ],
    [
      "an empty entry",
      { changelog: changelog.replace("### Added\n\n- A door.", "") },
      "CHANGELOG.md says nothing of 1.2.3.",
    ],
    [
      "lines that are left under Unreleased",
      { changelog: changelog.replace("Unreleased\n", "Unreleased\n\n- A window.\n") },
      "CHANGELOG.md: move what is under Unreleased to 1.2.3.",
    ],
    [
      "a package without a repository",
      { manifest: { version: "1.2.3" } },
      "package.json names no repository: npm's provenance and the plugin's address need it.",
    ],
  ];
  for (const [title, change, problem] of refusals) {
    it(`refuses ${title}`, () => assert.deepEqual(releaseProblems({ ...good, ...change }), [problem]));
  }

  it("refuses a version of another form, as each user's package manager would read it", () => {
    const version = "1.2";
    const problems = releaseProblems({ ...good, manifest: { version, repository } });
    assert.ok(problems.includes("package.json: the version 1.2 is not of the form 1.2.3."));
  });

  it("refuses a heading of another form", () => {
    assert.throws(
      () => changelogSections("## [1.2.3], yesterday\n"),
      /"## \[1\.2\.3\], yesterday" is not of/,
    );
  });
});

describe("CHANGELOG.md", () => {
  const sections = changelogSections(readFileSync(join(projectFolder, "CHANGELOG.md"), "utf8"));

  it("begins with what is not released yet", () => assert.equal(sections[0]?.title, "Unreleased"));

  it("groups changes as Keep a Changelog does", () => {
    const groups = sections.flatMap(({ text }) => [...text.matchAll(/^#+ (.*)$/gm)].map(([line]) => line));
    const known = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"].map(
      (name) => `### ${name}`,
    );
    assert.deepEqual(
      groups.filter((group) => !known.includes(group)),
      [],
    );
  });
});
