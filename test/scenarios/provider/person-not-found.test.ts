import assert from "node:assert/strict";
import { htmlPage, refusal } from "../../support/answer-proxy";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ann, bob, inviteKinds, memberKinds } from "../../support/one-person";
import { ProxiedSetting } from "../../support/proxied-setting";
import { errorsOf, ok } from "../../support/stack-setting";

const saysDone = /removed from|revoked in|Done:[\s\S]*(remove|revoke)/;

onBothFaces("a 404 of a removal", (face) => {
  const setting = ProxiedSetting.inSuite(face);

  const removals = () => new RegExp(`^DELETE /orgs/${setting.orgId}/member$`);
  const revocations = () => new RegExp(`^DELETE /orgs/${setting.orgId}/invites$`);

  const answers = {
    "an HTML page": htmlPage(404),
    "a refusal while they are there": refusal(404, "NotFound"),
  };

  beforeEach(async () => {
    setting.env.LOSANT_MAX_ATTEMPTS = "1";
    await setting.simulator.addMember({ email: bob, role: "view" });
  });

  /** What a removal that was not made must leave behind; then it is made. */
  const isTriedAgain = async (email: string, stage: string, next: Program) => {
    const errors = await errorsOf(setting.engine.up(next));
    assert.match(errors, new RegExp(`${email}|404`));
    assert.equal(await setting.live(email), stage);
    setting.proxy.reset();
    ok(await setting.engine.up(next));
    assert.equal(await setting.live(email), "absent");
  };

  for (const [what, answer] of Object.entries(answers)) {
    for (const kind of memberKinds) {
      it(`does not remove a member of ${kind} from state for ${what}`, async () => {
        ok(await setting.engine.up({ bob: setting.resource(kind, { email: bob, role: "view" }) }));
        setting.proxy.add({ request: removals(), answer });
        await isTriedAgain(bob, "member view", {});
      });
    }

    for (const kind of inviteKinds) {
      it(`does not remove an invite of ${kind} from state for ${what}`, async () => {
        ok(await setting.engine.up({ ann: setting.resource(kind, { email: ann, role: "view" }) }));
        setting.proxy.add({ request: revocations(), answer });
        await isTriedAgain(ann, "invite view", {});
      });
    }

    it(`does not let a roster forget a member for ${what}`, async () => {
      ok(await setting.engine.up(setting.roster({ [bob]: "view" })));
      setting.proxy.add({ request: removals(), answer });
      await isTriedAgain(bob, "member view", setting.roster({}));
    });

    it(`does not let a roster forget an invite for ${what}`, async () => {
      ok(await setting.engine.up(setting.roster({ [ann]: "view", [bob]: "view" })));
      setting.proxy.add({ request: revocations(), answer });
      await isTriedAgain(ann, "invite view", setting.roster({ [bob]: "view" }));
    });

    it(`does not print that somebody is removed for ${what}`, async () => {
      ok(await setting.engine.up(setting.roster({ [ann]: "view", [bob]: "view" })));
      setting.proxy.add({ request: removals(), answer });
      setting.proxy.add({ request: revocations(), answer });
      const { printed } = await setting.engine.up(setting.roster({}));
      assert.doesNotMatch(printed, saysDone);
    });

    it(`does not lose the old invite from state when a changed role meets ${what}`, async () => {
      const program = (role: string) => ({ ann: setting.resource("orgInvite", { email: ann, role }) });
      ok(await setting.engine.up(program("view")));
      setting.proxy.add({ request: revocations(), answer });
      assert.notEqual(await errorsOf(setting.engine.up(program("edit"))), "");
      assert.equal((await setting.simulator.fetchInvites()).length, 1);
      assert.equal(setting.proxy.count(/^POST .*\/invites$/), 1);
    });
  }

  for (const kind of memberKinds) {
    it(`is done for ${kind} where a fresh look finds that the member has left in between`, async () => {
      ok(await setting.engine.up({ bob: setting.resource(kind, { email: bob, role: "view" }) }));
      setting.proxy.add({ request: removals(), before: () => setting.simulator.removeMember(bob) });
      ok(await setting.engine.destroy());
      assert.deepEqual(setting.engine.outputs("bob"), {});
    });
  }

  for (const kind of ["orgMembership", "orgRoster"]) {
    it(`makes ${kind} remove who accepted in between`, async () => {
      const single = { ann: setting.resource("orgMembership", { email: ann, role: "view" }) };
      const [first, next] =
        kind === "orgRoster" ? [setting.roster({ [ann]: "view" }), setting.roster({})] : [single, {}];
      ok(await setting.engine.up(first));
      setting.proxy.add({ request: revocations(), before: () => setting.simulator.accept(ann) });
      ok(await setting.engine.up(next));
      assert.equal(await setting.live(ann), "absent");
    });
  }
});
