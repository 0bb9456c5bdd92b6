import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ann, bob } from "../../support/one-person";
import { StackSetting } from "../../support/stack-setting";

onBothFaces("deletions that the engine makes before it has checked everything", (face) => {
  const setting = StackSetting.inSuite(face);

  beforeEach(async () => {
    for (const email of [ann, bob]) await setting.simulator.addMember({ email, role: "view" });
  });

  const args = (email: string) => ({ orgId: setting.orgId, email, role: "view" });

  it("spares two people who are swapped with deleteBeforeReplace, where both are checked first", async () => {
    const old = await setting.during((provider) =>
      Promise.all([ann, bob].map((email) => provider.create("orgMembership", args(email)))),
    );
    await setting.during(async (provider) => {
      for (const [index, email] of [bob, ann].entries()) {
        await provider.check("orgMembership", args(email === ann ? bob : ann), args(email));
        const { replaces } = await provider.diff(
          "orgMembership",
          old[index]?.id ?? "",
          old[index]?.outs ?? {},
          args(email),
        );
        assert.deepEqual(replaces, ["email"]);
      }
      for (const { id, outs } of old) await provider.delete("orgMembership", id, outs);
      for (const email of [bob, ann]) await provider.create("orgMembership", args(email));
    });
    assert.deepEqual([await setting.live(ann), await setting.live(bob)], ["member view", "member view"]);
    assert.equal(await setting.calls("org.removeMember"), 0);
  });

  it("prints enough to restore who is removed before their new resource is checked", async () => {
    const { id, outs } = await setting.during((provider) => provider.create("orgMembership", args(ann)));
    await setting.during(async (provider) => {
      await provider.read("orgMembership", id, outs);
      await provider.check("orgMembership", args(ann), args(bob));
      await provider.delete("orgMembership", id, outs);
      assert.match(await provider.output(), /ann@example\.com.*restore.*"role":"view"/);
    });
  });
});
