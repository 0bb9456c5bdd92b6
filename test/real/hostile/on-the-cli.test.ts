import assert from "node:assert/strict";
import { assertPlain, hostileTexts } from "../../scenarios/hostile/hostile-texts";
import { AnswerProxy, refusal, replacing } from "../../support/answer-proxy";
import { CliSetting, fail, succeed } from "../../support/cli-setting";
import { onBothFaces } from "../../support/faces";

const { "much text": _much, ...steering } = hostileTexts;
const evil = Object.values(steering).join("-");
const texts = ["name", "description", "iconColor", "firstName", "planId"];

onBothFaces("hostile text on the real CLI, because only that writes to a terminal", (face) => {
  let setting: CliSetting;
  let proxy: AnswerProxy;

  before(async () => {
    setting = await CliSetting.start(face);
    await setting.reset();
    proxy = await AnswerProxy.start(setting.simulator.url);
    setting.workspace.env.LOSANT_API_URL = proxy.url;
    setting.program(
      `new losant.Organization("organization", { orgId, description: "mine" });
       new losant.OrgRoster("all", { orgId, members: { "owner@example.com": "admin" } });
       exports.organization = losant.getOrganizationOutput({ orgId });
       exports.payloads = losant.getPayloadCountsOutput({ orgId });
       exports.invites = losant.getPendingInvitesOutput({ orgId });`,
    );
    await succeed(setting.workspace.up());
    await setting.simulator.addMember({ email: "eve@example.com", role: "view" });
  });

  after(async () => {
    await proxy?.close();
    await setting?.close();
  });

  it("steers no terminal: in plans, receipts and outputs, nor as a refusal of a data function", async () => {
    proxy.add({ edit: replacing((key, value) => (texts.includes(key) ? evil : value)) });
    proxy.add({
      edit: replacing((_, value) => (value === "eve@example.com" ? `eve${evil}@example.com` : value)),
    });
    proxy.add({ request: /^GET .*\/payloadCounts$/, edit: asField });
    const output = await succeed(setting.workspace.upWithPreview("--diff"));
    proxy.reset();
    proxy.add({ request: /^GET .*\/payloadCounts$/, answer: refusal(400, evil, evil) });
    for (const printed of [output, await fail(setting.workspace.preview())]) {
      assert.match(printed, /::error::forged/);
      assertPlain(printed);
    }
  });
});

function asField(answer: { body: string }): void {
  answer.body = JSON.stringify({
    [evil]: { [evil]: 1 },
    ["__proto__"]: { polluted: 1 },
    constructor: { a: 1 },
  });
}
