import assert from "node:assert/strict";
import { htmlPage } from "../../support/answer-proxy";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ann, bob, inviteKinds, memberKinds } from "../../support/one-person";
import { ProxiedSetting } from "../../support/proxied-setting";
import { errorsOf, ok } from "../../support/stack-setting";

const receipt = /restore|removed from|revoked in|Done:[\s\S]*- (remove|revoke)/;

onBothFaces("the receipt of a removal", (face) => {
  const setting = ProxiedSetting.inSuite(face);

  beforeEach(async () => {
    setting.env.LOSANT_MAX_ATTEMPTS = "1";
    await setting.simulator.addMember({ email: bob, role: "view" });
  });

  const cases = (): Record<string, [before: Program, after: Program]> => ({
    orgMember: [{ bob: setting.resource("orgMember", { email: bob, role: "view" }) }, {}],
    orgMembership: [{ bob: setting.resource("orgMembership", { email: bob, role: "view" }) }, {}],
    orgRoster: [setting.roster({ [bob]: "view" }), setting.roster({})],
  });

  for (const kind of [...memberKinds, "orgRoster"]) {
    it(`is not printed by ${kind} where Losant refuses the removal`, async () => {
      const [before = {}, after = {}] = cases()[kind] ?? [];
      ok(await setting.engine.up(before));
      setting.proxy.add({ request: /^DELETE .*\/member$/, answer: htmlPage(403) });
      const { errors, printed } = await setting.engine.up(after);
      assert.match(errors.join(), /403/);
      assert.doesNotMatch(printed, receipt);
      assert.equal(await setting.live(bob), "member view");
    });

    it(`is printed once by ${kind}, with the roles, after the removal`, async () => {
      const [before = {}, after = {}] = cases()[kind] ?? [];
      ok(await setting.engine.up(before));
      const outcome = await setting.engine.up(after);
      ok(outcome);
      const lines = outcome.printed.split("\n").filter((line) => /restore/.test(line));
      assert.equal(lines.length, 1, outcome.printed);
      assert.match(lines.join(), /bob@example\.com.*"role":"view"/);
    });
  }

  for (const kind of inviteKinds) {
    it(`is not printed by ${kind} where Losant refuses to revoke`, async () => {
      ok(await setting.engine.up({ ann: setting.resource(kind, { email: ann, role: "view" }) }));
      setting.proxy.add({ request: /^DELETE .*\/invites$/, answer: htmlPage(403) });
      const { errors, printed } = await setting.engine.destroy();
      assert.match(errors.join(), /403/);
      assert.doesNotMatch(printed, receipt);
    });
  }

  it("is printed for one of two people where the other's removal is refused", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    ok(await setting.engine.up(setting.roster({ [ann]: "view", [bob]: "view" })));
    setting.proxy.add({ request: /^DELETE .*\/member$/, times: 1, answer: htmlPage(403) });
    const { printed, errors } = await setting.engine.up(setting.roster({}));
    assert.equal(errors.length, 1);
    const removed = (await setting.live(ann)) === "absent" ? ann : bob;
    const stayed = removed === ann ? bob : ann;
    assert.match(printed, new RegExp(`${removed}.*restore`));
    assert.doesNotMatch(printed, new RegExp(`${stayed}.*restore|Done:[\\s\\S]*- remove ${stayed}`));
  });

  it("is not printed where a guard refuses the removal", async () => {
    setting.env.LOSANT_MAX_REMOVALS = "0";
    const [before = {}] = cases().orgMember ?? [];
    ok(await setting.engine.up(before));
    const { printed } = await setting.engine.destroy();
    assert.doesNotMatch(printed, receipt);
  });

  it("is not printed where the outcome is unknown; the error says so", async () => {
    const [before = {}] = cases().orgMember ?? [];
    ok(await setting.engine.up(before));
    await setting.simulator.fault({ action: "org.removeMember", reset: true, times: 5 });
    const step = setting.engine.destroy();
    assert.match(await errorsOf(step), /org|member/i);
    assert.doesNotMatch((await step).printed, receipt);
  });
});
