import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { htmlPage, refusal } from "../../support/faulty-proxy";
import { ok } from "../../support/stack-setting";
import { ann, bob, errorsOf, inviteKinds, memberKinds, PromiseSetting } from "./support/promise-setting";

const saysDone = /removed from|revoked in|Done:[\s\S]*(remove|revoke)/;

onBothFaces("a 404 of a removal", (face) => {
  const setting = PromiseSetting.inThisDescribe(face);

  const removals = () => new RegExp(`^DELETE /orgs/${setting.stack.orgId}/member$`);
  const revocations = () => new RegExp(`^DELETE /orgs/${setting.stack.orgId}/invites$`);

  const answers = {
    "an HTML page": htmlPage(404),
    "a refusal while they are there": refusal(404, "NotFound"),
  };

  beforeEach(async () => {
    setting.environment({ LOSANT_MAX_ATTEMPTS: "1" });
    await setting.stack.simulator.addMember({ email: bob, role: "view" });
  });

  /** What a removal that was not made must leave behind; then it is made. */
  const isTriedAgain = async (email: string, stage: string, next: Program) => {
    const errors = await errorsOf(setting.stack.engine.up(next));
    assert.match(errors, new RegExp(`${email}|404`));
    assert.equal(await setting.stack.live(email), stage);
    setting.proxy.reset();
    ok(await setting.stack.engine.up(next));
    assert.equal(await setting.stack.live(email), "absent");
  };

  for (const [what, answer] of Object.entries(answers)) {
    for (const kind of memberKinds) {
      it(`does not remove a member of ${kind} from state for ${what}`, async () => {
        ok(
          await setting.stack.engine.up({ bob: setting.stack.resource(kind, { email: bob, role: "view" }) }),
        );
        setting.proxy.add({ request: removals(), answer });
        await isTriedAgain(bob, "member view", {});
      });
    }

    for (const kind of inviteKinds) {
      it(`does not remove an invite of ${kind} from state for ${what}`, async () => {
        ok(
          await setting.stack.engine.up({ ann: setting.stack.resource(kind, { email: ann, role: "view" }) }),
        );
        setting.proxy.add({ request: revocations(), answer });
        await isTriedAgain(ann, "invite view", {});
      });
    }

    it(`does not let a roster forget a member for ${what}`, async () => {
      ok(await setting.stack.engine.up(setting.roster({ [bob]: "view" })));
      setting.proxy.add({ request: removals(), answer });
      await isTriedAgain(bob, "member view", setting.roster({}));
    });

    it(`does not let a roster forget an invite for ${what}`, async () => {
      ok(await setting.stack.engine.up(setting.roster({ [ann]: "view", [bob]: "view" })));
      setting.proxy.add({ request: revocations(), answer });
      await isTriedAgain(ann, "invite view", setting.roster({ [bob]: "view" }));
    });

    it(`does not print that somebody is removed for ${what}`, async () => {
      ok(await setting.stack.engine.up(setting.roster({ [ann]: "view", [bob]: "view" })));
      setting.proxy.add({ request: removals(), answer });
      setting.proxy.add({ request: revocations(), answer });
      const { printed } = await setting.stack.engine.up(setting.roster({}));
      assert.doesNotMatch(printed, saysDone);
    });

    it(`does not lose the old invite from state when a changed role meets ${what}`, async () => {
      const program = (role: string) => ({ ann: setting.stack.resource("orgInvite", { email: ann, role }) });
      ok(await setting.stack.engine.up(program("view")));
      setting.proxy.add({ request: revocations(), answer });
      assert.notEqual(await errorsOf(setting.stack.engine.up(program("edit"))), "");
      assert.equal((await setting.stack.simulator.fetchInvites()).length, 1);
      assert.equal(setting.proxy.count(/^POST .*\/invites$/), 1);
    });
  }

  for (const kind of memberKinds) {
    it(`is done for ${kind} where a fresh look finds that the member has left in between`, async () => {
      ok(await setting.stack.engine.up({ bob: setting.stack.resource(kind, { email: bob, role: "view" }) }));
      setting.proxy.add({ request: removals(), before: () => setting.stack.simulator.removeMember(bob) });
      ok(await setting.stack.engine.destroy());
      assert.deepEqual(setting.stack.engine.outputs("bob"), {});
    });
  }

  for (const kind of ["orgMembership", "orgRoster"]) {
    it(`makes ${kind} remove who accepted in between`, async () => {
      const single = { ann: setting.stack.resource("orgMembership", { email: ann, role: "view" }) };
      const [first, next] =
        kind === "orgRoster" ? [setting.roster({ [ann]: "view" }), setting.roster({})] : [single, {}];
      ok(await setting.stack.engine.up(first));
      setting.proxy.add({ request: revocations(), before: () => setting.stack.simulator.accept(ann) });
      ok(await setting.stack.engine.up(next));
      assert.equal(await setting.stack.live(ann), "absent");
    });
  }
});
