import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { AnswerProxy } from "../../support/answer-proxy";
import { fill } from "../../support/filled-organization";
import { notAllowed } from "../../support/not-allowed-values";
import { PulumiWorkspace } from "../../support/pulumi-workspace";
import { TestSimulator } from "../../support/simulator";
import { runBuilt } from "./run-built";

describe("an exported project on the real CLI, because only that compiles it (as YAML: see the walk)", () => {
  let simulator: TestSimulator;
  let proxy: AnswerProxy;
  let workspace: PulumiWorkspace;

  before(async () => {
    simulator = await TestSimulator.start();
    await fill(simulator, 60);
    proxy = await AnswerProxy.start(simulator.url);
    proxy.add({ edit: notAllowed });
  });
  beforeEach(async () => {
    workspace = await PulumiWorkspace.create({ env: { ...simulator.env, LOSANT_API_URL: proxy.url } });
    rmSync(join(workspace.folder, "Pulumi.yaml"));
    await simulator.clearRequests();
  });
  afterEach(() => workspace?.dispose());
  after(async () => {
    await proxy?.close();
    await simulator?.close();
  });

  const succeed = async (...commandLine: string[]) => {
    const { exitCode, output } = await workspace.run(...commandLine, "--non-interactive");
    assert.equal(exitCode, 0, output);
  };

  for (const form of ["roster", "memberships"]) {
    it(`as ${form} changes nothing at its first up, and then nothing differs`, async () => {
      const commandLine = ["export", "--as", form, "--out", ".", "--force"];
      const { exitCode, output } = await runBuilt(workspace.folder, workspace.env, ...commandLine);
      assert.equal(exitCode, 0, output);
      await succeed("stack", "init", "dev");
      await succeed("up", "--yes", "--skip-preview");
      const { byAction } = await simulator.requests();
      const reads = /\.get$|pendingInvites|Counts/;
      assert.deepEqual(
        Object.keys(byAction).filter((action) => !reads.test(action)),
        [],
      );
      await succeed("preview", "--expect-no-changes");
    });
  }
});
