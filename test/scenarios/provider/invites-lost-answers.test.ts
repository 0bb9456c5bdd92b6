import assert from "node:assert/strict";
import { htmlPage, lost } from "../../support/answer-proxy";
import { onBothFaces } from "../../support/faces";
import { ann, declaring, invitingKinds, withoutAnn } from "../../support/one-person";
import { ProxiedSetting } from "../../support/proxied-setting";
import { ok } from "../../support/stack-setting";

onBothFaces("an invite whose answer was lost", (face) => {
  const setting = ProxiedSetting.inSuite(face, { LOSANT_MAX_ATTEMPTS: "1" });

  /** The response to the invite is lost, and from then on Losant cannot be asked what happened to it. */
  const upWithLostInvite = async (program: ReturnType<typeof declaring>) => {
    setting.proxy.add({
      request: /^POST .*\/invites$/,
      edit: (answer) => {
        lost(answer);
        setting.proxy.add({ answer: htmlPage(503) });
      },
    });
    const { errors } = await setting.engine.up(program);
    setting.proxy.reset();
    assert.notDeepEqual(errors, []);
    assert.match(await setting.live(ann), /^invite/);
    assert.equal(await setting.mails(), 1);
  };

  for (const kind of invitingKinds) {
    it(`${kind}: is recorded, so that it is revoked when the person is taken out`, async () => {
      ok(await setting.engine.up(withoutAnn(setting, kind)));
      await upWithLostInvite(declaring(setting, kind));
      ok(await setting.engine.up(withoutAnn(setting, kind)));
      assert.equal(await setting.live(ann), "absent");
    });

    it(`${kind}: is not sent again by the next up, which is quiet afterwards`, async () => {
      ok(await setting.engine.up(withoutAnn(setting, kind)));
      await upWithLostInvite(declaring(setting, kind));
      ok(await setting.engine.up(declaring(setting, kind)));
      assert.equal(await setting.mails(), 0);
      assert.equal((await setting.engine.up(declaring(setting, kind))).operations.ann, "same");
    });

    it(`${kind}: one for changed roles is not sent again by the next up`, async () => {
      ok(await setting.engine.up(declaring(setting, kind)));
      await setting.mails();
      await upWithLostInvite(declaring(setting, kind, { role: "edit" }));
      ok(await setting.engine.up(declaring(setting, kind, { role: "edit" })));
      assert.deepEqual([await setting.live(ann), await setting.mails()], ["invite edit", 0]);
    });
  }

  it("a roster that is new records it, so that it is revoked when the person is taken out", async () => {
    await upWithLostInvite(declaring(setting, "orgRoster"));
    ok(await setting.engine.up(withoutAnn(setting, "orgRoster")));
    assert.equal(await setting.live(ann), "absent");
  });

  for (const kind of ["orgInvite", "orgMembership"] as const) {
    it(`${kind}: one for another resend is not sent again by the next up`, async () => {
      ok(await setting.engine.up(declaring(setting, kind)));
      await setting.mails();
      await upWithLostInvite(declaring(setting, kind, { resend: "again" }));
      ok(await setting.engine.up(declaring(setting, kind, { resend: "again" })));
      assert.equal(await setting.mails(), 0);
      assert.equal(
        (await setting.engine.up(declaring(setting, kind, { resend: "again" }))).operations.ann,
        "same",
      );
    });

    it(`${kind}: one that was accepted meanwhile is found accepted, and the person is not invited`, async () => {
      await upWithLostInvite(declaring(setting, kind));
      await setting.simulator.accept(ann);
      ok(await setting.engine.up(declaring(setting, kind)));
      assert.deepEqual([await setting.live(ann), await setting.mails()], ["member view", 0]);
    });
  }
});
