import assert from "node:assert/strict";
import { settings } from "../../../client";
import { settingKeys } from "../../../sdk/generated/kinds";
import { runMocked } from "../../support/mocked-program";
import { ofBothModules, orgId } from "./both-modules";

const token = "a-token-of-the-configuration";

describe("settings in the stack's configuration", () => {
  it("are those that the client knows", () => {
    assert.deepEqual(
      settingKeys,
      Object.values(settings).map(({ stack }) => stack),
    );
  });
});

ofBothModules("settings in the stack's configuration", (losant) => {
  const warnings = async (config: Record<string, string>, secretKeys: string[] = []) => {
    const program = () => {
      new losant.Organization("acme", { orgId });
      new losant.OrgMember("owner", { orgId, email: "owner@example.com" });
    };
    const ran = await runMocked(program, { config, secretKeys });
    assert.equal(ran.error, undefined);
    return ran.warnings;
  };

  it("that do not exist are warned of once, with those that do", async () => {
    const [warning = "", ...others] = await warnings({ "losant:apiTokn": "never-shown" }, ["losant:apiTokn"]);
    assert.deepEqual(others, []);
    assert.match(
      warning,
      /losant:apiTokn is set .* no such setting\. Use one of losant:apiToken, losant:apiUrl, /,
    );
    assert.doesNotMatch(warning, /never-shown/);
  });

  it("with the token in clear are warned of once", async () => {
    const [warning = "", ...others] = await warnings({ "losant:apiToken": token });
    assert.deepEqual(others, []);
    assert.match(warning, /losant:apiToken is stored in clear .*pulumi config set --secret losant:apiToken/);
    assert.doesNotMatch(warning, new RegExp(token));
  });

  it("with an encrypted token, and keys of others, are quiet", async () => {
    const config = { "losant:apiToken": token, "losant:maxAttempts": "4", "test:orgId": "of the program" };
    assert.deepEqual(await warnings(config, ["losant:apiToken"]), []);
  });
});
