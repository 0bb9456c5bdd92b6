import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PulumiWorkspace } from "../../support/pulumi-workspace";
import { TestSimulator } from "../../support/simulator";
import { fill, runHere } from "./live-organization";

describe("from a live organization to code", () => {
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

  const run = (...commandLine: string[]) => runHere(workspace.folder, simulator.env, ...commandLine);
  const succeed = async (...commandLine: string[]) => {
    const { exitCode, output } = await workspace.run(...commandLine, "--non-interactive");
    assert.equal(exitCode, 0, output);
    return output;
  };
  const people = () => join(workspace.folder, "people.yaml");

  it("asks for flags where there is no terminal to ask on", async () => {
    const { exitCode, output } = await run("init", "--as", "yaml");
    assert.equal(exitCode, 2);
    assert.match(output, /^error: not a terminal: pass --org and --out$/m);
  });

  it("begins with init, and a first up that writes nothing", async () => {
    const flags = [
      "--org",
      simulator.orgId,
      "--as",
      "yaml",
      "--teams",
      "--out",
      ".",
      "--force",
      "--no-install",
    ];
    const { exitCode, output } = await run("init", ...flags);
    assert.equal(exitCode, 0, output);
    assert.match(output, /Next: .*pulumi up\. The first up changes nothing at Losant/);
    assert.match((await run("roster", "check", "people.yaml")).output, /^65 people/);
    await succeed("stack", "init", "dev");
    await simulator.clearRequests();
    await succeed("up", "--yes", "--skip-preview");
    const { byAction } = await simulator.requests();
    assert.deepEqual(
      Object.keys(byAction).sort(),
      ["applications.get", "dashboards.get", "me.get", "org.get", "org.pendingInvites"].filter(
        (action) => action in byAction,
      ),
    );
    await succeed("preview", "--expect-no-changes");
  });

  it("goes on with a change in people.yaml", async () => {
    const text = readFileSync(people(), "utf8");
    const changed = text
      .replace(/^ *- person1@example\.com\n/m, "")
      .replace(
        /^people:$/m,
        'people:\n  new@example.com: { role: view, until: 2999-12-31, reason: "audit" }',
      );
    assert.match(changed, /new@example/);
    writeFileSync(people(), changed);
    const preview = await succeed("preview");
    assert.match(preview, /\+ invite new@example\.com \(view; until 2999-12-31; reason: audit\)/);
    assert.match(preview, /- remove person1@example\.com \(edit/);
    await succeed("up", "--yes", "--skip-preview");
    const { stdout } = await run("status", "--people", "people.yaml");
    assert.match(stdout, /new@example\.com +view +in 7 days +2999-12-31/);
    assert.doesNotMatch(stdout, /person1@example\.com/);
    await succeed("preview", "--expect-no-changes");
  });

  it("ends with who has what, and why", async () => {
    const { stdout } = await run("roster", "explain", "new@example.com", "people.yaml");
    assert.match(stdout, /new@example\.com: view; until 2999-12-31/);
    assert.match(stdout, /reason: audit/);
  });
});
