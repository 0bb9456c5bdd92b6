import assert from "node:assert/strict";
import { join } from "node:path";
import { temporaryFolder } from "../../support/project-folder";
import { TestSimulator } from "../../support/simulator";
import { runInProcess } from "./run-in-process";

describe("wrong use of the commands that read Losant", () => {
  let simulator: TestSimulator;

  before(async () => {
    simulator = await TestSimulator.start();
  });
  after(() => simulator?.close());
  beforeEach(() => simulator.clearRequests());

  for (const command of ["export", "init"]) {
    it(`is --teams with another form than yaml: ${command}`, async () => {
      const flags = ["--org", simulator.orgId, "--as", "roster", "--teams", "--out", temporaryFolder("use")];
      const { exitCode, stdout, stderr } = await runInProcess(simulator, command, ...flags);
      assert.deepEqual([exitCode, stdout], [2, ""]);
      assert.match(stderr, /^error: --teams requires --as yaml$/m);
    });
  }

  for (const [hint, command, ...flags] of [
    ["or leave it out to choose from a list", "init", "--as", "roster", "--out"],
    ["or leave it out to choose from a list", "export", "--out"],
    ["or leave it out for all that the token sees", "status", "--people"],
    ["or leave it out for all that the token sees", "report", "--people"],
    ["or leave it out for all that the token sees", "usage", "--svg"],
  ]) {
    it(`is an organization that is no id: ${command}`, async () => {
      const folder = join(temporaryFolder("use"), "new");
      const line = [command ?? "", "--org", "acme", ...flags, folder];
      const { exitCode, stdout, stderr } = await runInProcess(simulator, ...line);
      assert.deepEqual([exitCode, stdout], [2, ""]);
      assert.match(stderr, new RegExp(`^error: --org: must be 24 hex digits, ${hint}$`, "m"));
      assert.equal((await simulator.requests()).total, 0);
    });
  }

  for (const command of ["export", "init"]) {
    for (const folder of ["", " "]) {
      it(`is an empty folder: ${command} --out "${folder}"`, async () => {
        const flags = ["--org", simulator.orgId, "--as", "roster", "--out", folder];
        const { exitCode, stdout, stderr } = await runInProcess(simulator, command, ...flags);
        assert.deepEqual([exitCode, stdout], [2, ""]);
        assert.match(stderr, /^error: --out: must name a folder; use \. for the current one$/m);
      });
    }

    it(`leaves other files of a folder alone, and says so in the help of ${command}`, async () => {
      const { stdout } = await runInProcess(simulator, command, "--help");
      assert.match(stdout.replace(/\s+/g, " "), /--out <folder> .*other files in it are left alone/);
    });
  }

  it("is no organization in capitals and with blanks around", async () => {
    const { exitCode } = await runInProcess(
      simulator,
      "status",
      "--org",
      ` ${simulator.orgId.toUpperCase()} `,
    );
    assert.equal(exitCode, 0);
  });

  it("is no --teams in init that says no form: that is yaml then", async () => {
    const flags = ["--org", simulator.orgId, "--teams", "--no-install"];
    const folder = join(temporaryFolder("use"), "new");
    const { exitCode, stdout } = await runInProcess(simulator, "init", ...flags, "--out", folder);
    assert.equal(exitCode, 0);
    assert.match(stdout, /people\.yaml/);
  });
});
