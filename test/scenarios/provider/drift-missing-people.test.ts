import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ann, declaring, followingKinds, invitingKinds } from "../../support/one-person";
import { day, hour, ok, StackSetting } from "../../support/stack-setting";

onBothFaces("a declared person who is missing and may not be emailed yet", (face) => {
  const setting = StackSetting.inSuite(face);

  /** Seven days after the email. */
  const nextEmail = async () => {
    const [invite] = await setting.simulator.fetchInvites();
    return new Date(Date.parse(String(invite?.inviteDate)) + 7 * day).toISOString();
  };
  const expire = () =>
    setting.simulator.putState((state) => {
      for (const invite of state.invites[setting.orgId] ?? []) invite.ttl = hour;
    });
  const join = async (kind: (typeof invitingKinds)[number]) => {
    await setting.simulator.accept(ann);
    ok(await setting.engine.up(declaring(setting, kind)));
  };
  /** A change at preview, up and preview again, until the day comes; and nobody is emailed before it. */
  const isAChange = async (program: ReturnType<typeof declaring>, next: string) => {
    await setting.mails();
    for (const step of ["preview", "up", "preview"] as const) {
      const outcome = await setting.engine[step](program);
      ok(outcome);
      assert.equal(outcome.operations.ann, "update", outcome.printed);
      assert.match(outcome.printed, new RegExp(next.slice(0, 10)));
      // The owner of a roster is unchanged; ann is not.
      assert.doesNotMatch(outcome.printed, /\b2 unchanged/);
    }
    assert.equal(await setting.mails(), 0);
    await setting.simulator.advance(7 * day);
    ok(await setting.engine.up(program));
    assert.equal(await setting.mails(), 1);
  };

  for (const kind of invitingKinds) {
    for (const [how, lapse] of [
      ["declined", () => setting.simulator.decline(ann)],
      ["was revoked by hand", () => setting.revokeAllByHand()],
      ["has an invite that expired early", expire],
    ] as const) {
      it(`${kind}, ${how}: is a change with the date of the next email`, async () => {
        ok(await setting.engine.up(declaring(setting, kind)));
        const next = await nextEmail();
        await setting.simulator.advance(day);
        await lapse();
        await isAChange(declaring(setting, kind), next);
      });
    }

    it(`${kind}, manual renewal: is a change, and the update emails nobody`, async () => {
      const program = declaring(setting, kind, { renewal: "manual" });
      ok(await setting.engine.up(program));
      await setting.simulator.decline(ann);
      await setting.simulator.advance(8 * day);
      await setting.mails();
      for (const step of ["preview", "up", "preview"] as const) {
        const outcome = await setting.engine[step](program);
        ok(outcome);
        assert.equal(outcome.operations.ann, "update", outcome.printed);
        assert.match(outcome.printed, /ann@example\.com.*manual/);
      }
      assert.equal(await setting.mails(), 0);
    });
  }

  for (const kind of followingKinds) {
    it(`${kind}, renewal always, a member removed by hand: is a change with the date of the next email`, async () => {
      const program = declaring(setting, kind, { renewal: "always" });
      ok(await setting.engine.up(program));
      const next = await nextEmail();
      await setting.simulator.accept(ann);
      ok(await setting.engine.up(program));
      await setting.simulator.advance(day);
      await setting.simulator.removeMember(ann);
      await isAChange(program, next);
    });
  }

  it("a roster does not count them as unchanged, also where nothing else is to do", async () => {
    ok(await setting.engine.up(declaring(setting, "orgRoster")));
    await setting.simulator.decline(ann);
    const { printed } = await setting.engine.preview(declaring(setting, "orgRoster"));
    assert.match(printed, /\b1 unchanged/);
    assert.match(printed, /ann@example\.com/);
  });

  it("an OrgInvite stays quiet about somebody who accepted and left", async () => {
    ok(await setting.engine.up(declaring(setting, "orgInvite")));
    await join("orgInvite");
    await setting.simulator.removeMember(ann);
    assert.equal((await setting.engine.preview(declaring(setting, "orgInvite"))).operations.ann, "same");
  });
});
