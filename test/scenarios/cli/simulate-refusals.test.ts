import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { startSimulator } from "../../../simulator/index";
import { temporaryFolder } from "../../support/project-folder";
import { runHere } from "../../unit/cli/run-here";
import { assertPlain, hostileTexts } from "../hostile/hostile-texts";

describe("pulumi-losant simulate", () => {
  it("refuses a number of people that is none", async () => {
    for (const people of ["x", "-1", "1001", "1.5"]) {
      const { exitCode, stderr } = await runHere("simulate", `--people=${people}`);
      assert.equal(exitCode, 2);
      assert.match(stderr, /--people <number>.*whole number from 0 to 1000/);
    }
  });

  it("refuses a port that is none", async () => {
    for (const port of ["x", "-1", "65536", "1.5"]) {
      const { exitCode, stderr } = await runHere("simulate", `--port=${port}`);
      assert.equal(exitCode, 2);
      assert.match(stderr, /--port <number>.*whole number from 0 to 65535/);
    }
  });

  it("says when the port is taken, without a stack", async () => {
    const other = await startSimulator();
    const { port } = new URL(other.url);
    const { exitCode, stderr, stdout } = await runHere("simulate", "--port", port);
    await other.close();
    assert.deepEqual([exitCode, stdout], [1, ""]);
    assert.match(stderr, new RegExp(`^error: Port ${port} is taken`));
    assert.doesNotMatch(stderr, /\n\s+at /);
  });

  it("says which state file cannot be used and why, without a stack", async () => {
    const path = join(temporaryFolder("simulate"), "bad.json");
    writeFileSync(path, "{}");
    const { exitCode, stderr, stdout } = await runHere("simulate", "--state", path);
    assert.deepEqual([exitCode, stdout], [1, ""]);
    assert.ok(stderr.includes(path), stderr);
    assert.doesNotMatch(stderr, /\n\s+at [^\s]+ \(/);
  });

  it("explains its options and the line that it prints", async () => {
    const { exitCode, stdout } = await runHere("simulate", "--help");
    assert.equal(exitCode, 0);
    for (const word of ["--port", "--state", '"orgId"', "LOSANT_API_URL", "simulate --people 12"])
      assert.ok(stdout.includes(word), word);
  });

  for (const [what, text] of Object.entries(hostileTexts)) {
    it(`lets a state file steer no terminal: ${what}`, async () => {
      const path = join(temporaryFolder("simulate"), "state.json");
      const state = { [text]: text, token: { [text]: text }, organizations: [{ id: text }] };
      writeFileSync(path, JSON.stringify(state));
      const { exitCode, stdout, stderr } = await runHere("simulate", "--state", path);
      assert.equal(exitCode, 1, stdout);
      assertPlain(stdout + stderr);
    });
  }
});
