import assert from "node:assert/strict";
import { CliSetting, fail, succeed } from "../../support/cli-setting";
import { onBothFaces } from "../../support/faces";

const ann = "ann@example.com";

onBothFaces("configuration on the real CLI, which alone hands it to the provider and records it", (face) => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start(face);
    await setting.reset();
  });

  after(() => setting?.close());

  const declare = (role: string) =>
    setting.program(`new losant.OrgMember("ann", { orgId, email: "${ann}", role: "${role}" });
      new losant.OrgMember("owner", { orgId, email: "owner@example.com" });`);
  const rotateTo = (token: string) =>
    setting.simulator.putState((state) => {
      state.token = token;
    });

  it("a token comes from the environment or the stack, a pull request goes without, and a rotated one is told", async () => {
    const { workspace, simulator } = setting;
    await simulator.addMember({ email: ann, role: "view" });
    declare("edit");
    await succeed(workspace.up());

    delete workspace.env.LOSANT_API_TOKEN;
    // The native plugin reads by itself, unless it is told not to.
    workspace.env.LOSANT_OFFLINE = "true";
    await simulator.clearRequests();
    declare("view");
    const pullRequest = await succeed(workspace.preview("--refresh=false", "--diff"));
    assert.match(pullRequest, /role\s*: "edit" => "view"/);
    assert.match(
      pullRequest,
      /warning: nothing was compared with the live organization\. No API token is set/,
    );
    assert.match(pullRequest, /pulumi config set --secret losant:apiToken/);
    assert.match(await fail(workspace.up("--refresh=false")), /No API token is set/);
    assert.equal((await simulator.requests()).total, 0);

    await workspace.config("losant:apiToken", simulator.token, { secret: true });
    // A refresh uses what the last up has recorded: no token.
    await succeed(workspace.up("--refresh=false"));
    delete workspace.env.LOSANT_OFFLINE;
    assert.equal((await simulator.fetchMember(ann))?.role, "view");
    const { stdout } = await workspace.run("stack", "export");
    assert.ok(!stdout.includes(simulator.token));

    await rotateTo("rotated-token");
    const refused = await fail(workspace.destroy());
    assert.match(refused, /answered 401 .*set LOSANT_API_TOKEN .*--refresh=false helps once/);
    assert.ok(!refused.includes(simulator.token));
    workspace.env.LOSANT_API_TOKEN = "rotated-token";
    await succeed(workspace.destroy());
    assert.equal(await simulator.fetchMember(ann), undefined);
  });
});
