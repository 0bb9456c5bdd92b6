import assert from "node:assert/strict";
import { CliSetting, succeed } from "../../support/cli-setting";
import { onBothFaces } from "../../support/faces";

onBothFaces("absent outputs on the real CLI, because only the engine makes one unknown", (face) => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start(face);
  });

  beforeEach(async () => {
    await setting.reset();
    setting.program(`
      const pulumi = require("@pulumi/pulumi");
      const owner = new losant.OrgMembership("owner", { orgId, email: "owner@example.com", role: "admin" });
      const ann = new losant.OrgMembership("ann", { orgId, email: "ann@example.com", role: "view" });
      const bob = new losant.OrgInvite("bob", { orgId, email: "bob@example.com", role: "view" });
      const acme = new losant.Organization("acme", { orgId });
      const got = losant.OrgMember.get("got", orgId + "/${setting.simulator.userId}");
      const members = { "owner@example.com": "admin", "ann@example.com": "view", "bob@example.com": "view" };
      exports.absent = [owner.expiresAt, owner.until, ann.userId, ann.twoFactorEnabled, bob.reason, bob.userId,
        acme.description, got.reason, got.owner];
      exports.text = pulumi.interpolate\`\${owner.expiresAt} \${ann.applicationRoles}\`;
      exports.isUndefined = pulumi.all([owner.expiresAt, ann.userId]).apply((all) => all.every((one) => one === undefined));
      new losant.OrgInvite("used", { orgId, email: "used@example.com", role: "view", resend: ann.userId });`);
  });

  after(() => setting?.close());

  it("leave previews empty where inputs and exports use them, over an older release's state too", async () => {
    const { workspace } = setting;
    await succeed(workspace.up());
    await succeed(workspace.preview("--expect-no-changes"));
    assert.equal((await workspace.outputs()).isUndefined, true);
    const state = JSON.parse((await workspace.run("stack", "export", "--show-secrets")).stdout);
    for (const { outputs = {} } of state.deployment.resources) {
      for (const name of Object.keys(outputs)) if (outputs[name] === null) delete outputs[name];
    }
    workspace.write("old.json", JSON.stringify(state));
    await succeed(workspace.run("stack", "import", "--file", "old.json"));
    await succeed(workspace.preview("--expect-no-changes"));
    await succeed(workspace.refresh("--expect-no-changes"));
  });
});
