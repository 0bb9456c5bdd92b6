import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ann, bob } from "../../support/one-person";
import { ok, StackSetting } from "../../support/stack-setting";

const application = "a".repeat(24);

onBothFaces("nobody keeps access that the program has taken away", (face) => {
  const setting = StackSetting.inSuite(face);
  const resource = (...args: Parameters<typeof setting.resource>) => setting.resource(...args);
  const engine = () => setting.engine;
  const roster = (members: object) => setting.roster(members, { unmanaged: "ignore" });
  const lists = { applicationRoles: [{ resourceId: application, role: "view" }] };

  const inviteBeside = (email: string) =>
    setting.simulator.putState((state) => {
      state.invites[setting.orgId] = [{ email, role: "admin" }];
    });

  it("by an invite beside a membership", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    await inviteBeside(ann);
    ok(await engine().up({ ann: resource("orgMembership", { email: ann, role: "view" }) }));
    ok(await engine().up({}));
    assert.equal(await setting.live(ann), "absent");
  });

  it("by an invite beside a roster's member", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    ok(await engine().up(roster({ [ann]: "view" })));
    await inviteBeside(ann);
    ok(await engine().up(roster({})));
    assert.equal(await setting.live(ann), "absent");
  });

  it("as a roster is renamed at the same time", async () => {
    for (const email of [ann, bob]) await setting.simulator.addMember({ email, role: "view" });
    ok(await engine().up(roster({ [ann]: "view", [bob]: "view" })));
    ok(await engine().up({ fresh: roster({ [ann]: "view" }).everybody }));
    assert.deepEqual([await setting.live(ann), await setting.live(bob)], ["member view", "absent"]);
  });

  it("as a role list is taken out together with a rename", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    ok(await engine().up({ old: resource("orgMembership", { email: ann, role: "view", ...lists }) }));
    ok(await engine().up({ renamed: resource("orgMembership", { email: ann, role: "view" }) }));
    assert.deepEqual((await setting.simulator.fetchMember(ann))?.applicationRoles, []);
  });

  it("as a role list is taken out of an accepted OrgInvite, which is refused", async () => {
    const invite = (more: object) => ({ ann: resource("orgInvite", { email: ann, role: "view", ...more }) });
    ok(await engine().up(invite(lists)));
    await setting.simulator.accept(ann);
    ok(await engine().up(invite(lists)));
    assert.match((await engine().preview(invite({}))).errors.join(), /has accepted the invite/);
  });

  it("as a member who was changed by hand moves out of a roster", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    ok(await engine().up(roster({ [ann]: "view" })));
    await setting.simulator.setMember(ann, { role: "admin" });
    ok(await engine().up({ ann: resource("orgMembership", { email: ann, role: "view" }), ...roster({}) }));
    assert.equal(await setting.live(ann), "member view");
  });

  it("and who is declared by a changed address and a user id is one person", async () => {
    const userId = await setting.simulator.addMember({ email: ann, role: "view" });
    ok(await engine().up(roster({ [ann]: "view" })));
    await setting.simulator.setMember(ann, { email: "ann2@example.com" });
    const both = { byId: resource("orgMember", { userId, role: "edit" }), ...roster({ [ann]: "view" }) };
    assert.match(
      (await engine().preview(both)).errors.join(),
      /same person|is declared twice in this program, by OrgMember "byId" and by OrgRoster/,
    );
  });

  it("and an Organization renamed in both places is not made twice", async () => {
    const acme = { kind: "organization", args: { name: "Acme", deletionPolicy: "delete" } } as const;
    ok(await engine().up({ acme }));
    const id = String(engine().outputs("acme").orgId);
    await setting.simulator.setOrganization({ name: "Acme Inc" }, id);
    ok(await engine().up({ renamed: acme }));
    const { organizations } = await setting.simulator.state();
    assert.equal(organizations.filter((one) => one.id === id).length, 1);
    assert.equal(organizations.length, 2);
  });
});
