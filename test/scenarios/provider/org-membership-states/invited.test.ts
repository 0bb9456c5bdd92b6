import assert from "node:assert/strict";
import { onBothFaces } from "../../../support/faces";
import { day, email, hour, ok, Setting } from "./setting";

/* One test per cell of the table in docs/states.md. */
onBothFaces("OrgMembership of somebody who is not invited yet, or pending", (face) => {
  const setting = Setting.inSuite(face);

  describe("absent", () => {
    it("newly declared: is invited", async () => {
      ok(await setting.up());
      assert.equal(await setting.live(email), "invite view");
      assert.equal(setting.status(), "pending");
    });
  });

  describe("pending", () => {
    it("newly declared with the same role: is taken over without an email", async () => {
      await setting.inviteByHand(email, "view");
      await setting.mails();
      const outcome = await setting.up();
      ok(outcome);
      assert.equal(await setting.mails(), 0);
      assert.equal(setting.status(), "pending");
    });

    it("newly declared with another role: is invited anew, and preview says so", async () => {
      await setting.inviteByHand(email, "edit");
      await setting.mails();
      const { printed } = await setting.engine.preview(setting.declared());
      assert.match(printed, /ann@example\.com will be invited .* as view \(role edit => view\)/);
      ok(await setting.up());
      assert.equal(await setting.live(email), "invite view");
      assert.equal(await setting.mails(), 1);
    });

    it("declared as before: nothing", async () => {
      ok(await setting.up());
      await setting.mails();
      const { operations } = await setting.up();
      assert.equal(operations.ann, "same");
      assert.equal(await setting.mails(), 0);
    });

    it("declared with another role: is invited anew at once", async () => {
      ok(await setting.up());
      await setting.mails();
      const outcome = await setting.up({ role: "edit" });
      ok(outcome);
      assert.equal(outcome.operations.ann, "update");
      assert.equal(await setting.live(email), "invite edit");
      assert.equal((await setting.simulator.fetchInvites()).length, 1);
    });

    it("taken out: the invite is revoked, with a receipt", async () => {
      ok(await setting.up());
      const outcome = await setting.engine.destroy();
      ok(outcome);
      assert.equal(await setting.live(email), "absent");
      assert.match(outcome.printed, /ann@example\.com: invite revoked in .*"role":"view"/);
    });

    it("taken out with retain: the invite stays", async () => {
      ok(await setting.up({ deletionPolicy: "retain" }));
      const outcome = await setting.engine.destroy();
      ok(outcome);
      assert.equal(await setting.live(email), "invite view");
      assert.match(outcome.printed, /deletionPolicy is retain/);
    });

    it("changed by hand, invited anew with another role: is invited anew with the declared one", async () => {
      ok(await setting.up());
      const [invite] = await setting.simulator.fetchInvites();
      await setting.revokeAllByHand();
      await setting.inviteByHand(email, "admin");
      assert.ok(invite);
      const outcome = await setting.up();
      ok(outcome);
      assert.equal(outcome.operations.ann, "update");
      assert.equal(await setting.live(email), "invite view");
    });
  });

  describe("about to expire", () => {
    beforeEach(async () => {
      ok(await setting.up());
      await setting.simulator.advance(5 * day + hour);
      await setting.mails();
    });

    it("declared as before: a warning with the date", async () => {
      const outcome = await setting.up();
      assert.equal(outcome.operations.ann, "same");
      assert.match(outcome.printed, /warning: ann@example\.com: the invite expires on \d{4}-/);
      assert.equal(await setting.mails(), 0);
    });

    it("declared with another role: is invited anew, though the last mail is fresh", async () => {
      ok(await setting.up({ role: "edit" }));
      assert.equal(await setting.live(email), "invite edit");
      assert.equal(await setting.mails(), 1);
    });

    it("taken out: is revoked though it would end by itself", async () => {
      ok(await setting.engine.destroy());
      assert.equal(await setting.live(email), "absent");
    });
  });
});
