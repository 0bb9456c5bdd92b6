import assert from "node:assert/strict";
import { CheckRequest, ConfigureRequest, ProviderHandshakeRequest } from "@pulumi/pulumi/proto/provider_pb";
import { ProviderService } from "../../../native/provider-service";
import { encode } from "../../../native/values";
import type { Properties } from "../../../provider/calls/properties";
import { hostProcess } from "../../support/host-process";

const byDefault = (project: string) => `urn:pulumi:dev::${project}::pulumi:providers:losant::default`;
const explicit = (project: string) => `urn:pulumi:dev::${project}::pulumi:providers:losant::customer`;

describe("the plugin's own settings", () => {
  let told: string[];
  let service: ProviderService;

  beforeEach(() => {
    told = [];
    const log = {
      connect: () => undefined,
      write: (severity: string, text: string) => void told.push(`${severity}: ${text}`),
    };
    service = new ProviderService(
      { version: "1.0.0", schema: () => "{}" },
      log,
      hostProcess({ env: { LOSANT_API_TOKEN: "from-outside" } }),
      undefined,
    );
  });

  const problems = async (urn: string, stated: Properties) => {
    const answer = await service.checkConfig(new CheckRequest().setUrn(urn).setNews(encode(stated)));
    return answer.getFailuresList().map((failure) => failure.getReason());
  };

  const configure = (stated: Properties, urn = "") =>
    service.configure(new ConfigureRequest().setUrn(urn).setArgs(encode(stated)));

  it("refuse names that are none, with the names that there are", async () => {
    const [problem = ""] = await problems(byDefault("people"), { apiTokn: "secret-of-ours" });
    assert.match(problem, /^apiTokn: there is no such setting; use one of apiToken, apiUrl, /);
    assert.doesNotMatch(problem, /secret-of-ours/);
  });

  it("leave the configuration of a project called losant alone, and no provider's arguments", async () => {
    assert.deepEqual(await problems(byDefault("losant"), { orgId: "575ed6e87ae143cd83dc4aa8" }), []);
    assert.equal((await problems(byDefault("losant"), { minAdmins: "none" })).length, 1);
    assert.equal((await problems(explicit("losant"), { apiTokn: "x" })).length, 1);
  });

  it("are refused where an old CLI does not tell whose they are, and it matters", async () => {
    await assert.rejects(configure({ apiToken: "of-a-provider" }), ({ message }) => {
      assert.match(message, /LOSANT_API_TOKEN .* Pulumi CLI 3\.154\.0 or later/);
      assert.doesNotMatch(message, /of-a-provider|from-outside/);
      return true;
    });
    await configure({ apiToken: "from-outside", minAdmins: "2" });
    await configure({ apiToken: "of-a-provider" }, explicit("people"));
  });

  it("come with a warning where the CLI does not read before it compares", async () => {
    await configure({}, byDefault("people"));
    assert.match(told.join(), /^warning: .*options: \{refresh: always\}.* Pulumi CLI 3\.172\.0 or later/);
  });

  it("come without one where it does", async () => {
    await service.handshake(new ProviderHandshakeRequest().setSupportsRefreshBeforeUpdate(true));
    await configure({}, byDefault("people"));
    assert.deepEqual(told, []);
  });
});
