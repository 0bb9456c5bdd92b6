import assert from "node:assert/strict";
import { onBothFaces } from "../../../support/faces";
import { day, email, hour, ok, Setting } from "./setting";

/* One test per cell of the table in docs/states.md. */
onBothFaces("OrgMembership of somebody whose invite lapsed", (face) => {
  const setting = Setting.inSuite(face);

  describe("expired", () => {
    beforeEach(async () => {
      ok(await setting.up());
      await setting.simulator.advance(7 * day + hour);
      await setting.mails();
    });

    it("newly declared in another stack: is invited again", async () => {
      const other = setting.anotherStack();
      ok(await other.up(setting.declared()));
      assert.equal(await setting.mails(), 1);
      assert.equal(other.outputs("ann").status, "pending");
    });

    it("declared as before: preview says that it is renewed, up renews, the next up is quiet", async () => {
      const preview = await setting.engine.preview(setting.declared());
      assert.equal(preview.operations.ann, "update");
      assert.match(preview.printed, /ann@example\.com: the invite of .* has expired; will be invited again/);
      ok(await setting.up());
      assert.equal(await setting.mails(), 1);
      assert.equal(setting.status(), "pending");
      assert.equal((await setting.up()).operations.ann, "same");
    });

    it("declared as before, manual: a warning, and no mail", async () => {
      ok(await setting.up({ renewal: "manual" }));
      const outcome = await setting.up({ renewal: "manual" });
      assert.equal(outcome.operations.ann, "update");
      assert.match(outcome.printed, /warning: ann@example\.com: .*renewal is manual/);
      assert.equal(await setting.mails(), 0);
      assert.equal(setting.status(), "expired");
    });

    it("declared with another resend, manual: is invited at once", async () => {
      ok(await setting.up({ renewal: "manual", resend: "again" }));
      assert.equal(await setting.mails(), 1);
    });

    it("declared with another role: is invited anew with it", async () => {
      ok(await setting.up({ role: "edit" }));
      assert.equal(await setting.live(email), "invite edit");
      assert.equal(await setting.mails(), 1);
    });

    it("taken out: the expired invite is revoked", async () => {
      ok(await setting.engine.destroy());
      assert.equal(await setting.live(email), "absent");
    });

    it("taken out with retain: the expired invite stays listed", async () => {
      ok(await setting.up({ deletionPolicy: "retain", renewal: "manual" }));
      ok(await setting.engine.destroy());
      assert.equal(await setting.live(email), "invite view");
    });

    it("an invite with a shorter life: is not renewed before seven days after the mail", async () => {
      setting.simulator.reset();
      const other = setting.anotherStack();
      ok(await other.up(setting.declared()));
      await setting.simulator.putState((state) => {
        for (const invite of state.invites[setting.simulator.orgId] ?? []) invite.ttl = day;
      });
      await setting.simulator.advance(2 * day);
      await setting.mails();
      const outcome = await other.up(setting.declared());
      assert.equal(outcome.operations.ann, "update");
      assert.match(outcome.printed, /warning: .*not invited again before/);
      await setting.simulator.advance(5 * day + hour);
      assert.equal((await other.up(setting.declared())).operations.ann, "update");
      assert.equal(await setting.mails(), 1);
    });
  });

  for (const [row, lapse] of [
    ["declined", () => setting.simulator.decline(email)],
    ["revoked by hand", () => setting.revokeAllByHand()],
  ] as const) {
    describe(row, () => {
      beforeEach(async () => {
        ok(await setting.up());
        await setting.simulator.advance(day);
        await lapse();
        await setting.mails();
      });

      it(`${row}, newly declared in another stack: is invited`, async () => {
        const other = setting.anotherStack();
        ok(await other.up(setting.declared()));
        assert.equal(await setting.mails(), 1);
      });

      it(`${row}, moved to another class: is not mailed before the week is over`, async () => {
        const { orgId } = setting.simulator;
        const moved = { invite: { kind: "orgInvite" as const, args: { orgId, email, role: "view" } } };
        const outcome = await setting.engine.up(moved);
        ok(outcome);
        assert.equal(await setting.mails(), 0);
        assert.equal(setting.engine.outputs("invite").status, "withdrawn");
        assert.match(outcome.printed, /not invited again before/);
      });

      it(`${row}, declared as before: a warning for a week, then it is invited again`, async () => {
        const outcome = await setting.up();
        ok(outcome);
        assert.equal(outcome.operations.ann, "update");
        assert.match(
          outcome.printed,
          /warning: ann@example\.com: has no invite any more .*not invited again before/,
        );
        assert.equal(await setting.mails(), 0);
        assert.equal(setting.status(), "withdrawn");
        await setting.simulator.advance(6 * day + hour);
        assert.match((await setting.engine.preview(setting.declared())).printed, /invited again/);
        ok(await setting.up());
        assert.equal(await setting.mails(), 1);
        assert.equal(setting.status(), "pending");
      });

      it(`${row}, declared with another role: is invited anew at once`, async () => {
        ok(await setting.up({ role: "edit" }));
        assert.equal(await setting.live(email), "invite edit");
        assert.equal(await setting.mails(), 1);
      });

      it(`${row}, taken out: nothing is to do, and it succeeds`, async () => {
        ok(await setting.engine.destroy());
        assert.equal(await setting.live(email), "absent");
      });

      it(`${row}, taken out with retain: nothing is to do either`, async () => {
        ok(await setting.up({ deletionPolicy: "retain" }));
        ok(await setting.engine.destroy());
        assert.equal(await setting.mails(), 0);
      });
    });
  }
});
