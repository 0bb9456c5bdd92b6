import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { errorsOf, ok, owner, StackSetting } from "../../support/stack-setting";

onBothFaces("removals beyond the limit", (face) => {
  const setting = StackSetting.inSuite(face);
  const removals = () => setting.calls("org.removeMember", "org.revokeInvite");
  const people = (emails: string[], more = {}): Program =>
    Object.fromEntries(
      emails.map((email) => [email, setting.resource("orgMembership", { email, role: "view", ...more })]),
    );

  it("are refused before the first by a destroy that has read everybody, with the number to set", async () => {
    const team = await setting.team(20);
    ok(await setting.engine.up(people(team)));
    await removals();
    const { errors, printed } = await setting.engine.destroy();
    assert.equal(await removals(), 0);
    assert.equal(errors.length, 20);
    for (const email of team)
      assert.ok(
        errors.some((one) => one.includes(`${email} stays in organization ${setting.orgId}`)),
        email,
      );
    assert.match(errors[0] ?? "", /would remove 20 of 21 people, and the limit is 5: nobody was removed/);
    assert.match(errors[0] ?? "", /LOSANT_MAX_REMOVALS=20/);
    assert.doesNotMatch(printed, /restore/);
    setting.env.LOSANT_MAX_REMOVALS = "20";
    ok(await setting.engine.destroy());
    assert.equal(await setting.peopleCount(), 1);
  });

  it("do not count the authenticated user, who stays, nor people whom the resource lets stay", async () => {
    const team = await setting.team(3);
    const self = setting.resource("orgMembership", { email: owner, role: "admin" });
    const others = await setting.team(2, "other");
    const retained = people(others, { deletionPolicy: "retain" });
    ok(await setting.engine.up({ self, ...people(team), ...retained }));
    ok(await setting.engine.destroy());
  });

  it("that are exactly as many as allowed are made", async () => {
    ok(await setting.engine.up(people(await setting.team(3))));
    ok(await setting.engine.destroy());
    assert.equal(await setting.peopleCount(), 1);
  });

  it("are told with the first where the run cannot know how many come", async () => {
    const team = await setting.team(9);
    ok(await setting.engine.up(people(team)));
    const first = team.slice(0, 1);
    for (const refresh of [true, false]) {
      const { printed } = await setting.engine.up(people(first), { refresh });
      const told = printed.match(/this run may remove at most \d people from organization/g) ?? [];
      assert.equal(told.length, 1, printed);
    }
  });

  it("are not told of where all fit", async () => {
    const team = await setting.team(9);
    ok(await setting.engine.up(people(team)));
    const { printed } = await setting.engine.up(people(team.slice(1)));
    assert.doesNotMatch(printed, /may remove/);
  });

  it("are refused before the first by a destroyed roster", async () => {
    const team = await setting.team(9);
    const members = Object.fromEntries(team.map((email) => [email, "view"]));
    ok(await setting.engine.up(setting.roster(members, { deletionPolicy: "remove" })));
    await removals();
    const errors = await errorsOf(setting.engine.destroy());
    assert.equal(await removals(), 0);
    assert.match(errors, /would remove 9 of 10 people, and this run may remove 3: nobody was removed/);
    setting.env.LOSANT_MAX_REMOVALS = "9";
    ok(await setting.engine.destroy());
    assert.equal(await setting.peopleCount(), 1);
  });
});
