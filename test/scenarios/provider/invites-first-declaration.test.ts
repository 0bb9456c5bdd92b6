import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ann, declaring, invitingKinds, withoutAnn } from "../../support/one-person";
import { day, hour, ok, StackSetting } from "../../support/stack-setting";

onBothFaces("a first declaration", (face) => {
  const setting = StackSetting.inSuite(face);

  const expiredInvite = async () => {
    await setting.inviteByHand(ann, "view");
    await setting.simulator.advance(7 * day + hour);
    await setting.mails();
  };

  for (const kind of invitingKinds) {
    for (const [stack, prepare] of [
      ["a new stack", async () => undefined],
      ["a stack that is there", async () => ok(await setting.engine.up(withoutAnn(setting, kind)))],
    ] as const) {
      it(`${kind}, manual renewal, ${stack}: invites over an expired invite, once`, async () => {
        await prepare();
        await expiredInvite();
        const program = declaring(setting, kind, { renewal: "manual" });
        assert.match((await setting.engine.preview(program)).printed, /ann@example\.com/);
        ok(await setting.engine.up(program));
        assert.equal(await setting.mails(), 1);
        assert.equal((await setting.engine.up(program)).operations.ann, "same");
        assert.equal(await setting.mails(), 0);
      });
    }

    it(`${kind}, manual renewal: invites over an expired invite that ended before seven days`, async () => {
      await setting.inviteByHand(ann, "view");
      await setting.simulator.putState((state) => {
        for (const invite of state.invites[setting.orgId] ?? []) invite.ttl = day;
      });
      await setting.simulator.advance(2 * day);
      await setting.mails();
      ok(await setting.engine.up(declaring(setting, kind, { renewal: "manual" })));
      assert.deepEqual([await setting.mails(), await setting.live(ann)], [1, "invite view"]);
    });
  }
});
