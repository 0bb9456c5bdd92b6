import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ann, bob, carol, memberKinds } from "../../support/one-person";
import { ok, owner, StackSetting } from "../../support/stack-setting";

/** The same resources, registered the other way round. */
const reversed = (program: Program): Program => Object.fromEntries(Object.entries(program).reverse());

onBothFaces("a joint demotion of admins beyond the floor", (face) => {
  const setting = StackSetting.inSuite(face);

  beforeEach(async () => {
    setting.env.LOSANT_MIN_ADMINS = "2";
    for (const email of [ann, bob]) await setting.simulator.addMember({ email, role: "admin" });
  });

  const roster = (members: object) => setting.roster(members, { unmanaged: "ignore" });

  const isRefused = async (program: Program) => {
    const { errors } = await setting.engine.preview(program);
    assert.match(errors.join("\n"), /admin/);
    assert.match(errors.join("\n"), /minAdmins|LOSANT_MIN_ADMINS/);
    assert.equal(await setting.writes(), 0);
  };

  for (const kind of memberKinds) {
    const demoted = (email: string): Program => ({
      single: setting.resource(kind, { email, role: "edit" }),
    });

    it(`is refused at preview by a roster after ${kind}`, () =>
      isRefused({ ...demoted(bob), ...roster({ [ann]: "edit" }) }));

    it(`is refused at preview by ${kind} after a roster`, () =>
      isRefused(reversed({ ...demoted(bob), ...roster({ [ann]: "edit" }) })));
  }

  it("is refused at preview where the roster removes and the other demotes", async () => {
    const single = { single: setting.resource("orgMember", { email: bob, role: "edit" }) };
    ok(await setting.engine.up(roster({ [ann]: "admin" })));
    await setting.writes();
    await isRefused({ ...roster({}), ...single });
    await isRefused({ ...single, ...roster({}) });
  });

  it("is not possible by two rosters, which are refused side by side", async () => {
    const program = { ...roster({ [ann]: "edit" }), another: roster({ [bob]: "edit" }).everybody };
    const { errors } = await setting.engine.preview(program);
    assert.match(
      errors.join("\n"),
      /two OrgRoster resources|OrgRoster "another" is declared beside OrgRoster "everybody"/,
    );
  });

  it("passes while enough admins stay", async () => {
    await setting.simulator.addMember({ email: carol, role: "admin" });
    const single = { single: setting.resource("orgMember", { email: bob, role: "edit" }) };
    ok(await setting.engine.up({ ...single, ...roster({ [ann]: "edit" }) }));
    const admins = (await setting.simulator.fetchOrganization()).members.filter(
      ({ role }) => role === "admin",
    );
    assert.deepEqual(admins.map(({ email }) => email).sort(), [carol, owner]);
  });
});
