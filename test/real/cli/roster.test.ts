import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "./run-command";

const text = `
teams:
  field: { role: view, applications: { "Line \${1}": view }, until: 2999-01-31, members: [ann@example.com] }
people:
  ann@example.com: { role: edit, reason: on call }
`;

describe("pulumi-losant roster", () => {
  const folder = mkdtempSync(join(tmpdir(), "roster-"));
  const [good, bad] = [join(folder, "good.yaml"), join(folder, "bad.yaml")];
  before(() => {
    writeFileSync(good, text);
    writeFileSync(bad, "people: { ann: boss }\n");
  });
  after(() => rmSync(folder, { recursive: true }));

  it("check says how many people there are, and what is worth knowing", async () => {
    const { code, stdout, stderr } = await runCommand("roster", "check", good);
    assert.deepEqual([code, stderr], [0, ""]);
    assert.match(stdout, /^1 person, 1 team: 1 edit\n/);
    assert.match(
      stdout,
      /has only view on application "Line \$\{1\}": it overrides the organization role edit/,
    );
  });

  it("check ends with 1 and every problem, without a stack", async () => {
    const { code, stdout, stderr } = await runCommand("roster", "check", bad);
    assert.deepEqual([code, stdout], [1, ""]);
    assert.match(stderr, /bad\.yaml:1:16: people\.ann: must be one of admin/);
    assert.match(stderr, /bad\.yaml:1:11: people: ann is not an email address/);
    assert.doesNotMatch(stderr, /\n\s+at /);
  });

  it("check ends with 1 where the files name nobody", async () => {
    const empty = join(folder, "empty.yaml");
    writeFileSync(empty, "teams: { field: { role: view, members: [] } }\n");
    const { code, stderr } = await runCommand("roster", "check", empty);
    assert.equal(code, 1);
    assert.match(stderr, /the files name nobody; a roster that names nobody needs allowEmpty: true$/m);
  });

  it("check ends with 1 where a pattern matches no file", async () => {
    const { code, stderr } = await runCommand("roster", "check", join(folder, "*.yml"));
    assert.equal(code, 1);
    assert.match(stderr, /matches no file/);
  });

  for (const wrong of [["check"], ["explain", "ann@example.com"], ["fly"], ["check", "--fly", "x"]]) {
    it(`ends with 2 for wrong use: ${wrong.join(" ")}`, async () => {
      const { code, stderr } = await runCommand("roster", ...wrong);
      assert.equal(code, 2);
      assert.match(stderr, /see --help/);
    });
  }

  it("explain tells which access a person has, by which team, until when", async () => {
    const { code, stdout } = await runCommand("roster", "explain", "Ann@Example.com", good);
    assert.equal(code, 0);
    assert.match(stdout, /^ann@example\.com: edit\n/);
    assert.match(stdout, /by team field: view, view on application "Line \$\{1\}" \(until 2999-01-31\)/);
    assert.match(stdout, /by people: edit \(reason: on call\)/);
  });

  it("explain --json gives the same as data", async () => {
    const { stdout } = await runCommand("roster", "explain", "ann@example.com", good, "--json");
    const { role, isEnded, grants } = JSON.parse(stdout);
    assert.deepEqual([role, isEnded, grants.length], ["edit", false, 2]);
  });

  it("explain says that somebody is in no file, and who is near", async () => {
    const { code, stderr } = await runCommand("roster", "explain", "anne@example.com", good);
    assert.equal(code, 1);
    assert.match(stderr, /anne@example\.com is in no team.*Did you mean ann@example\.com\?/);
  });

  for (const command of [[], ["check"], ["explain"]]) {
    it(`${["roster", ...command].join(" ")} --help has an example and the exit codes`, async () => {
      const { code, stdout } = await runCommand("roster", ...command, "--help");
      assert.equal(code, 0);
      assert.match(stdout, /Exit codes: 0 .* 1 .* 2/);
      assert.match(stdout, /^ {2}pulumi-losant roster \w+ .*people\.yaml/m);
    });
  }
});
