import assert from "node:assert/strict";
import { settings } from "../../../client";
import { settingKeys } from "../../../sdk/settings";
import { CliSetting, succeed } from "../../support/cli-setting";

describe("settings in the stack's configuration", () => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start();
  });

  beforeEach(async () => {
    await setting.reset();
    setting.program(
      `new losant.Organization("acme", { orgId });
       new losant.OrgMember("owner", { orgId, email: "owner@example.com" });
       exports.name = losant.getOrganization({ orgId }).then(({ name }) => name);`,
    );
  });

  after(() => setting?.close());

  const diagnostics = async () => (await succeed(setting.workspace.preview())).split("Diagnostics:")[1] ?? "";

  it("are those that the client knows", () => {
    assert.deepEqual(
      settingKeys,
      Object.values(settings).map(({ stack }) => stack),
    );
  });

  it("that do not exist are warned of once", async () => {
    await setting.workspace.config("losant:apiTokn", "never-shown", { secret: true });
    const text = await diagnostics();
    assert.equal(text.match(/warning: losant:apiTokn is set .* no such setting/g)?.length, 1, text);
    assert.match(text, /Use one of losant:apiToken, losant:apiUrl, /);
  });

  it("with the token in clear are warned of once", async () => {
    await setting.workspace.config("losant:apiToken", setting.simulator.token);
    const text = await diagnostics();
    assert.equal(text.match(/warning: losant:apiToken is stored in clear/g)?.length, 1, text);
    assert.match(text, /pulumi config set --secret losant:apiToken/);
    assert.doesNotMatch(text, new RegExp(setting.simulator.token));
  });

  it("with an encrypted token are quiet", async () => {
    await setting.workspace.config("losant:apiToken", setting.simulator.token, { secret: true });
    await setting.workspace.config("losant:maxAttempts", "4");
    await setting.workspace.config("orgId", "of the program");
    assert.doesNotMatch(await diagnostics(), /warning/);
  });
});
