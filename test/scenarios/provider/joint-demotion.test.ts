import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ok, owner } from "../../support/stack-setting";
import { ann, bob, carol, memberKinds, PromiseSetting } from "./support/promise-setting";

/** The same resources, registered the other way round. */
const reversed = (program: Program): Program => Object.fromEntries(Object.entries(program).reverse());

onBothFaces("a joint demotion of admins beyond the floor", (face) => {
  const setting = PromiseSetting.inThisDescribe(face);

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

  it("is not possible by two rosters, which are refused side by side", async () => {
    const program = { ...roster({ [ann]: "edit" }), another: roster({ [bob]: "edit" }).everybody };
    const { errors } = await setting.stack.engine.preview(program);
    assert.match(
      errors.join("\n"),
      /two OrgRoster resources|OrgRoster "another" is declared beside OrgRoster "everybody"/,
    );
  });

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
