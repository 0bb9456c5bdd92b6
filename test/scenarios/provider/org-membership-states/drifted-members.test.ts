import assert from "node:assert/strict";
import { onBothFaces } from "../../../support/faces";
import { email, ok, Setting } from "./setting";

const owner = "owner@example.com";

/* One test per cell of the table in docs/states.md. */
onBothFaces("OrgMembership of somebody whom a hand has changed, or whose the token is", (face) => {
  const setting = Setting.inSuite(face);

  describe("changed by hand", () => {
    beforeEach(async () => {
      await setting.simulator.addMember({ email, role: "view" });
      ok(await setting.up());
      await setting.simulator.setMember(email, { role: "edit" });
    });

    it("declared as before: is shown as drift and changed back", async () => {
      assert.equal((await setting.engine.preview(setting.declared())).operations.ann, "update");
      ok(await setting.up());
      assert.equal(await setting.live(email), "member view");
    });

    it("declared as the hand made it: nothing is written", async () => {
      await setting.simulator.clearRequests();
      ok(await setting.up({ role: "edit" }));
      const { byAction } = await setting.simulator.requests();
      assert.equal(byAction["org.modifyMember"], undefined);
    });

    it("taken out: is removed, the receipt shows the role by hand", async () => {
      assert.match((await setting.engine.destroy()).printed, /removed from .*"role":"edit"/);
      assert.equal(await setting.live(email), "absent");
    });

    it("taken out with retain: stays as the hand made it", async () => {
      ok(await setting.up({ deletionPolicy: "retain", role: "edit" }));
      ok(await setting.engine.destroy());
      assert.equal(await setting.live(email), "member edit");
    });
  });

  describe("address changed", () => {
    const now = "ann.new@example.com";
    beforeEach(async () => {
      await setting.simulator.addMember({ email, role: "view" });
      ok(await setting.up());
      await setting.simulator.putState((state) => {
        const person = state.people.find((one) => one.email === email);
        if (person) person.email = now;
        for (const member of state.organizations[0]?.members ?? []) {
          if (member.email === email) member.email = now;
        }
      });
      await setting.mails();
    });

    it("declared as before: is followed by user id, with a warning", async () => {
      const outcome = await setting.up();
      ok(outcome);
      assert.equal(outcome.operations.ann, "same");
      assert.match(outcome.printed, /warning: ann@example\.com is now ann\.new@example\.com/);
      assert.equal(await setting.mails(), 0);
    });

    it("declared with the new address: is the same person, and nothing is replaced or sent", async () => {
      const outcome = await setting.up({ email: now });
      ok(outcome);
      assert.equal(outcome.operations.ann, "update");
      assert.equal(await setting.mails(), 0);
      assert.equal((await setting.simulator.fetchMember(now))?.role, "view");
      assert.equal((await setting.up({ email: now })).operations.ann, "same");
    });

    it("declared with another role: the role of the same person is changed", async () => {
      ok(await setting.up({ role: "edit" }));
      assert.equal((await setting.simulator.fetchMember(now))?.role, "edit");
    });

    it("taken out: is removed under the new address", async () => {
      ok(await setting.engine.destroy());
      assert.equal(await setting.simulator.fetchMember(now), undefined);
    });
  });

  describe("left", () => {
    beforeEach(async () => {
      await setting.simulator.addMember({ email, role: "view" });
      ok(await setting.up());
      await setting.simulator.removeMember(email);
      await setting.mails();
    });

    it("declared as before: is reported loudly, and not invited by up", async () => {
      const preview = await setting.engine.preview(setting.declared());
      assert.equal(preview.operations.ann, "update");
      assert.match(preview.printed, /warning: ann@example\.com: is no longer a member/);
      ok(await setting.up());
      assert.deepEqual([await setting.live(email), setting.status()], ["absent", "left"]);
      assert.equal(await setting.mails(), 0);
    });

    it("declared as before, renewal always: is invited again by up", async () => {
      ok(await setting.up({ renewal: "always" }));
      assert.equal(await setting.live(email), "invite view");
      assert.equal(await setting.mails(), 1);
    });

    it("declared as before, manual: is reported as left and not invited", async () => {
      ok(await setting.up({ renewal: "manual" }));
      assert.equal(setting.status(), "left");
      assert.equal(await setting.mails(), 0);
    });

    it("invited, accepted and removed within a week, renewal always: waits for the week", async () => {
      ok(await setting.up({ renewal: "always" }));
      await setting.simulator.accept(email);
      ok(await setting.up({ renewal: "always" }));
      await setting.simulator.removeMember(email);
      await setting.mails();
      const outcome = await setting.up({ renewal: "always" });
      assert.equal(outcome.operations.ann, "update");
      assert.match(outcome.printed, /not invited again before/);
      assert.equal(await setting.mails(), 0);
    });

    it("declared with another role: is not invited either", async () => {
      ok(await setting.up({ role: "edit" }));
      assert.equal(await setting.live(email), "absent");
    });

    it("taken out: nothing is to do for somebody who left", async () => {
      ok(await setting.engine.destroy());
      assert.equal(await setting.live(email), "absent");
    });

    it("taken out with retain: nothing is to do for somebody who left and was retained", async () => {
      ok(await setting.up({ deletionPolicy: "retain", renewal: "manual" }));
      ok(await setting.engine.destroy());
      assert.equal(await setting.live(email), "absent");
    });
  });

  describe("the authenticated user", () => {
    const own = (more: object = {}) => setting.declared({ email: owner, role: "admin", ...more });

    it("newly declared as they are: adopted", async () => {
      ok(await setting.engine.up(own()));
      assert.equal(setting.status(), "active");
    });

    it("newly declared with another role: refused at preview, nothing is sent", async () => {
      const { errors } = await setting.engine.preview(own({ role: "edit" }));
      assert.match(errors.join(), /owner@example\.com is the user whom the API token belongs to/);
      assert.equal((await setting.simulator.requests()).byAction["org.modifyMember"], undefined);
    });

    it("declared with another role later: refused at preview as well", async () => {
      ok(await setting.engine.up(own()));
      const { errors } = await setting.engine.preview(own({ role: "none" }));
      assert.match(errors.join(), /no run changes that user's own roles/);
    });

    it("taken out: stays, with a warning, and the destroy succeeds", async () => {
      ok(await setting.engine.up(own()));
      const outcome = await setting.engine.destroy();
      ok(outcome);
      assert.match(outcome.printed, /warning: owner@example\.com stays in organization/);
      assert.equal((await setting.simulator.fetchMember(owner))?.role, "admin");
    });

    it("taken out with retain: stays without being asked about", async () => {
      ok(await setting.engine.up(own({ deletionPolicy: "retain" })));
      ok(await setting.engine.destroy());
      assert.equal((await setting.simulator.fetchMember(owner))?.role, "admin");
    });
  });
});
