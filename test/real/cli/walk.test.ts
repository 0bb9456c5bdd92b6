import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fill } from "../../support/filled-organization";
import { PulumiWorkspace } from "../../support/pulumi-workspace";
import { TestSimulator } from "../../support/simulator";
import { runBuilt } from "./run-built";

const reads = ["applications.get", "dashboards.get", "me.get", "org.get", "org.pendingInvites"];
const newcomer = '  new@example.com: { role: view, until: 2999-12-31, reason: "audit" }';

describe("from a live organization to code, with both commands as they are installed", () => {
  let simulator: TestSimulator;
  let workspace: PulumiWorkspace;

  before(async () => {
    simulator = await TestSimulator.start();
    await fill(simulator, 60);
    workspace = await PulumiWorkspace.create({ env: simulator.env });
    rmSync(join(workspace.folder, "Pulumi.yaml"));
  });
  after(async () => {
    await workspace?.dispose();
    await simulator?.close();
  });

  const run = (...commandLine: string[]) => runBuilt(workspace.folder, simulator.env, ...commandLine);
  const succeed = async (...commandLine: string[]) => {
    const { exitCode, output } = await workspace.run(...commandLine, "--non-interactive");
    assert.equal(exitCode, 0, output);
    return output;
  };

  const begins = async () => {
    const where = ["--org", simulator.orgId, "--out", ".", "--force", "--no-install"];
    const { exitCode, output } = await run("init", "--as", "yaml", "--teams", ...where);
    assert.equal(exitCode, 0, output);
    assert.match(output, /Next: .*pulumi up\. The first up changes nothing at Losant/);
    assert.match((await run("roster", "check", "people.yaml")).output, /^65 people/);
  };

  const changesNothing = async () => {
    await succeed("stack", "init", "dev");
    await simulator.clearRequests();
    await succeed("up", "--yes", "--skip-preview");
    const { byAction } = await simulator.requests();
    assert.deepEqual(
      Object.keys(byAction).filter((action) => !reads.includes(action)),
      [],
    );
    await succeed("preview", "--expect-no-changes");
  };

  const changePeople = () => {
    const path = join(workspace.folder, "people.yaml");
    const text = readFileSync(path, "utf8").replace(/^ *- person1@example\.com\n/m, "");
    const changed = text.replace(/^people:$/m, `people:\n${newcomer}`);
    assert.match(changed, /new@example/);
    writeFileSync(path, changed);
  };

  it("asks for flags where there is no terminal to ask on", async () => {
    const { exitCode, output } = await run("init", "--as", "yaml");
    assert.equal(exitCode, 2);
    assert.match(output, /^error: not a terminal: pass --org and --out$/m);
  });

  it("begins with init, changes nothing, goes on with people.yaml, and ends with who has what, and why", async () => {
    await begins();
    await changesNothing();
    changePeople();
    const output = await succeed("up", "--yes");
    assert.match(output, /\+ invite new@example\.com \(view; until 2999-12-31; reason: audit\)/);
    assert.match(output, /- remove person1@example\.com \(edit/);
    const { stdout: status } = await run("status", "--people", "people.yaml");
    assert.match(status, /new@example\.com +view +in 7 days +2999-12-31/);
    assert.doesNotMatch(status, /person1@example\.com/);
    await succeed("preview", "--expect-no-changes");
    const { stdout } = await run("roster", "explain", "new@example.com", "people.yaml");
    assert.match(stdout, /new@example\.com: view; until 2999-12-31/);
    assert.match(stdout, /reason: audit/);
  });
});
