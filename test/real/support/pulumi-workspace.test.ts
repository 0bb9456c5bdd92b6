import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { succeed } from "../../support/cli-setting";
import { PulumiWorkspace } from "../../support/pulumi-workspace";
import { TestSimulator } from "../../support/simulator";

const email = "bob@example.com";

describe("a workspace of the Pulumi CLI", () => {
  let simulator: TestSimulator;
  let workspace: PulumiWorkspace;

  before(async () => {
    simulator = await TestSimulator.start();
    await simulator.addMember({ email, role: "view" });
    workspace = await PulumiWorkspace.create({ env: simulator.env });
    workspace.program(
      `new losant.OrgMember("bob", { orgId: "${simulator.orgId}", email: "${email}", role: "edit" });`,
    );
  });

  after(async () => {
    await workspace?.dispose();
    await simulator?.close();
  });

  it("brings a member up, sees no change with one request, destroys the member, and leaves nothing behind", async () => {
    await succeed(workspace.up());
    const { bob } = await workspace.exportState();
    assert.deepEqual([bob?.type, bob?.outputs.role], ["pulumi-nodejs:dynamic/losant:OrgMember", "edit"]);
    assert.equal((await simulator.fetchMember(email))?.role, "edit");
    await simulator.clearRequests();
    await succeed(workspace.preview("--expect-no-changes"));
    assert.deepEqual((await simulator.requests()).byAction, { "org.get": 1 });
    await succeed(workspace.destroy());
    assert.equal(await simulator.fetchMember(email), undefined);
    assert.deepEqual(await workspace.exportState(), {});
    await workspace.dispose();
    assert.equal(existsSync(workspace.folder), false);
  });
});
