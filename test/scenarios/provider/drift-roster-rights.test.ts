import assert from "node:assert/strict";
import type { Outcome } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ann, bob } from "../../support/one-person";
import { ok, owner, StackSetting } from "../../support/stack-setting";

const application = "575ed70c7ae143cd83dc4aa9";
const dashboard = "575ed71e7ae143cd83dc4aaa";
const given = {
  applicationRoles: [{ resourceId: application, role: "collaborate" as const }],
  dashboardRoles: [{ resourceId: dashboard, role: "view" as const }],
};

onBothFaces("rights that were given by hand beside a roster", (face) => {
  const setting = StackSetting.inSuite(face);

  beforeEach(async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
  });

  const roster = (unmanaged?: string, members: object = { [ann]: "view" }) => ({
    everybody: setting.resource("orgRoster", {
      members: { [owner]: "admin", ...members },
      ...(unmanaged && { unmanaged }),
    }),
  });
  const giveByHand = () => setting.simulator.setMember(ann, given);
  const held = async () => {
    const { applicationRoles, dashboardRoles } = (await setting.simulator.fetchMember(ann)) ?? {};
    return { applicationRoles, dashboardRoles };
  };
  const names = (text: string) => {
    assert.match(text, /ann@example\.com/);
    assert.match(text, new RegExp(application));
    assert.match(text, new RegExp(dashboard));
  };

  for (const unmanaged of [undefined, "warn"]) {
    it(`unmanaged ${unmanaged ?? "not stated"}: tells of them in the plan and leaves them`, async () => {
      ok(await setting.engine.up(roster(unmanaged)));
      await giveByHand();
      const preview = await setting.engine.preview(roster(unmanaged));
      ok(preview);
      assert.equal(preview.operations.everybody, "same");
      names(preview.printed);
      ok(await setting.engine.up(roster(unmanaged)));
      assert.deepEqual(await held(), given);
    });
  }

  it("unmanaged ignore: says nothing of them and leaves them", async () => {
    ok(await setting.engine.up(roster("ignore")));
    await giveByHand();
    const preview = await setting.engine.preview(roster("ignore"));
    assert.deepEqual([preview.operations.everybody, preview.printed], ["same", ""]);
    ok(await setting.engine.up(roster("ignore")));
    assert.deepEqual(await held(), given);
  });

  it("unmanaged remove: empties them, and preview says so", async () => {
    ok(await setting.engine.up(roster("remove")));
    await giveByHand();
    const preview = await setting.engine.preview(roster("remove"));
    assert.equal(preview.operations.everybody, "update");
    names(preview.printed);
    ok(await setting.engine.up(roster("remove")));
    assert.deepEqual(await held(), { applicationRoles: [], dashboardRoles: [] });
    assert.equal(await setting.live(ann), "member view");
    assert.equal((await setting.engine.up(roster("remove"))).operations.everybody, "same");
  });

  it("unmanaged remove: empties those of a person who is adopted by a new roster", async () => {
    await giveByHand();
    ok(await setting.engine.up(roster("remove")));
    assert.deepEqual(await held(), { applicationRoles: [], dashboardRoles: [] });
  });

  const refusedAtPreview = async (outcome: Promise<Outcome>) => {
    const { errors, operations } = await outcome;
    assert.equal(operations.everybody, "failed");
    return errors.join("\n");
  };

  it("unmanaged fail: refuses them at preview, naming person and resource", async () => {
    ok(await setting.engine.up(roster("fail")));
    await giveByHand();
    await setting.writes();
    names(await refusedAtPreview(setting.engine.preview(roster("fail"))));
    assert.notDeepEqual((await setting.engine.up(roster("fail"))).errors, []);
    assert.deepEqual([await held(), await setting.writes()], [given, 0]);
  });

  it("unmanaged fail: refuses a member whom the roster does not name, at preview", async () => {
    ok(await setting.engine.up(roster("fail")));
    await setting.simulator.addMember({ email: bob, role: "edit" });
    assert.match(await refusedAtPreview(setting.engine.preview(roster("fail"))), /bob@example\.com/);
    assert.equal(await setting.live(bob), "member edit");
  });

  it("unmanaged fail: refuses an invite whom the roster does not name, at preview", async () => {
    await setting.inviteByHand(bob, "view");
    assert.match(await refusedAtPreview(setting.engine.preview(roster("fail"))), /bob@example\.com/);
  });

  it("unmanaged fail: lets a roster pass that names everybody with all their rights", async () => {
    await giveByHand();
    const whole = roster("fail", { [ann]: { role: "view", ...given } });
    ok(await setting.engine.up(whole));
    assert.equal((await setting.engine.preview(whole)).operations.everybody, "same");
  });

  it("unmanaged fail: still removes whom the roster named before", async () => {
    ok(await setting.engine.up(roster("fail")));
    ok(await setting.engine.up(roster("fail", {})));
    assert.equal(await setting.live(ann), "absent");
  });

  it("a list that an entry states is drift whatever unmanaged says", async () => {
    const stated = roster("ignore", { [ann]: { role: "view", applicationRoles: [] } });
    ok(await setting.engine.up(stated));
    await giveByHand();
    ok(await setting.engine.up(stated));
    assert.deepEqual(await held(), { applicationRoles: [], dashboardRoles: given.dashboardRoles });
  });
});
