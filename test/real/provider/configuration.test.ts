import assert from "node:assert/strict";
import { CliSetting, fail, succeed } from "../../support/cli-setting";
import { onBothFaces } from "../../support/faces";

const ann = "ann@example.com";

onBothFaces("configuration on the real CLI", (face) => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start(face);
  });

  beforeEach(async () => {
    await setting.reset();
    await setting.simulator.addMember({ email: ann, role: "view" });
    setting.program(`new losant.OrgMember("ann", { orgId, email: "${ann}", role: "edit" });`);
  });

  after(() => setting?.close());

  const withoutToken = () => {
    delete setting.workspace.env.LOSANT_API_TOKEN;
  };

  it("a missing token is told once, and shapes are checked all the same", async () => {
    withoutToken();
    setting.program(
      `for (const name of ["a", "b"]) new losant.OrgInvite(name, { orgId, email: name + "@example.com", role: "view" });`,
    );
    const output = await succeed(setting.workspace.preview("--refresh=false"));
    assert.match(output, /warning: nothing was compared with the live organization\. No API token is set/);
    assert.match(output, /pulumi config set --secret losant:apiToken/);
    assert.equal((await setting.simulator.requests()).total, 0);
    setting.program(`new losant.OrgInvite("a", { orgId, email: "a@example.com", role: "boss" });`);
    assert.match(await fail(setting.workspace.preview("--refresh=false")), /role: must be one of/);
  });

  it("a pull request without the token previews changes against the recorded state", async () => {
    await succeed(setting.workspace.up());
    withoutToken();
    // The native plugin reads by itself, unless it is told not to.
    setting.workspace.env.LOSANT_OFFLINE = "true";
    setting.program(`new losant.OrgMember("ann", { orgId, email: "${ann}", role: "view" });`);
    assert.match(
      await succeed(setting.workspace.preview("--refresh=false", "--diff")),
      /role\s*: "edit" => "view"/,
    );
    assert.match(await fail(setting.workspace.up("--refresh=false")), /No API token is set/);
  });

  it("a refused token is told with the way out, and never shown", async () => {
    await succeed(setting.workspace.up());
    setting.workspace.env.LOSANT_API_TOKEN = "sekrit-token";
    const output = await fail(setting.workspace.preview());
    assert.match(output, /answered 401 .*set LOSANT_API_TOKEN .*--refresh=false helps once/);
    assert.doesNotMatch(output, /sekrit-token/);
  });

  it("a token that lacks a scope is told with the scopes, one of which it needs", async () => {
    await setting.simulator.putState((state) => {
      state.tokenScopes = ["org.get", "org.pendingInvites", "me.get"];
    });
    assert.match(
      await fail(setting.workspace.up()),
      /answered 403 .*org\.modifyMember, org\.\*, all\.Organization/,
    );
  });

  it("the stack's secret token works, is encrypted in the state, and a rotated one comes by the environment", async () => {
    withoutToken();
    await setting.workspace.config("losant:apiToken", setting.simulator.token, { secret: true });
    await succeed(setting.workspace.up());
    const { stdout } = await setting.workspace.run("stack", "export");
    assert.ok(!stdout.includes(setting.simulator.token));
    await setting.simulator.putState((state) => {
      state.token = "rotated-token";
    });
    assert.match(await fail(setting.workspace.destroy()), /LOSANT_API_TOKEN/);
    setting.workspace.env.LOSANT_API_TOKEN = "rotated-token";
    await succeed(setting.workspace.destroy());
    assert.equal(await setting.simulator.fetchMember(ann), undefined);
  });

  for (const [name, value, reason] of [
    ["LOSANT_API_URL", "http://losant.example.com", /LOSANT_API_URL .*https/],
    ["LOSANT_REQUEST_TIMEOUT", "soon", /LOSANT_REQUEST_TIMEOUT is "soon"; it must be a whole number/],
    ["LOSANT_MAX_ATTEMPTS", "0", /LOSANT_MAX_ATTEMPTS is "0"; it must be a whole number/],
    ["LOSANT_MIN_ADMINS", "none", /LOSANT_MIN_ADMINS must be a whole number of at least 1/],
    ["LOSANT_MAX_REMOVALS", "most", /LOSANT_MAX_REMOVALS must be a number of people, such as 5, or a share/],
  ] as const) {
    it(`${name}=${value} is refused, naming where it stands`, async () => {
      setting.workspace.env[name] = value;
      assert.match(await fail(setting.workspace.preview()), reason);
      assert.equal((await setting.simulator.requests()).total, 0);
    });
  }

  it("a wrong value in the stack's configuration is told by its key", async () => {
    await setting.workspace.config("losant:minAdmins", "few");
    assert.match(await fail(setting.workspace.preview()), /losant:minAdmins must be a whole number/);
  });
});
