import assert from "node:assert/strict";
import { checkSettings, settingSource } from "../../../native/provider-settings";
import { readSettings } from "../../../provider/live/settings";
import { unknownValue } from "../../../provider/vocabulary/unknown-values";

const explicit = "urn:pulumi:dev::people::pulumi:providers:losant::customer";
const byDefault = "urn:pulumi:dev::people::pulumi:providers:losant::default_1_0_0";

describe("a provider's settings", () => {
  let environment: Record<string, string>;

  beforeEach(() => {
    environment = {};
  });

  const settings = (stated: Record<string, unknown>, isExplicit: boolean) =>
    readSettings(settingSource(stated, isExplicit, environment));

  it("come from the environment before the stack's configuration", () => {
    environment.LOSANT_MIN_ADMINS = "3";
    assert.equal(settings({ minAdmins: "2" }, false).minAdmins, 3);
    environment.LOSANT_API_TOKEN = "rotated";
    assert.equal(settings({ apiToken: "old" }, false).connection.apiToken, "rotated");
  });

  it("come from the arguments of an explicit provider before the environment", () => {
    environment.LOSANT_MIN_ADMINS = "3";
    environment.LOSANT_API_TOKEN = "another";
    const { minAdmins, connection } = settings({ apiToken: "its-own" }, true);
    assert.deepEqual([minAdmins, connection.apiToken], [3, "its-own"]);
  });

  it("make rosters stricter for an explicit provider, as for the stack", () => {
    assert.equal(settings({ unmanaged: "fail" }, true).unmanaged, "fail");
    environment.LOSANT_UNMANAGED = "fail";
    assert.equal(settings({}, true).unmanaged, "fail");
    assert.equal(settings({ unmanaged: "warn" }, false).unmanaged, "fail");
    assert.match(
      checkSettings({ unmanaged: "remove" }, explicit, {}).join(),
      /unmanaged must be warn or fail/,
    );
  });

  it("may be numbers and texts, and are absent as null", () => {
    assert.equal(settings({ minAdmins: 2 }, true).minAdmins, 2);
    assert.equal(settings({ minAdmins: "2" }, true).minAdmins, 2);
    assert.equal(settings({ minAdmins: null }, true).minAdmins, 1);
  });

  it("are refused where there is none of that name, with those that there are", () => {
    const problems = checkSettings({ token: "hunter2", toString: 1 }, explicit, environment);
    assert.equal(problems.length, 2);
    assert.match(problems.join(), /^token: there is no such setting; use one of apiToken/);
    assert.doesNotMatch(problems.join(), /hunter2/);
  });

  it("are refused for a wrong value, without a token", () => {
    const problems = checkSettings({ apiToken: "hunter2\n", minAdmins: 0 }, explicit, environment);
    assert.equal(problems.length > 0, true);
    assert.doesNotMatch(problems.join(), /hunter2/);
  });

  it("are not judged before they are known", () => {
    const unknown = { apiToken: unknownValue, apiUrl: unknownValue, minAdmins: unknownValue };
    assert.deepEqual(checkSettings(unknown, explicit, environment), []);
  });

  it("may stand beside what the engine adds", () => {
    const added = { version: "1.0.0", pluginDownloadURL: "https://example.com", __internal: {} };
    assert.deepEqual(checkSettings(added, byDefault, environment), []);
  });
});
