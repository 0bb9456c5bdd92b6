import assert from "node:assert/strict";
import { clockAhead } from "../../support/answer-proxy";
import { onBothFaces } from "../../support/faces";
import { ann, declaring, invitingKinds } from "../../support/one-person";
import { ProxiedSetting } from "../../support/proxied-setting";
import { day, ok } from "../../support/stack-setting";

// A run makes a few requests only; whichever of them is answered by a machine with a wrong clock.
const answers = [1, 2, 3] as const;

onBothFaces("a clock of Losant's that is wrong", (face) => {
  const setting = ProxiedSetting.inSuite(face);

  for (const kind of invitingKinds) {
    it(`${kind}: eight days ahead emails nobody while hasExpired is false`, async () => {
      ok(await setting.engine.up(declaring(setting, kind)));
      await setting.mails();
      setting.proxy.add({ edit: clockAhead(8 * day) });
      const outcome = await setting.engine.up(declaring(setting, kind));
      ok(outcome);
      assert.equal(await setting.mails(), 0, outcome.printed);
      assert.match(await setting.live(ann), /^invite/);
    });

    it(`${kind}: eight days ahead takes a pending invite over without an email`, async () => {
      await setting.inviteByHand(ann, "view");
      await setting.mails();
      setting.proxy.add({ edit: clockAhead(8 * day) });
      ok(await setting.engine.up(declaring(setting, kind)));
      assert.equal(await setting.mails(), 0);
    });

    for (const number of answers) {
      it(`${kind}: skewed in answer ${number} alone emails nobody who declined two days ago`, async () => {
        ok(await setting.engine.up(declaring(setting, kind)));
        await setting.simulator.advance(day);
        await setting.simulator.decline(ann);
        await setting.simulator.advance(day);
        await setting.mails();
        setting.proxy.add({ after: number - 1, times: 1, edit: clockAhead(8 * day) });
        const outcome = await setting.engine.up(declaring(setting, kind));
        ok(outcome);
        assert.equal(await setting.mails(), 0, outcome.printed);
      });
    }
  }

  it("behind by eight days neither expires nor hides an invite", async () => {
    ok(await setting.engine.up(declaring(setting, "orgMembership")));
    await setting.mails();
    setting.proxy.add({ edit: clockAhead(-8 * day) });
    const outcome = await setting.engine.up(declaring(setting, "orgMembership"));
    ok(outcome);
    assert.deepEqual([outcome.operations.ann, await setting.mails()], ["same", 0]);
  });

  it("behind by eight days still renews what Losant says has expired", async () => {
    ok(await setting.engine.up(declaring(setting, "orgMembership")));
    await setting.simulator.advance(30 * day);
    await setting.mails();
    setting.proxy.add({ edit: clockAhead(-8 * day) });
    ok(await setting.engine.up(declaring(setting, "orgMembership")));
    assert.equal(await setting.mails(), 1);
  });
});
