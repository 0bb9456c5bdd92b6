import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ann } from "../../support/one-person";
import type { Kind } from "../../support/provider-messages";
import { ok, StackSetting } from "../../support/stack-setting";

onBothFaces("one person in two resources", (face) => {
  const setting = StackSetting.inSuite(face);
  let userId: string;

  beforeEach(async () => {
    userId = await setting.simulator.addMember({ email: ann, role: "view" });
  });

  const byUserId = (role = "edit"): Program => ({
    byId: setting.resource("orgMember", { userId, role }),
  });

  const isRefused = async (program: Program) => {
    const { errors } = await setting.engine.preview(program);
    assert.match(errors.join("\n"), /ann@example\.com/);
    assert.match(errors.join("\n"), new RegExp(userId));
    assert.equal(await setting.writes(), 0);
  };

  const pairs = (): Record<string, Program> => ({
    "OrgMember by email": { other: setting.resource("orgMember", { email: ann, role: "view" }) },
    OrgMembership: { other: setting.resource("orgMembership", { email: ann, role: "view" }) },
    OrgRoster: setting.roster({ [ann]: "view" }),
  });

  for (const what of ["OrgMember by email", "OrgMembership", "OrgRoster"]) {
    it(`is refused as OrgMember by userId after ${what}`, () =>
      isRefused({ ...pairs()[what], ...byUserId() }));

    it(`is refused as ${what} after OrgMember by userId`, () =>
      isRefused({ ...byUserId(), ...pairs()[what] }));
  }

  it("is refused also where both state the same role", () =>
    isRefused({ ...byUserId("view"), ...pairs().OrgMembership }));

  it("is refused at an update as well", async () => {
    ok(await setting.engine.up({ ...pairs().OrgMembership }));
    await setting.writes();
    await isRefused({ ...pairs().OrgMembership, ...byUserId() });
  });

  it("is refused in a userId in upper case", async () => {
    userId = userId.toUpperCase();
    const { errors } = await setting.engine.preview({ ...byUserId(), ...pairs().OrgMembership });
    assert.notDeepEqual(errors, []);
  });

  it("may be OrgInvite and OrgMember", async () => {
    const invite = { invite: setting.resource("orgInvite", { email: ann, role: "view" }) };
    ok(await setting.engine.preview({ ...invite, ...byUserId() }));
    ok(await setting.engine.preview({ ...byUserId(), ...invite }));
    ok(await setting.engine.up({ ...invite, ...byUserId() }));
    assert.equal(await setting.live(ann), "member edit");
  });

  it("may be one OrgMember that names userId and email", async () => {
    const both = { both: setting.resource("orgMember", { userId, email: ann, role: "edit" }) };
    ok(await setting.engine.up(both));
    assert.equal((await setting.engine.preview(both)).operations.both, "same");
  });

  it("may stand in two organizations", async () => {
    const other = "b".repeat(24);
    await setting.simulator.putState((state) => {
      const [first] = state.organizations;
      if (first) state.organizations.push({ ...first, id: other, orgId: other, name: "Other" });
    });
    const there: Program = {
      there: { kind: "orgMembership", args: { orgId: other, email: ann, role: "view" } },
    };
    ok(await setting.engine.preview({ ...byUserId(), ...there }));
  });

  it("may move from userId to email in one resource", async () => {
    ok(await setting.engine.up({ one: setting.resource("orgMember", { userId, role: "view" }) }));
    ok(
      await setting.engine.up({
        one: setting.resource("orgMember", { email: ann, role: "view" }),
      }),
    );
    assert.equal(await setting.live(ann), "member view");
  });
});

onBothFaces(
  "one person in two resources of one class, whose addresses a transformation made the same",
  (face) => {
    const setting = StackSetting.inSuite(face);

    const two = (kind: Kind, [one, other]: [string, string]): Program => ({
      one: setting.resource(kind, { email: ann, role: one }),
      other: setting.resource(kind, { email: ann, role: other }),
    });

    for (const kind of ["orgMember", "orgMembership", "orgInvite"] as const) {
      beforeEach(async () => {
        if (kind === "orgMember") await setting.simulator.addMember({ email: ann, role: "view" });
      });

      it(`is refused as two of ${kind}, new ones`, async () => {
        const { errors } = await setting.engine.preview(two(kind, ["view", "edit"]));
        assert.match(errors.join("\n"), /ann@example\.com .*is declared (by two|twice)/);
      });

      it(`is refused as two of ${kind} that the stack records`, async () => {
        const { engine } = setting;
        ok(await engine.up({ one: setting.resource(kind, { email: ann, role: "view" }) }));
        const recorded = engine.stack.get("one") ?? assert.fail();
        engine.stack.set("other", structuredClone(recorded));
        const { errors } = await engine.preview(two(kind, ["view", "edit"]));
        assert.match(errors.join("\n"), /ann@example\.com .*is declared (by two|twice)/);
      });

      for (const order of ["before", "after"] as const) {
        it(`is refused as two of ${kind}, one that the stack records and a new one ${order} it`, async () => {
          const { engine } = setting;
          ok(await engine.up({ one: setting.resource(kind, { email: ann, role: "view" }) }));
          const { one, other } = two(kind, ["view", "edit"]);
          assert.ok(one && other);
          const { errors } = await engine.preview(order === "after" ? { one, other } : { other, one });
          assert.match(errors.join("\n"), /ann@example\.com .*is declared (by two|twice)/);
        });
      }

      it(`is no second one where ${kind} is replaced`, () =>
        setting.during(async (provider) => {
          const { args } = two(kind, ["view", "edit"]).one ?? assert.fail();
          const { args: changed } = two(kind, ["view", "edit"]).other ?? assert.fail();
          for (const [olds, news] of [
            [args, args],
            [{}, changed],
          ] as const) {
            const { failures } = await provider.check(kind, olds, news, "one");
            assert.deepEqual(failures, []);
          }
        }));
    }
  },
);

onBothFaces("two Organization resources of one organization", (face) => {
  const setting = StackSetting.inSuite(face);

  it("are refused", async () => {
    const program = {
      one: setting.resource("organization", { description: "one" }),
      other: setting.resource("organization", { description: "other" }),
    };
    const { errors } = await setting.engine.preview(program);
    assert.match(errors.join(), new RegExp(setting.orgId));
  });
});
