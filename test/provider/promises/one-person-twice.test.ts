import assert from "node:assert/strict";
import type { Program } from "../../support/small-engine";
import { ok, owner } from "../../support/stack-setting";
import { ann, bob, carol, memberKinds, PromiseSetting } from "./support/promise-setting";

/** The same resources, registered the other way round. */
const reversed = (program: Program): Program => Object.fromEntries(Object.entries(program).reverse());

describe("one person in two resources", () => {
  const setting = PromiseSetting.inThisDescribe();
  let userId: string;

  beforeEach(async () => {
    userId = await setting.stack.simulator.addMember({ email: ann, role: "view" });
  });

  const byUserId = (role = "edit"): Program => ({
    byId: setting.stack.resource("orgMember", { userId, role }),
  });

  const isRefused = async (program: Program) => {
    const { errors } = await setting.stack.engine.preview(program);
    assert.match(errors.join("\n"), /ann@example\.com/);
    assert.match(errors.join("\n"), new RegExp(userId));
    assert.equal(await setting.stack.writes(), 0);
  };

  const pairs = (): Record<string, Program> => ({
    "OrgMember by email": { other: setting.stack.resource("orgMember", { email: ann, role: "view" }) },
    OrgMembership: { other: setting.stack.resource("orgMembership", { email: ann, role: "view" }) },
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
    ok(await setting.stack.engine.up({ ...pairs().OrgMembership }));
    await setting.stack.writes();
    await isRefused({ ...pairs().OrgMembership, ...byUserId() });
  });

  it("is refused in a userId in upper case", async () => {
    userId = userId.toUpperCase();
    const { errors } = await setting.stack.engine.preview({ ...byUserId(), ...pairs().OrgMembership });
    assert.notDeepEqual(errors, []);
  });

  it("may be OrgInvite and OrgMember", async () => {
    const invite = { invite: setting.stack.resource("orgInvite", { email: ann, role: "view" }) };
    ok(await setting.stack.engine.preview({ ...invite, ...byUserId() }));
    ok(await setting.stack.engine.preview({ ...byUserId(), ...invite }));
    ok(await setting.stack.engine.up({ ...invite, ...byUserId() }));
    assert.equal(await setting.stack.live(ann), "member edit");
  });

  it("may be one OrgMember that names userId and email", async () => {
    const both = { both: setting.stack.resource("orgMember", { userId, email: ann, role: "edit" }) };
    ok(await setting.stack.engine.up(both));
    assert.equal((await setting.stack.engine.preview(both)).operations.both, "same");
  });

  it("may stand in two organizations", async () => {
    const other = "b".repeat(24);
    await setting.stack.simulator.putState((state) => {
      const [first] = state.organizations;
      if (first) state.organizations.push({ ...first, id: other, orgId: other, name: "Other" });
    });
    const there: Program = {
      there: { kind: "orgMembership", args: { orgId: other, email: ann, role: "view" } },
    };
    ok(await setting.stack.engine.preview({ ...byUserId(), ...there }));
  });

  it("may move from userId to email in one resource", async () => {
    ok(await setting.stack.engine.up({ one: setting.stack.resource("orgMember", { userId, role: "view" }) }));
    ok(
      await setting.stack.engine.up({
        one: setting.stack.resource("orgMember", { email: ann, role: "view" }),
      }),
    );
    assert.equal(await setting.stack.live(ann), "member view");
  });
});

describe("two Organization resources of one organization", () => {
  const setting = PromiseSetting.inThisDescribe();

  it("are refused", async () => {
    const program = {
      one: setting.stack.resource("organization", { description: "one" }),
      other: setting.stack.resource("organization", { description: "other" }),
    };
    const { errors } = await setting.stack.engine.preview(program);
    assert.match(errors.join(), new RegExp(setting.stack.orgId));
  });
});

describe("a joint demotion of admins beyond the floor", () => {
  const setting = PromiseSetting.inThisDescribe();

  beforeEach(async () => {
    setting.environment({ LOSANT_MIN_ADMINS: "2" });
    for (const email of [ann, bob]) await setting.stack.simulator.addMember({ email, role: "admin" });
  });

  const roster = (members: object) => setting.roster(members, { unmanaged: "ignore" });

  const isRefused = async (program: Program) => {
    const { errors } = await setting.stack.engine.preview(program);
    assert.match(errors.join("\n"), /admin/);
    assert.match(errors.join("\n"), /minAdmins|LOSANT_MIN_ADMINS/);
    assert.equal(await setting.stack.writes(), 0);
  };

  for (const kind of memberKinds) {
    const demoted = (email: string): Program => ({
      single: setting.stack.resource(kind, { email, role: "edit" }),
    });

    it(`is refused at preview by a roster after ${kind}`, () =>
      isRefused({ ...demoted(bob), ...roster({ [ann]: "edit" }) }));

    it(`is refused at preview by ${kind} after a roster`, () =>
      isRefused(reversed({ ...demoted(bob), ...roster({ [ann]: "edit" }) })));
  }

  it("is refused at preview where the roster removes and the other demotes", async () => {
    const single = { single: setting.stack.resource("orgMember", { email: bob, role: "edit" }) };
    ok(await setting.stack.engine.up(roster({ [ann]: "admin" })));
    await setting.stack.writes();
    await isRefused({ ...roster({}), ...single });
    await isRefused({ ...single, ...roster({}) });
  });

  it("is refused at preview by two rosters", () =>
    isRefused({ ...roster({ [ann]: "edit" }), another: roster({ [bob]: "edit" }).everybody }));

  it("passes while enough admins stay", async () => {
    await setting.stack.simulator.addMember({ email: carol, role: "admin" });
    const single = { single: setting.stack.resource("orgMember", { email: bob, role: "edit" }) };
    ok(await setting.stack.engine.up({ ...single, ...roster({ [ann]: "edit" }) }));
    const admins = (await setting.stack.simulator.fetchOrganization()).members.filter(
      ({ role }) => role === "admin",
    );
    assert.deepEqual(admins.map(({ email }) => email).sort(), [carol, owner]);
  });
});
