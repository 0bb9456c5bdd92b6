import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { htmlPage } from "../../support/faulty-proxy";
import { ok } from "../../support/stack-setting";
import { ann, bob, errorsOf, inviteKinds, memberKinds, PromiseSetting } from "./support/promise-setting";

const receipt = /restore|removed from|revoked in|Done:[\s\S]*- (remove|revoke)/;

onBothFaces("the receipt of a removal", (face) => {
  const setting = PromiseSetting.inThisDescribe(face);

  beforeEach(async () => {
    setting.environment({ LOSANT_MAX_ATTEMPTS: "1" });
    await setting.stack.simulator.addMember({ email: bob, role: "view" });
  });

  const cases = (): Record<string, [before: Program, after: Program]> => ({
    orgMember: [{ bob: setting.stack.resource("orgMember", { email: bob, role: "view" }) }, {}],
    orgMembership: [{ bob: setting.stack.resource("orgMembership", { email: bob, role: "view" }) }, {}],
    orgRoster: [setting.roster({ [bob]: "view" }), setting.roster({})],
  });

  for (const kind of [...memberKinds, "orgRoster"]) {
    it(`is not printed by ${kind} where Losant refuses the removal`, async () => {
      const [before = {}, after = {}] = cases()[kind] ?? [];
      ok(await setting.stack.engine.up(before));
      setting.proxy.add({ request: /^DELETE .*\/member$/, answer: htmlPage(403) });
      const { errors, printed } = await setting.stack.engine.up(after);
      assert.match(errors.join(), /403/);
      assert.doesNotMatch(printed, receipt);
      assert.equal(await setting.stack.live(bob), "member view");
    });

    it(`is printed once by ${kind}, with the roles, after the removal`, async () => {
      const [before = {}, after = {}] = cases()[kind] ?? [];
      ok(await setting.stack.engine.up(before));
      const outcome = await setting.stack.engine.up(after);
      ok(outcome);
      const lines = outcome.printed.split("\n").filter((line) => /restore/.test(line));
      assert.equal(lines.length, 1, outcome.printed);
      assert.match(lines.join(), /bob@example\.com.*"role":"view"/);
    });
  }

  for (const kind of inviteKinds) {
    it(`is not printed by ${kind} where Losant refuses to revoke`, async () => {
      ok(await setting.stack.engine.up({ ann: setting.stack.resource(kind, { email: ann, role: "view" }) }));
      setting.proxy.add({ request: /^DELETE .*\/invites$/, answer: htmlPage(403) });
      const { errors, printed } = await setting.stack.engine.destroy();
      assert.match(errors.join(), /403/);
      assert.doesNotMatch(printed, receipt);
    });
  }

  it("is printed for one of two people where the other's removal is refused", async () => {
    await setting.stack.simulator.addMember({ email: ann, role: "view" });
    ok(await setting.stack.engine.up(setting.roster({ [ann]: "view", [bob]: "view" })));
    setting.proxy.add({ request: /^DELETE .*\/member$/, times: 1, answer: htmlPage(403) });
    const { printed, errors } = await setting.stack.engine.up(setting.roster({}));
    assert.equal(errors.length, 1);
    const removed = (await setting.stack.live(ann)) === "absent" ? ann : bob;
    const stayed = removed === ann ? bob : ann;
    assert.match(printed, new RegExp(`${removed}.*restore`));
    assert.doesNotMatch(printed, new RegExp(`${stayed}.*restore|Done:[\\s\\S]*- remove ${stayed}`));
  });

  it("is not printed where a guard refuses the removal", async () => {
    setting.environment({ LOSANT_MAX_REMOVALS: "0" });
    const [before = {}] = cases().orgMember ?? [];
    ok(await setting.stack.engine.up(before));
    const { printed } = await setting.stack.engine.destroy();
    assert.doesNotMatch(printed, receipt);
  });

  it("is not printed where the outcome is unknown; the error says so", async () => {
    const [before = {}] = cases().orgMember ?? [];
    ok(await setting.stack.engine.up(before));
    await setting.stack.simulator.fault({ action: "org.removeMember", reset: true, times: 5 });
    const step = setting.stack.engine.destroy();
    assert.match(await errorsOf(step), /org|member/i);
    assert.doesNotMatch((await step).printed, receipt);
  });
});
