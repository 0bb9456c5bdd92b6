import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { PulumiWorkspace } from "../../support/pulumi-workspace";
import { TestSimulator } from "../../support/simulator";

describe("a workspace of the Pulumi CLI", () => {
  let simulator: TestSimulator;
  let workspace: PulumiWorkspace;

  before(async () => {
    simulator = await TestSimulator.start();
    await simulator.addMember({ email: "bob@example.com", role: "view" });
    workspace = await PulumiWorkspace.create({ env: simulator.env });
    workspace.program(
      `new losant.OrgMember("bob", { orgId: "${simulator.orgId}", email: "bob@example.com", role: "edit" });`,
    );
  });

  after(async () => {
    await workspace?.dispose();
    await simulator?.close();
  });

  it("plans a member", async () => {
    const planned = await workspace.previewJson();
    assert.equal(planned.byName.bob?.op, "create", planned.messages.join("\n"));
  });

  it("brings a member up", async () => {
    const { exitCode, output } = await workspace.up();
    assert.equal(exitCode, 0, output);
    const { bob } = await workspace.exportState();
    assert.equal(bob?.type, "pulumi-nodejs:dynamic/losant:OrgMember");
    assert.equal(bob.outputs.role, "edit");
    assert.equal((await simulator.fetchMember("bob@example.com"))?.role, "edit");
  });

  it("sees no change, with one request", async () => {
    await simulator.clearRequests();
    const { exitCode, output } = await workspace.preview("--expect-no-changes");
    assert.equal(exitCode, 0, output);
    const { byAction } = await simulator.requests();
    assert.deepEqual(byAction, { "org.get": 1 });
  });

  it("takes the configuration of the stack", async () => {
    await workspace.config("losant:minAdmins", "1");
    await workspace.config("losant:apiToken", simulator.token, { secret: true });
    assert.match((await workspace.run("config", "--show-secrets")).stdout, new RegExp(simulator.token));
  });

  it("destroys the member", async () => {
    const { exitCode, output } = await workspace.destroy();
    assert.equal(exitCode, 0, output);
    assert.equal(await simulator.fetchMember("bob@example.com"), undefined);
    assert.deepEqual(await workspace.exportState(), {});
  });

  it("leaves nothing behind", async () => {
    await workspace.dispose();
    assert.equal(existsSync(workspace.folder), false);
  });
});
