import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInProcess } from "../../scenarios/cli/run-in-process";
import { assertPlain } from "../../scenarios/hostile/hostile-texts";
import { TestSimulator } from "../../support/simulator";
import { runCommand } from "./run-command";

const hostile = "\u202eright to left \u009b31m \u2028 next \ufeff";

describe("the JSON that commands print", () => {
  let simulator: TestSimulator;
  const folder = mkdtempSync(join(tmpdir(), "roster-json-"));
  before(async () => {
    simulator = await TestSimulator.start();
    await simulator.setOrganization({ name: hostile });
  });
  after(() => {
    simulator?.close();
    rmSync(folder, { recursive: true });
  });

  it("has escapes for what steers a terminal in the name of an organization", async () => {
    const { stdout } = await runInProcess(simulator, "status", "--json");
    assertPlain(stdout);
    assert.equal(JSON.parse(stdout).organizations[0].name, hostile);
  });

  it("has escapes for what steers a terminal in a reason", async () => {
    const file = join(folder, "p.yaml");
    writeFileSync(
      file,
      JSON.stringify({ people: { "ann@example.com": { role: "view", reason: `x${hostile}x` } } }),
    );
    const { stdout } = await runCommand("roster", "explain", "ann@example.com", file, "--json");
    assertPlain(stdout);
    assert.equal(JSON.parse(stdout).reason, `x${hostile}x`);
  });
});
