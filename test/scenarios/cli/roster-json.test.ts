import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TestSimulator } from "../../support/simulator";
import { runHere } from "../../unit/cli/run-here";
import { assertPlain } from "../hostile/hostile-texts";
import { runInProcess } from "./run-in-process";

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
    const { stdout } = await runHere("roster", "explain", "ann@example.com", file, "--json");
    assertPlain(stdout);
    assert.equal(JSON.parse(stdout).reason, `x${hostile}x`);
  });
});
