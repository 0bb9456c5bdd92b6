import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { status } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { projectFolder } from "../../../../tools/set-up/project";
import { PluginSetting } from "../../../scenarios/native/conformance/plugin-setting";
import { EngineServer } from "../../../support/engine-server";
import { PluginCalls } from "../../../support/plugin-calls";
import { fromMessage, secret } from "../../../support/plugin-messages";
import { PluginProcess } from "../../../support/plugin-process";

const explicit = "urn:pulumi:dev::test::pulumi:providers:losant::customer";
const byDefault = "urn:pulumi:dev::test::pulumi:providers:losant::default_0_1_0";
const { DIFF_SOME, DIFF_NONE } = messages.DiffResponse.DiffChanges;

const reasonsIn = (answer: messages.CheckResponse) =>
  answer.getFailuresList().map((failure) => failure.getReason());

describe("what the engine asks of the plugin itself", () => {
  const setting = PluginSetting.processInThisDescribe();

  it("Handshake: takes secrets, and leaves the other features to later calls", async () => {
    assert.equal((await setting.calls.handshake()).getAcceptSecrets(), true);
  });

  it("GetPluginInfo and GetSchema: the package's version and schema", async () => {
    const { version } = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8"));
    assert.equal((await setting.calls.getPluginInfo()).getVersion(), version);
    const schema = JSON.parse((await setting.calls.getSchema()).getSchema());
    assert.deepEqual([schema.name, schema.version], ["losant", version]);
  });

  it("Attach: the lines of a plugin that was started by hand go to the engine that attaches", async () => {
    const engine = await EngineServer.start();
    const plugin = await PluginProcess.start({ LOSANT_API_URL: setting.simulator.url }, false);
    try {
      const calls = new PluginCalls(plugin);
      await calls.attach(engine.address);
      await calls.configure({});
      await calls.check("organization", { orgId: setting.orgId });
      assert.match(engine.lines.map(({ text }) => text).join(), /nothing was compared/);
    } finally {
      await plugin.stop();
      engine.close();
    }
  });

  it("Configure: takes secrets and previews", async () => {
    const answer = await setting.calls.configure({ minAdmins: "2" });
    assert.deepEqual([answer.getAcceptsecrets(), answer.getSupportspreview()], [true, true]);
  });

  it("Cancel: ends well, and nothing more is sent", async () => {
    await setting.calls.cancel();
    await assert.rejects(setting.make("orgMembership", { email: "ann@example.com", role: "view" }));
    assert.equal((await setting.simulator.requests()).total, 0);
  });

  it("Cancel: what is under way finishes, and is recorded", async () => {
    const inputs = { orgId: setting.orgId, email: "ann@example.com", role: "view" };
    await setting.simulator.fault({ action: "org.inviteMember", latencyMs: 300 });
    const made = setting.calls.create("orgMembership", inputs);
    while ((await setting.mails()) === 0) await new Promise(setImmediate);
    await setting.calls.cancel();
    const outcome = await made.then(
      (answer) => fromMessage(answer.getProperties()),
      (error) => error.properties,
    );
    assert.equal(outcome.email, "ann@example.com");
    assert.equal((await setting.simulator.fetchInvites()).length, 1);
  });

  describe("CheckConfig", () => {
    it("names an unknown setting, and those that there are", async () => {
      const [reason = ""] = reasonsIn(await setting.calls.checkConfig({ token: "abc" }, explicit));
      assert.match(reason, /^token: there is no such setting; use one of apiToken, .*maxRemovals/);
      assert.doesNotMatch(reason, /abc/);
    });

    it("refuses a wrong value", async () => {
      assert.match(
        reasonsIn(await setting.calls.checkConfig({ minAdmins: 0 }, explicit)).join(),
        /minAdmins/,
      );
      assert.match(
        reasonsIn(await setting.calls.checkConfig({ maxRemovals: "many" }, byDefault)).join(),
        /maxRemovals/,
      );
    });

    it("takes what the engine adds, and values that are not known yet", async () => {
      const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
      const news = { version: "0.1.0", apiUrl: unknown, minAdmins: unknown, maxRemovals: unknown };
      assert.deepEqual(reasonsIn(await setting.calls.checkConfig(news, explicit)), []);
    });

    it("keeps the token a secret, also where the program does not", async () => {
      for (const given of ["abc", secret("abc")]) {
        const answer = await setting.calls.checkConfig({ apiToken: given, minAdmins: 1 }, explicit);
        assert.deepEqual(fromMessage(answer.getInputs()), { apiToken: secret("abc"), minAdmins: 1 });
      }
    });

    it("keeps another setting a secret where the program does", async () => {
      const answer = await setting.calls.checkConfig({ domain: secret("acme") }, explicit);
      assert.deepEqual(fromMessage(answer.getInputs()), { domain: secret("acme") });
    });
  });

  it("DiffConfig: tells a change, and never replaces anything", async () => {
    const same = await setting.calls.diffConfig(
      { apiToken: secret("a"), minAdmins: "1" },
      { minAdmins: "1", apiToken: "a" },
    );
    assert.equal(same.getChanges(), DIFF_NONE);
    const other = await setting.calls.diffConfig({ apiToken: secret("a") }, { apiToken: secret("b") });
    assert.equal(other.getChanges(), DIFF_SOME);
    assert.deepEqual(other.getReplacesList(), []);
  });

  it("all others of the protocol are answered as not implemented", async () => {
    const served = [
      ...["handshake", "attach", "getPluginInfo", "getSchema", "checkConfig", "diffConfig", "configure"],
      ...["check", "diff", "create", "read", "update", "delete", "invoke", "cancel"],
    ];
    const others = Object.entries(ResourceProviderService).filter(([name]) => !served.includes(name));
    assert.ok(others.length > 3);
    for (const [, { path }] of others) {
      assert.equal(await setting.plugin.codeOf(path), status.UNIMPLEMENTED, path);
    }
  });
});
