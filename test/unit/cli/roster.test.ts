import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runHere } from "./run-here";

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
    const { exitCode, stdout, stderr } = await runHere("roster", "check", good);
    assert.deepEqual([exitCode, stderr], [0, ""]);
    assert.match(stdout, /^1 person, 1 team: 1 edit\n/);
    assert.match(
      stdout,
      /has only view on application "Line \$\{1\}": it overrides the organization role edit/,
    );
  });

  it("check ends with 1 and every problem, without a stack", async () => {
    const { exitCode, stdout, stderr } = await runHere("roster", "check", bad);
    assert.deepEqual([exitCode, stdout], [1, ""]);
    assert.match(stderr, /bad\.yaml:1:16: people\.ann: must be one of admin/);
    assert.match(stderr, /bad\.yaml:1:11: people: ann is not an email address/);
    assert.doesNotMatch(stderr, /\n\s+at /);
  });

  it("check ends with 1 where the files name nobody", async () => {
    const empty = join(folder, "empty.yaml");
    writeFileSync(empty, "teams: { field: { role: view, members: [] } }\n");
    const { exitCode, stderr } = await runHere("roster", "check", empty);
    assert.equal(exitCode, 1);
    assert.match(stderr, /the files name nobody; a roster that names nobody needs allowEmpty: true$/m);
  });

  it("check ends with 1 where a pattern matches no file", async () => {
    const { exitCode, stderr } = await runHere("roster", "check", join(folder, "*.yml"));
    assert.equal(exitCode, 1);
    assert.match(stderr, /matches no file/);
  });

  for (const wrong of [["check"], ["explain", "ann@example.com"], ["fly"], ["check", "--fly", "x"]]) {
    it(`ends with 2 for wrong use: ${wrong.join(" ")}`, async () => {
      const { exitCode, stderr } = await runHere("roster", ...wrong);
      assert.equal(exitCode, 2);
      assert.match(stderr, /see --help/);
    });
  }

  it("explain tells which access a person has, by which team, until when", async () => {
    const { exitCode, stdout } = await runHere("roster", "explain", "Ann@Example.com", good);
    assert.equal(exitCode, 0);
    assert.match(stdout, /^ann@example\.com: edit\n/);
    assert.match(stdout, /by team field: view, view on application "Line \$\{1\}" \(until 2999-01-31\)/);
    assert.match(stdout, /by people: edit \(reason: on call\)/);
  });

  it("explain says of an admin which role they have until their second factor is there", async () => {
    const file = join(folder, "two-factor.yaml");
    const roster = "roster: { requireTwoFactor: admins, roleUntilTwoFactor: view }";
    writeFileSync(file, `${roster}\npeople:\n  bob@example.com: admin\n  eve@example.com: edit\n`);
    const told = async (email: string) =>
      (await runHere("roster", "explain", email, file)).stdout.split("\n")[0];
    assert.equal(
      await told("bob@example.com"),
      "bob@example.com: admin (view until they have a second factor)",
    );
    assert.equal(await told("eve@example.com"), "eve@example.com: edit");
  });

  it("explain --json gives the same as data", async () => {
    const { stdout } = await runHere("roster", "explain", "ann@example.com", good, "--json");
    const { role, isEnded, grants } = JSON.parse(stdout);
    assert.deepEqual([role, isEnded, grants.length], ["edit", false, 2]);
  });

  it("explain says that somebody is in no file, and who is near", async () => {
    const { exitCode, stderr } = await runHere("roster", "explain", "anne@example.com", good);
    assert.equal(exitCode, 1);
    assert.match(stderr, /anne@example\.com is in no team.*Did you mean ann@example\.com\?/);
  });

  for (const command of [[], ["check"], ["explain"]]) {
    it(`${["roster", ...command].join(" ")} --help has an example and the exit codes`, async () => {
      const { exitCode, stdout } = await runHere("roster", ...command, "--help");
      assert.equal(exitCode, 0);
      assert.match(stdout, /Exit codes: 0 .* 1 .* 2/);
      assert.match(stdout, /^ {2}pulumi-losant roster \w+ .*people\.yaml/m);
    });
  }
});
