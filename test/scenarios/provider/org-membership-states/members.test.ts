import assert from "node:assert/strict";
import { onBothFaces } from "../../../support/faces";
import { email, ok, Setting } from "./setting";

/* One test per cell of the table in docs/states.md. */
onBothFaces("OrgMembership of somebody who is a member", (face) => {
  const setting = Setting.inSuite(face);

  describe("active", () => {
    it("newly declared: a member is adopted, with the role changed, and preview says so", async () => {
      await setting.simulator.addMember({ email, role: "edit" });
      const { printed } = await setting.engine.preview(setting.declared());
      assert.match(
        printed,
        /is a member of organization .* and will be adopted; will change: role edit => view/,
      );
      ok(await setting.up());
      assert.equal(await setting.live(email), "member view");
      assert.equal(setting.status(), "active");
      assert.equal(await setting.mails(), 0);
    });

    it("newly declared as they are: nothing is written", async () => {
      await setting.simulator.addMember({ email, role: "view" });
      ok(await setting.up());
      const { byAction } = await setting.simulator.requests();
      assert.deepEqual(Object.keys(byAction).sort(), ["org.get", "org.pendingInvites"]);
    });

    it("accepted between two ups: becomes active, quietly and with the user id", async () => {
      ok(await setting.up());
      const userId = await setting.simulator.accept(email);
      const outcome = await setting.up();
      ok(outcome);
      assert.equal(outcome.operations.ann, "same");
      assert.deepEqual([setting.status(), setting.engine.outputs("ann").userId], ["active", userId]);
    });

    it("accepted between two ups, with another role declared: the member's role is changed, no mail", async () => {
      ok(await setting.up());
      await setting.simulator.accept(email);
      await setting.mails();
      ok(await setting.up({ role: "edit" }));
      assert.equal(await setting.live(email), "member edit");
      assert.equal(await setting.mails(), 0);
    });

    it("accepted between two ups without a refresh: the member's role is changed all the same", async () => {
      ok(await setting.up());
      await setting.simulator.accept(email);
      ok(await setting.engine.up(setting.declared({ role: "edit" }), { refresh: false }));
      assert.equal(await setting.live(email), "member edit");
    });

    it("declared as before: two requests, nothing else", async () => {
      await setting.simulator.addMember({ email, role: "view" });
      ok(await setting.up());
      await setting.simulator.clearRequests();
      assert.equal((await setting.up()).operations.ann, "same");
      assert.deepEqual(await setting.simulator.requests(), {
        total: 2,
        byAction: { "org.get": 1, "org.pendingInvites": 1 },
      });
    });

    it("declared with another role: the role is changed", async () => {
      await setting.simulator.addMember({ email, role: "view" });
      ok(await setting.up());
      ok(await setting.up({ role: "collaborate" }));
      assert.equal(await setting.live(email), "member collaborate");
    });

    it("taken out: is removed, with a receipt of all roles", async () => {
      const dashboardRoles = [{ resourceId: "575ed70c7ae143cd83dc4aa9", role: "none" as const }];
      await setting.simulator.addMember({ email, role: "view", dashboardRoles });
      ok(await setting.up());
      const outcome = await setting.engine.destroy();
      ok(outcome);
      assert.equal(await setting.live(email), "absent");
      assert.match(outcome.printed, /removed from .*"role":"view".*"575ed70c7ae143cd83dc4aa9","role":"none"/);
    });

    it("taken out with retain: stays a member", async () => {
      await setting.simulator.addMember({ email, role: "view" });
      ok(await setting.up({ deletionPolicy: "retain" }));
      ok(await setting.engine.destroy());
      assert.equal(await setting.live(email), "member view");
    });

    it("accepted after the last up, then taken out: the member is removed", async () => {
      ok(await setting.up());
      await setting.simulator.accept(email);
      ok(await setting.engine.up({}, { refresh: false }));
      assert.equal(await setting.live(email), "absent");
    });
  });
});
