import assert from "node:assert/strict";
import { ConfigureRequest } from "@pulumi/pulumi/proto/provider_pb";
import { EngineLog } from "../../../native/engine-log";
import { ProviderService } from "../../../native/provider-service";
import { nameIn } from "../../../native/urn";
import { encode } from "../../../native/values";
import { hostProcess } from "../../support/host-process";

const info = { version: "1.0.0", schema: () => "{}" };

describe("unit: a resource's name in a program", () => {
  const urn = (types: string) => `urn:pulumi:dev::people::${types}::ann`;

  it("is its own at the top", () => {
    assert.equal(nameIn(urn("losant:index:OrgMembership")), "ann");
  });

  it("tells apart resources of the same name in components of other kinds", () => {
    const inTeam = nameIn(urn("my:index:Team$losant:index:OrgMembership"));
    assert.equal(inTeam, "ann in my:index:Team");
    assert.notEqual(inTeam, nameIn(urn("my:index:Squad$losant:index:OrgMembership")));
    assert.equal(nameIn(urn("my:A$my:B$losant:index:OrgMembership")), "ann in my:A > my:B");
  });
});

describe("unit: the arguments of a provider", () => {
  const tokenOf = async (name: string) => {
    const service = new ProviderService(
      info,
      new EngineLog(),
      hostProcess({ env: { LOSANT_API_TOKEN: "from-outside" } }),
      undefined,
    );
    const urn = `urn:pulumi:dev::people::pulumi:providers:losant::${name}`;
    await service.configure(new ConfigureRequest().setUrn(urn).setArgs(encode({ apiToken: "stated" })));
    return service.source.run().settings.connection.apiToken;
  };

  for (const name of ["customer", "default_customer", "defaults", "default-2"]) {
    it(`win over the environment where a program names it ${name}`, async () => {
      assert.equal(await tokenOf(name), "stated");
    });
  }

  for (const name of ["default", "default_0_1_0", "default_1_0_0_beta_1", "default_https_/example.com/x"]) {
    it(`are the stack's configuration where the engine names it ${name}`, async () => {
      assert.equal(await tokenOf(name), "from-outside");
    });
  }
});
