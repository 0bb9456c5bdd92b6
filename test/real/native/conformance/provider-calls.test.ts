import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { status } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { projectFolder } from "../../../../tools/set-up/project";
import { PluginSetting } from "../../../scenarios/native/conformance/plugin-setting";
import { EngineServer } from "../../../support/engine-server";
import { PluginCalls } from "../../../support/plugin-calls";
import { fromMessage } from "../../../support/plugin-messages";
import { PluginProcess } from "../../../support/plugin-process";

describe("the plugin as a process, because only that is attached to, ends, and serves what it was built with", () => {
  const setting = PluginSetting.processInThisDescribe();

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
