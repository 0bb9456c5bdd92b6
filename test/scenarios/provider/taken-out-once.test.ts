import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ann, bob } from "../../support/one-person";
import { day, ok, StackSetting } from "../../support/stack-setting";

onBothFaces("a roster and somebody who has an invite beside the membership", (face) => {
  const setting = StackSetting.inSuite(face);

  /** An invite that was sent so many days ago, by hand. */
  const invited = (email: string, days: number) =>
    setting.simulator.putState((state) => {
      const inviteDate = new Date(Date.now() - days * day).toISOString();
      const invite = { email, role: "view" as const, inviteDate };
      state.invites[setting.orgId] = [...(state.invites[setting.orgId] ?? []), invite];
    });

  const everybody = (members: object, more: object = {}): Program => setting.roster(members, more);

  beforeEach(async () => {
    for (const email of [ann, bob]) await setting.simulator.addMember({ email, role: "view" });
    ok(await setting.engine.up(everybody({ [ann]: "view", [bob]: "view" })));
  });

  for (const days of [1, 9]) {
    it(`takes them out once, where it was sent ${days} days ago`, async () => {
      await invited(ann, days);
      await setting.writes();
      const outcome = await setting.engine.up(everybody({}, { maxRemovals: 2 }));
      ok(outcome);
      assert.deepEqual([await setting.live(ann), await setting.live(bob)], ["absent", "absent"]);
      assert.equal(await setting.calls("org.removeMember"), 2);
      assert.equal(outcome.printed.match(/ann@example\.com: removed from/g)?.length, 1);
    });
  }

  it("keeps them in one line where another resource takes them over", async () => {
    await invited(ann, 1);
    const { printed } = await setting.engine.preview({
      ann: setting.resource("orgMembership", { email: ann, role: "view" }),
      ...everybody({ [bob]: "view" }, { unmanaged: "ignore" }),
    });
    assert.equal(printed.match(/= keep ann@example\.com/g)?.length, 1, printed);
    assert.match(printed, /1 kept/);
  });

  it("reports them in one line where it does not name them", async () => {
    await setting.simulator.addMember({ email: "eve@example.com", role: "view" });
    await invited("eve@example.com", 1);
    const { printed } = await setting.engine.preview(everybody({ [ann]: "view", [bob]: "edit" }));
    assert.match(printed, /1 unmanaged/);
    assert.equal(printed.match(/! eve@example\.com is not in the roster/g)?.length, 1, printed);
  });
});
