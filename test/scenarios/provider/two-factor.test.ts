import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ann, bob, declaring, killDuringInvite } from "../../support/one-person";
import { unknown } from "../../support/plugin-messages";
import { ok, owner, StackSetting } from "../../support/stack-setting";

const gate = { requireTwoFactor: "admins", roleUntilTwoFactor: "edit" };

onBothFaces("the second factor of admins", (face) => {
  const setting = StackSetting.inSuite(face);

  const ways = {
    OrgMembership: (more: object = gate, role = "admin") => ({
      ann: setting.resource("orgMembership", { email: ann, role, ...more }),
    }),
    OrgRoster: (more: object = gate, role = "admin") => setting.roster({ [ann]: role }, more),
  };

  const quiet = async (program: Parameters<typeof setting.engine.up>[0]) => {
    const { errors, operations, printed } = await setting.engine.preview(program);
    assert.deepEqual([errors, [...new Set(Object.values(operations))]], [[], ["same"]], printed);
    return printed;
  };

  for (const [kind, program] of Object.entries(ways)) {
    describe(kind, () => {
      it("invites whoever is to be an admin at the role for the meantime, and says so at preview", async () => {
        const { printed, errors } = await setting.engine.preview(program());
        assert.deepEqual(errors, []);
        assert.match(printed, /ann@example\.com.*edit.* admin once they have a second factor/);
        ok(await setting.engine.up(program()));
        assert.equal(await setting.live(ann), "invite edit");
      });

      it("is quiet while they wait, and makes them an admin once the second factor is there", async () => {
        ok(await setting.engine.up(program()));
        await quiet(program());
        await setting.simulator.accept(ann);
        const waiting = await quiet(program());
        assert.match(waiting, /ann@example\.com.*edit.* admin once they have a second factor/);
        await setting.simulator.setMember(ann, { twoFactorAuthEnabled: true });
        const { printed } = await setting.engine.preview(program());
        assert.match(printed, /role edit => admin, as they have a second factor now/);
        ok(await setting.engine.up(program()));
        assert.equal(await setting.live(ann), "member admin");
        await quiet(program());
      });

      it("gives a member without a second factor the role for the meantime", async () => {
        await setting.simulator.addMember({ email: ann, role: "view" });
        ok(await setting.engine.up(program()));
        assert.equal(await setting.live(ann), "member edit");
        await quiet(program());
      });

      it("sends no second email for it, and none once they wait", async () => {
        ok(await setting.engine.up(program()));
        ok(await setting.engine.up(program()));
        assert.equal(await setting.mails(), 1);
      });

      it("makes an admin at once of somebody with a second factor, or with single sign-on", async () => {
        for (const has of [{ twoFactorAuthEnabled: true }, { ssoLinked: true }]) {
          setting.reset();
          await setting.simulator.addMember({ email: ann, role: "view", ...has });
          ok(await setting.engine.up(program()));
          assert.equal(await setting.live(ann), "member admin");
        }
      });

      it("refuses at preview and at up where the program names no role for the meantime", async () => {
        const without = program({ requireTwoFactor: "admins" });
        await setting.simulator.addMember({ email: ann, role: "view" });
        for (const step of [setting.engine.preview(without), setting.engine.up(without)]) {
          assert.match(
            (await step).errors.join(),
            /ann@example\.com does not become an admin .* no second factor/,
          );
        }
        assert.equal(await setting.live(ann), "member view");
      });

      it("invites nobody as an admin where the program names no role for the meantime", async () => {
        const { errors } = await setting.engine.up(program({ requireTwoFactor: "all" }));
        assert.match(errors.join(), /ann@example\.com is not invited .* as an admin/);
        assert.equal(await setting.live(ann), "absent");
      });

      it("replaces an invite to the admin role by one at the role for the meantime", async () => {
        await setting.inviteByHand(ann, "admin");
        ok(await setting.engine.up(program()));
        assert.equal(await setting.live(ann), "invite edit");
      });

      it("warns of an invite to the admin role that it does not replace, or refuses on demand", async () => {
        await setting.inviteByHand(ann, "admin");
        const without = { requireTwoFactor: "admins" };
        const { errors, printed } = await setting.engine.up(program(without));
        assert.deepEqual(errors, []);
        assert.match(printed, /ann@example\.com is invited to organization \w+ as an admin already/);
        const refused = await setting.engine.preview(program({ ...without, missingTwoFactor: "fail" }));
        assert.match(
          refused.errors.join(),
          /ann@example\.com is invited to organization \w+ as an admin already/,
        );
      });

      it("changes a role back that was changed by hand while they wait", async () => {
        ok(await setting.engine.up(program()));
        await setting.simulator.accept(ann);
        ok(await setting.engine.up(program()));
        await setting.simulator.setMember(ann, { role: "view" });
        ok(await setting.engine.up(program()));
        assert.equal(await setting.live(ann), "member edit");
      });

      it("follows another role for the meantime, and makes them an admin once nobody asks any more", async () => {
        await setting.simulator.addMember({ email: ann, role: "view" });
        ok(await setting.engine.up(program()));
        ok(await setting.engine.up(program({ ...gate, roleUntilTwoFactor: "collaborate" })));
        assert.equal(await setting.live(ann), "member collaborate");
        ok(await setting.engine.up(program({})));
        assert.equal(await setting.live(ann), "member admin");
      });

      it("is quiet once the role for the meantime is all that the program states", async () => {
        ok(await setting.engine.up(program()));
        await setting.simulator.accept(ann);
        ok(await setting.engine.up(program()));
        ok(await setting.engine.up(program(gate, "edit")));
        await quiet(program(gate, "edit"));
        await setting.simulator.setMember(ann, { twoFactorAuthEnabled: true });
        await quiet(program(gate, "edit"));
      });

      it("takes the access away at its end, whoever lacks it", async () => {
        const strict = { ...gate, missingTwoFactor: "fail" };
        await setting.simulator.addMember({ email: ann, role: "admin", twoFactorAuthEnabled: false });
        const until = await setting.dateIn(-1);
        const over =
          kind === "OrgRoster"
            ? setting.roster({ [ann]: { role: "admin", until } }, strict)
            : program({ ...strict, until });
        ok(await setting.engine.up(over));
        assert.equal(await setting.live(ann), "absent");
      });

      it("keeps an admin who has lost it, with a warning", async () => {
        await setting.simulator.addMember({ email: ann, role: "admin", twoFactorAuthEnabled: false });
        const { errors, printed } = await setting.engine.up(program());
        assert.deepEqual(errors, []);
        assert.match(printed, /ann@example\.com is an admin of organization \w+ without a second factor/);
        assert.equal(await setting.live(ann), "member admin");
      });

      it("says of an admin who was demoted by hand nothing of a second factor that they had all along", async () => {
        await setting.simulator.addMember({ email: ann, role: "admin", twoFactorAuthEnabled: true });
        ok(await setting.engine.up(program()));
        await setting.simulator.setMember(ann, { role: "edit" });
        const { printed } = await setting.engine.preview(program());
        assert.match(printed, /role edit => admin/);
        assert.doesNotMatch(printed, /second factor/);
        ok(await setting.engine.up(program()));
        assert.equal(await setting.live(ann), "member admin");
      });

      it("makes nobody an admin again who is demoted while other roles of theirs change", async () => {
        await setting.simulator.addMember({ email: ann, role: "admin", twoFactorAuthEnabled: false });
        ok(await setting.engine.up(program()));
        const applicationRoles = [{ resourceId: "1".repeat(24), role: "view" }];
        setting.engine.afterCheck = () => setting.simulator.setMember(ann, { role: "view" });
        const entry = { role: "admin", applicationRoles };
        ok(
          await setting.engine.up(
            kind === "OrgRoster"
              ? setting.roster({ [ann]: entry }, gate)
              : program({ ...gate, applicationRoles }),
          ),
        );
        assert.equal(await setting.live(ann), "member view");
      });

      it("warns of a role for the meantime where nothing asks for a second factor", async () => {
        const idle = program({ roleUntilTwoFactor: "edit" });
        assert.match((await setting.engine.preview(idle)).printed, /roleUntilTwoFactor has no effect/);
        setting.env = { LOSANT_REQUIRE_TWO_FACTOR: "admins" };
        assert.doesNotMatch((await setting.engine.preview(idle)).printed, /no effect/);
      });

      it("refuses and promises nothing for what is known at up only", async () => {
        for (const name of Object.keys({ ...gate, missingTwoFactor: "" }))
          assert.deepEqual((await setting.engine.preview(program({ ...gate, [name]: unknown }))).errors, []);
        ok(await setting.engine.up(program()));
        await setting.simulator.accept(ann);
        ok(await setting.engine.up(program()));
        for (const name of Object.keys({ ...gate, missingTwoFactor: "" })) {
          const { errors, printed } = await setting.engine.preview(program({ ...gate, [name]: unknown }));
          assert.deepEqual(errors, []);
          assert.match(printed, /edit.* admin once they have a second factor/);
        }
      });

      it("refuses on demand while an admin lacks it, unless the program takes the role away", async () => {
        await setting.simulator.addMember({ email: ann, role: "admin", twoFactorAuthEnabled: false });
        const strict = { ...gate, missingTwoFactor: "fail" };
        const { errors } = await setting.engine.preview(program(strict));
        assert.match(
          errors.join(),
          /ann@example\.com is an admin of organization \w+ without a second factor/,
        );
        ok(await setting.engine.up(program(strict, "view")));
        assert.equal(await setting.live(ann), "member view");
      });

      it("warns of other members with all, and of nobody with single sign-on", async () => {
        await setting.simulator.addMember({ email: ann, role: "view", twoFactorAuthEnabled: false });
        const all = program({ requireTwoFactor: "all" }, "view");
        assert.match(
          (await setting.engine.preview(all)).printed,
          /ann@example\.com is a member .* without a second/,
        );
        await setting.simulator.setMember(ann, { ssoLinked: true });
        assert.doesNotMatch((await setting.engine.preview(all)).printed, /second factor/);
      });
    });
  }

  it("says which role somebody gets who is adopted under the address of another, who is gone", async () => {
    const program = { ann: setting.resource("orgMembership", { email: ann, role: "admin", ...gate }) };
    await setting.simulator.addMember({ email: ann, role: "edit" });
    ok(await setting.engine.up(program));
    await setting.simulator.removeMember(ann);
    await setting.simulator.addMember({ email: ann, role: "view", userId: "7".repeat(24) });
    const { printed } = await setting.engine.preview(program);
    assert.match(
      printed,
      /will be adopted; will change: role view => edit; admin once they have a second factor/,
    );
    ok(await setting.engine.up(program));
    assert.equal(await setting.live(ann), "member edit");
  });

  for (const kind of ["orgMembership", "orgRoster"] as const)
    for (const [what, before, after] of [
      ["the rule is stated", {}, gate],
      ["the role for the meantime changes", gate, { ...gate, roleUntilTwoFactor: "view" }],
      ["the rule is taken out", gate, {}],
    ] as const)
      it(`sends the invite of a run that died in between as ${what}: ${kind}`, async () => {
        for (const refresh of [true, false]) {
          setting.reset();
          ok(await setting.engine.up(declaring(setting, kind, { role: "admin", ...before })));
          const next = declaring(setting, kind, { role: "admin", ...after });
          await killDuringInvite(setting, next);
          await setting.mails();
          ok(await setting.engine.up(next, { refresh }));
          const role = "roleUntilTwoFactor" in after ? after.roleUntilTwoFactor : "admin";
          assert.deepEqual([await setting.live(ann), await setting.mails()], [`invite ${role}`, 1]);
          await quiet(next);
        }
      });

  it("is asked by the run of every class", async () => {
    setting.env = { LOSANT_REQUIRE_TWO_FACTOR: "admins" };
    await setting.simulator.addMember({ email: ann, role: "view" });
    const program = {
      ann: setting.resource("orgMember", { email: ann, role: "admin" }),
      bob: setting.resource("orgInvite", { email: bob, role: "admin" }),
    };
    const { errors } = await setting.engine.up(program);
    assert.match(errors.join(), /ann@example\.com does not become an admin/);
    assert.match(errors.join(), /bob@example\.com is not invited/);
    assert.deepEqual([await setting.live(ann), await setting.live(bob)], ["member view", "absent"]);
  });

  it("is looked at again right before somebody becomes an admin", async () => {
    await setting.simulator.addMember({ email: ann, role: "view", twoFactorAuthEnabled: true });
    await setting.during(async (provider) => {
      const args = { orgId: setting.orgId, email: ann, role: "admin", requireTwoFactor: "admins" };
      assert.deepEqual((await provider.check("orgMembership", {}, args)).failures, []);
      await setting.simulator.setMember(ann, { twoFactorAuthEnabled: false });
      await assert.rejects(
        provider.create("orgMembership", args),
        /ann@example\.com does not become an admin/,
      );
    });
  });

  it("is no reason to refuse an admin who stays as they are", async () => {
    await setting.simulator.setMember(owner, { twoFactorAuthEnabled: false });
    ok(await setting.engine.up(setting.roster({}, { requireTwoFactor: "admins" })));
  });

  it("refuses admin as the role for the meantime, and unknown words", async () => {
    const { errors } = await setting.engine.preview(
      setting.roster({}, { requireTwoFactor: "owners", roleUntilTwoFactor: "admin", missingTwoFactor: "no" }),
    );
    assert.match(errors.join(), /requireTwoFactor: must be one of admins, all/);
    assert.match(errors.join(), /roleUntilTwoFactor: must be one of edit, collaborate, view, none/);
    assert.match(errors.join(), /missingTwoFactor: must be one of warn, fail/);
  });
});
