import assert from "node:assert/strict";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { ProviderService } from "../../../native/provider-service";
import { hostProcess } from "../../support/host-process";
import { fromMessage, secret, toMessage } from "../../support/plugin-messages";
import type { Properties } from "../../support/provider-messages";

const explicit = "urn:pulumi:dev::test::pulumi:providers:losant::customer";
const byDefault = "urn:pulumi:dev::test::pulumi:providers:losant::default_0_1_0";
const { DIFF_SOME, DIFF_NONE } = messages.DiffResponse.DiffChanges;

describe("what the engine asks of the provider itself", () => {
  let service: ProviderService;

  beforeEach(() => {
    const log = { connect: () => undefined, write: () => undefined };
    service = new ProviderService({ version: "1.2.3", schema: () => "{}" }, log, hostProcess(), undefined);
  });

  const checkConfig = (news: Properties, urn: string) =>
    service.checkConfig(new messages.CheckRequest().setUrn(urn).setNews(toMessage(news)));
  const reasons = async (news: Properties, urn: string) =>
    (await checkConfig(news, urn)).getFailuresList().map((failure) => failure.getReason());
  const diffConfig = (olds: Properties, news: Properties) =>
    service.diffConfig(new messages.DiffRequest().setOlds(toMessage(olds)).setNews(toMessage(news)));

  it("Handshake: takes secrets, and leaves the other features to later calls", async () => {
    const answer = await service.handshake(new messages.ProviderHandshakeRequest());
    assert.deepEqual(answer.toObject(), {
      ...new messages.ProviderHandshakeResponse().toObject(),
      acceptSecrets: true,
    });
  });

  it("Configure: takes secrets and previews", async () => {
    const request = new messages.ConfigureRequest().setUrn(byDefault).setArgs(toMessage({ minAdmins: "2" }));
    const answer = await service.configure(request);
    assert.deepEqual([answer.getAcceptsecrets(), answer.getSupportspreview()], [true, true]);
  });

  it("CheckConfig: names an unknown setting, and those that there are", async () => {
    const [reason = ""] = await reasons({ token: "abc" }, explicit);
    assert.match(reason, /^token: there is no such setting; use one of apiToken, .*maxRemovals/);
    assert.doesNotMatch(reason, /abc/);
  });

  it("CheckConfig: refuses a wrong value", async () => {
    assert.match(
      (await reasons({ minAdmins: 0 }, explicit)).join(),
      /minAdmins.* must be a whole number of at least 1/,
    );
    assert.match((await reasons({ maxRemovals: "many" }, byDefault)).join(), /maxRemovals/);
  });

  for (const [name, version] of [
    ["default_1_2_3", undefined],
    ["default_1_2_3", "1.2.4"],
    ["default_1_2_3_beta", "1.2.3"],
    ["default_9_9_9_https_/example.com/x", "1.2.3"],
    ["default", "1.2.3"],
  ] as const) {
    it(`CheckConfig: refuses a program's provider named ${name}, of version ${version}`, async () => {
      const urn = `urn:pulumi:dev::test::pulumi:providers:losant::${name}`;
      const [reason = ""] = await reasons({ apiToken: "abc", ...(version && { version }) }, urn);
      assert.match(reason, new RegExp(`^"${name}": .* another name.* aliases`));
    });
  }

  for (const [name, version] of [
    ["default", undefined],
    ["default_1_2_3", "1.2.3"],
    ["default_1_0_0_beta_1", "1.0.0-beta.1"],
    ["default_1_0_0_beta_abc", "1.0.0-beta+abc"],
    ["default_1_2_3_https_/example.com/x", "1.2.3"],
    ["default_https_/example.com/x", undefined],
    ["default_customer", "1.2.3"],
  ] as const) {
    it(`CheckConfig: takes the name ${name} of version ${version}`, async () => {
      const urn = `urn:pulumi:dev::test::pulumi:providers:losant::${name}`;
      assert.deepEqual(await reasons({ apiToken: "abc", ...(version && { version }) }, urn), []);
    });
  }

  it("CheckConfig: takes what the engine adds, and values that are not known yet", async () => {
    const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    const news = { version: "0.1.0", apiUrl: unknown, minAdmins: unknown, maxRemovals: unknown };
    assert.deepEqual(await reasons(news, explicit), []);
  });

  it("CheckConfig: keeps the token a secret, also where the program does not", async () => {
    for (const given of ["abc", secret("abc")]) {
      const answer = await checkConfig({ apiToken: given, minAdmins: 1 }, explicit);
      assert.deepEqual(fromMessage(answer.getInputs()), { apiToken: secret("abc"), minAdmins: 1 });
    }
  });

  it("CheckConfig: keeps another setting a secret where the program does", async () => {
    const answer = await checkConfig({ domain: secret("acme") }, explicit);
    assert.deepEqual(fromMessage(answer.getInputs()), { domain: secret("acme") });
  });

  it("DiffConfig: tells a change, and never replaces anything", async () => {
    const same = await diffConfig(
      { apiToken: secret("a"), minAdmins: "1" },
      { minAdmins: "1", apiToken: "a" },
    );
    assert.equal(same.getChanges(), DIFF_NONE);
    const other = await diffConfig({ apiToken: secret("a") }, { apiToken: secret("b") });
    assert.equal(other.getChanges(), DIFF_SOME);
    assert.deepEqual(other.getReplacesList(), []);
  });
});
