import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ann, declaring, followingKinds, invitingKinds, withoutAnn } from "../../support/one-person";
import { ok, owner, StackSetting } from "../../support/stack-setting";

/** Words that say that something was done to ann. */
const invited = /ann@example\.com[^\n]*\b(is|was) invited|ann@example\.com: (re-?)?invited|Done:[\s\S]*ann@/i;
const removed = /ann@example\.com: (is |was )?(invite )?(removed|revoked)\b|Done:[\s\S]*ann@/i;

onBothFaces("receipts", (face) => {
  const setting = StackSetting.inSuite(face);

  for (const kind of invitingKinds) {
    it(`${kind}: nobody is said to be invited whose invite Losant refused`, async () => {
      await setting.simulator.fault({ action: "org.inviteMember", status: 403 });
      const { errors, printed } = await setting.engine.up(declaring(setting, kind));
      assert.notDeepEqual(errors, []);
      assert.doesNotMatch(printed, invited);
    });

    it(`${kind}: nobody is said to be invited at preview`, async () => {
      const { printed } = await setting.engine.preview(declaring(setting, kind));
      assert.doesNotMatch(printed, invited);
    });

    it(`${kind}: no invite is said to be revoked that Losant kept`, async () => {
      ok(await setting.engine.up(declaring(setting, kind)));
      await setting.simulator.fault({ action: "org.revokeInvite", status: 403 });
      const { errors, printed } = await setting.engine.up(withoutAnn(setting, kind));
      assert.notDeepEqual(errors, []);
      assert.doesNotMatch(printed, removed);
      assert.equal(await setting.live(ann), "invite view");
    });
  }

  for (const kind of ["orgMember", ...followingKinds] as const) {
    it(`${kind}: nobody is said to be removed whom Losant kept`, async () => {
      await setting.simulator.addMember({ email: ann, role: "view" });
      ok(await setting.engine.up(declaring(setting, kind)));
      await setting.simulator.fault({ action: "org.removeMember", status: 403 });
      const { errors, printed } = await setting.engine.up(withoutAnn(setting, kind));
      assert.notDeepEqual(errors, []);
      assert.doesNotMatch(printed, removed);
      assert.equal(await setting.live(ann), "member view");
    });

    it(`${kind}: who was removed has a receipt with all roles`, async () => {
      const dashboardRoles = [{ resourceId: "575ed71e7ae143cd83dc4aaa", role: "none" as const }];
      await setting.simulator.addMember({ email: ann, role: "view", dashboardRoles });
      ok(await setting.engine.up(declaring(setting, kind)));
      const { printed } = await setting.engine.up(withoutAnn(setting, kind));
      assert.match(printed, /ann@example\.com[^\n]*removed[^\n]*"role":"view"[^\n]*575ed71e7ae143cd83dc4aaa/);
    });
  }

  it("a roster does not say that it removed somebody who stays because the program declares them", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    const roster = (members: object) => setting.roster(members, { unmanaged: "ignore" });
    ok(await setting.engine.up(roster({ [ann]: "view" })));
    const outcome = await setting.engine.up({ ...declaring(setting, "orgMembership"), ...roster({}) });
    ok(outcome);
    assert.equal(await setting.live(ann), "member view");
    assert.doesNotMatch(outcome.printed, /remove ann@/);
    assert.match(outcome.printed, /ann@example\.com[^\n]*(stays|kept|declare)/);
  });

  it("a roster says of its own authenticated user that they stay, and not that they are gone", async () => {
    const roster = setting.resource("orgRoster", {
      members: { [owner]: "admin" },
      deletionPolicy: "remove",
    });
    ok(await setting.engine.up({ all: roster }));
    const { printed } = await setting.engine.destroy();
    assert.doesNotMatch(printed, /owner@example\.com[^\n]*removed/);
    assert.equal(await setting.live(owner), "member admin");
  });

  it("an Organization that Losant did not delete is not said to be deleted", async () => {
    const acme = setting.resource("organization", { deletionPolicy: "delete", forceDestroy: true });
    ok(await setting.engine.up({ acme }));
    await setting.simulator.fault({ action: "org.delete", status: 403 });
    const { errors, printed } = await setting.engine.destroy();
    assert.notDeepEqual(errors, []);
    assert.doesNotMatch(printed, /deleted/);
  });
});
