import assert from "node:assert/strict";
import { CliSetting, fail, succeed } from "../../support/cli-setting";
import { onBothFaces } from "../../support/faces";

const ann = "ann@example.com";

onBothFaces("resources on the real engine, which alone has unknown values, secrets and a state", (face) => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start(face);
  });

  beforeEach(async () => {
    await setting.reset();
    await setting.simulator.addMember({ email: ann, role: "view" });
  });

  after(() => setting?.close());

  it("preview values that only up will know, and are not replaced when their organization is updated", async () => {
    const program = (description: string) =>
      setting.program(
        `const acme = new losant.Organization("acme", { orgId, description: "${description}" });
         const made = new losant.Organization("made", { name: "Made" });
         const bob = new losant.OrgInvite("bob", { orgId: made.orgId, email: "bob@example.com", role: "view" });
         const role = bob.status.apply((status) => (status === "pending" ? "edit" : "none"));
         new losant.OrgMember("ann", { orgId: acme.orgId, email: "${ann}", role });
         new losant.OrgInvite("carol", { orgId: acme.id, email: "carol@example.com", role: "view" });
         new losant.OrgRoster("everybody", { orgId, unmanaged: "ignore",
           members: bob.status.apply(() => ({ "owner@example.com": "admin" })) });`,
      );
    program("one");
    const planned = await setting.workspace.previewJson();
    assert.deepEqual(planned.changeSummary, { create: 7 });
    assert.match(planned.messages.join("\n"), /not all known before up, so it has no plan to show yet/);
    await succeed(setting.workspace.up());
    assert.equal((await setting.simulator.fetchMember(ann))?.role, "edit");
    program("two");
    assert.deepEqual((await setting.workspace.previewJson()).changeSummary, { same: 6, update: 1 });
  });

  const constantText = (handler: string) =>
    `exports.handler = () => require("module").createRequire(process.cwd() + "/")("pulumi-losant/provider").${handler}()`;

  it("keep in state their types and the constant provider text of the dynamic face, no token, and secrets as secrets", async () => {
    setting.program(
      `const { secret } = require("@pulumi/pulumi");
       new losant.Organization("acme", { orgId });
       new losant.OrgMember("ann", { orgId, email: "${ann}", role: secret("collaborate") });
       new losant.OrgInvite("bob", { orgId, email: "bob@example.com", role: "view" });
       new losant.OrgMembership("carol", { orgId, email: "carol@example.com", role: "view" });`,
    );
    await succeed(setting.workspace.up());
    const { stdout } = await setting.workspace.run("stack", "export", "--show-secrets");
    assert.ok(!stdout.includes(setting.simulator.token));
    const { acme, ann: member, bob, carol } = await setting.workspace.exportState();
    const recorded = [acme, member, bob, carol].map((one) => [one?.type, one?.inputs.__provider]);
    const expected = [
      ["Organization", "organization"],
      ["OrgMember", "orgMember"],
      ["OrgInvite", "orgInvite"],
      ["OrgMembership", "orgMembership"],
    ].map(([kind = "", handler = ""]) => [
      face.typeOf(kind),
      face.name === "native" ? undefined : constantText(handler),
    ]);
    assert.deepEqual(recorded, expected);
    await succeed(setting.workspace.refresh());
    const refreshed = (await setting.workspace.exportState()).ann;
    for (const one of [member, refreshed]) {
      assert.doesNotMatch(JSON.stringify([one?.inputs, one?.outputs]), /collaborate/);
    }
  });

  it("are refused for a wrong secret value, which is not shown", async () => {
    setting.program(
      `const pulumi = require("@pulumi/pulumi");
       new losant.Organization("acme", { orgId, billingEmail: pulumi.secret("hunter2") });`,
    );
    const output = await fail(setting.workspace.preview());
    assert.match(output, /billingEmail: must be an email address/);
    assert.doesNotMatch(output, /hunter2/);
  });
});
