import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ann, declaring, invitingKinds } from "../../support/one-person";
import { ok, owner, StackSetting } from "../../support/stack-setting";

const lists = {
  applicationRoles: [{ resourceId: "575ed70c7ae143cd83dc4aa9", role: "view" as const }],
  dashboardRoles: [{ resourceId: "575ed71e7ae143cd83dc4aaa", role: "none" as const }],
};
const names = ["applicationRoles", "dashboardRoles"] as const;

onBothFaces("role lists that are taken out of the program", (face) => {
  const setting = StackSetting.inSuite(face);

  const held = async () => {
    const invite = (await setting.simulator.fetchInvites()).find(({ email }) => email === ann);
    const { applicationRoles, dashboardRoles } = (await setting.simulator.fetchMember(ann)) ?? invite ?? {};
    return { applicationRoles, dashboardRoles };
  };
  const becomesEmpty = async (kind: (typeof invitingKinds)[number] | "orgMember", refresh: boolean) => {
    const outcome = await setting.engine.up(declaring(setting, kind), { refresh });
    ok(outcome);
    assert.equal(outcome.operations.ann, "update");
    assert.deepEqual(await held(), { applicationRoles: [], dashboardRoles: [] });
    assert.equal((await setting.engine.up(declaring(setting, kind))).operations.ann, "same");
  };

  for (const kind of ["orgMember", "orgMembership", "orgRoster"] as const) {
    for (const refresh of [true, false]) {
      it(`${kind}: become empty for a member, ${refresh ? "with" : "without"} refresh`, async () => {
        await setting.simulator.addMember({ email: ann, role: "view" });
        ok(await setting.engine.up(declaring(setting, kind, lists)));
        assert.deepEqual(await held(), lists);
        await becomesEmpty(kind, refresh);
        assert.match(await setting.live(ann), /^member view/);
      });
    }

    for (const name of names) {
      it(`${kind}: preview says that ${name} becomes empty, and the other list stays`, async () => {
        await setting.simulator.addMember({ email: ann, role: "view" });
        ok(await setting.engine.up(declaring(setting, kind, lists)));
        const program = declaring(setting, kind, { ...lists, [name]: undefined });
        assert.equal((await setting.engine.preview(program)).operations.ann, "update");
        ok(await setting.engine.up(program));
        assert.deepEqual(await held(), { ...lists, [name]: [] });
      });
    }
  }

  for (const kind of invitingKinds) {
    it(`${kind}: become empty for a pending invite, with one email`, async () => {
      ok(await setting.engine.up(declaring(setting, kind, lists)));
      assert.deepEqual(await held(), lists);
      await setting.mails();
      await becomesEmpty(kind, true);
      assert.equal(await setting.mails(), 1);
    });
  }

  it("orgRoster: become empty where an entry becomes a plain role", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    ok(await setting.engine.up(declaring(setting, "orgRoster", lists)));
    const plain = { ann: setting.resource("orgRoster", { members: { [owner]: "admin", [ann]: "view" } }) };
    const preview = await setting.engine.preview(plain);
    assert.match(preview.printed, new RegExp(`${ann}`));
    assert.match(preview.printed, /applicationRoles/);
    ok(await setting.engine.up(plain));
    assert.deepEqual(await held(), { applicationRoles: [], dashboardRoles: [] });
  });

  for (const kind of ["orgMember", "orgMembership"] as const) {
    it(`${kind}: stay where they were never stated`, async () => {
      await setting.simulator.addMember({ email: ann, role: "edit", ...lists });
      ok(await setting.engine.up(declaring(setting, kind)));
      ok(await setting.engine.up(declaring(setting, kind, { role: "none" })));
      assert.deepEqual(await held(), lists);
    });
  }
});
