import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ann, bob } from "../../support/one-person";
import { ok, owner, StackSetting } from "../../support/stack-setting";

onBothFaces("taking somebody off a roster that other resources stand beside", (face) => {
  const setting = StackSetting.inSuite(face);
  let userId: string;

  const roster = (members: object) => setting.roster(members, { unmanaged: "ignore" });

  const single = (kind: "orgInvite" | "orgMember" | "orgMembership", args: object): Program => ({
    single: setting.resource(kind, { role: "view", ...args }),
  });

  /** The ways to declare a member beside the roster. */
  const declarations = (): Record<string, Program> => ({
    "OrgMember by userId": single("orgMember", { userId }),
    "OrgMember by email": single("orgMember", { email: ann }),
    OrgMembership: single("orgMembership", { email: "Ann@Example.com" }),
    OrgInvite: single("orgInvite", { email: ann }),
  });

  const removalsSent = () => setting.calls("org.removeMember", "org.revokeInvite");

  const keepsAccess = async (before: Program, after: Program, stage: string) => {
    ok(await setting.engine.up(before));
    await removalsSent();
    const preview = await setting.engine.preview(after);
    ok(preview);
    const outcome = await setting.engine.up(after);
    ok(outcome);
    for (const { printed } of [preview, outcome]) {
      assert.doesNotMatch(printed, /- (remove|revoke)[^\n]*ann@example\.com/);
      assert.match(printed, /ann@example\.com[^\n]*declare/);
    }
    assert.equal(await setting.live(ann), stage);
    assert.equal(await removalsSent(), 0);
  };

  const isRefused = async (before: Program, after: Program) => {
    ok(await setting.engine.up(before));
    const { errors } = await setting.engine.preview(after);
    assert.match(errors.join("\n"), /ann@example\.com/);
    assert.match(errors.join("\n"), /roster/i);
    assert.match(errors.join("\n"), /dependsOn/);
  };

  describe("a member", () => {
    beforeEach(async () => {
      userId = await setting.simulator.addMember({ email: ann, role: "view" });
    });

    for (const way of ["OrgMember by userId", "OrgMember by email", "OrgMembership", "OrgInvite"]) {
      it(`keeps who moves to ${way}, and the plan says so`, () =>
        keepsAccess(roster({ [ann]: "view" }), { ...declarations()[way], ...roster({}) }, "member view"));

      it(`refuses at preview to remove who is declared later as ${way}`, () =>
        isRefused(roster({ [ann]: "view" }), { ...roster({}), ...declarations()[way] }));

      it(`emails nobody whom an up without a preview removed before ${way} was declared, and says so`, async () => {
        ok(await setting.engine.up(roster({ [ann]: "view" })));
        await setting.mails();
        const { errors } = await setting.engine.up({ ...roster({}), ...declarations()[way] });
        assert.match(errors.join("\n"), /the OrgRoster of organization \w+ removes them in this run/);
        assert.equal(await setting.mails(), 0);
      });
    }

    it("refuses at preview to remove with unmanaged: remove who is declared later", () => {
      const everybody = setting.roster({}, { unmanaged: "remove" });
      return isRefused(setting.roster({}), { ...everybody, ...declarations().OrgMembership });
    });

    it("keeps at a roster's deletion who moves to another resource", async () => {
      const before = setting.roster({ [ann]: "view" }, { deletionPolicy: "remove" });
      ok(await setting.engine.up(before));
      ok(await setting.engine.up(declarations()["OrgMember by userId"] ?? {}));
      assert.equal(await setting.live(ann), "member view");
    });

    it("removes whom it spared once nobody declares them any more", async () => {
      ok(await setting.engine.up(roster({ [ann]: "view" })));
      ok(await setting.engine.up({ ...declarations().OrgInvite, ...roster({}) }));
      assert.equal(await setting.live(ann), "member view");
      const { printed } = await setting.engine.preview(roster({}));
      assert.match(printed, /- remove ann@example\.com/);
      ok(await setting.engine.up(roster({})));
      assert.equal(await setting.live(ann), "absent");
    });

    it("needs no removals from the cap for whom it spares", async () => {
      setting.env.LOSANT_MAX_REMOVALS = "0";
      const after = { ...declarations().OrgMembership, ...roster({}) };
      await keepsAccess(roster({ [ann]: "view" }), after, "member view");
    });

    it("is quiet after the move", async () => {
      const after = { ...declarations()["OrgMember by userId"], ...roster({}) };
      await keepsAccess(roster({ [ann]: "view" }), after, "member view");
      assert.deepEqual((await setting.engine.preview(after)).operations, {
        single: "same",
        everybody: "same",
      });
    });

    it("removes who is declared in another organization only", async () => {
      const other = "b".repeat(24);
      await setting.simulator.putState((state) => {
        const [first] = state.organizations;
        if (first) state.organizations.push({ ...first, id: other, orgId: other, name: "Other" });
      });
      const elsewhere: Program = {
        single: { kind: "orgMembership", args: { orgId: other, email: ann, role: "view" } },
      };
      ok(await setting.engine.up({ ...elsewhere, ...roster({ [ann]: "view" }) }));
      ok(await setting.engine.up({ ...elsewhere, ...roster({}) }));
      assert.equal(await setting.live(ann), "absent");
      assert.equal((await setting.simulator.fetchMember(ann, other))?.role, "view");
    });

    it("says why where a person taken off stays", async () => {
      const other = { ...roster({ [ann]: "admin" }) };
      await setting.simulator.setMember(ann, { role: "admin" });
      ok(await setting.engine.up(other));
      const args = { members: { [ann]: "admin" }, unmanaged: "ignore" };
      const without: Program = { everybody: setting.resource("orgRoster", args) };
      const { errors, printed } = await setting.engine.up(without);
      assert.match(errors.join() + printed, new RegExp(owner));
      assert.equal(await setting.live(owner), "member admin");
    });
  });

  describe("an invited person", () => {
    for (const way of ["OrgMembership", "OrgInvite"]) {
      it(`keeps the invite of who moves to ${way}`, () =>
        keepsAccess(roster({ [ann]: "view" }), { ...declarations()[way], ...roster({}) }, "invite view"));

      it(`refuses at preview to revoke the invite of who is declared later as ${way}`, () =>
        isRefused(roster({ [ann]: "view", [bob]: "view" }), { ...roster({}), ...declarations()[way] }));
    }
  });
});
