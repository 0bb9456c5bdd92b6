import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ann } from "../../support/one-person";
import { errorsOf, ok, owner, StackSetting } from "../../support/stack-setting";

/** The highest number of people that refusals advise to set. */
function advisedLimit(errors: string): number {
  const advised = [...errors.matchAll(/(?:LOSANT_MAX_REMOVALS|maxRemovals)[^\d.\n]{0,60}(\d+)(?![\d%])/g)];
  assert.notEqual(advised.length, 0, `no number is advised: ${errors}`);
  return Math.max(...advised.map(([, number]) => Number(number)));
}

onBothFaces("a large removal that was refused", (face) => {
  const setting = StackSetting.inSuite(face);

  const singles = (emails: string[]): Program =>
    Object.fromEntries(
      emails.map((email) => [email, setting.resource("orgMembership", { email, role: "view" })]),
    );

  it("is finished by one more run with the limit that the refusal names", async () => {
    const team = await setting.team(20);
    ok(await setting.engine.up(singles(team)));
    const { errors } = await setting.engine.up({}, { refresh: false });
    assert.equal(await setting.peopleCount(), 21 - 5);
    assert.match(errors.at(-1) ?? "", /LOSANT_MAX_REMOVALS[\s\S]*losant:maxRemovals/);
    assert.match(errors.at(-1) ?? "", /\b15\b/);
    setting.env.LOSANT_MAX_REMOVALS = String(advisedLimit(errors.join("\n")));
    ok(await setting.engine.destroy());
    assert.equal(await setting.peopleCount(), 1);
  });

  it("names each person once", async () => {
    const team = await setting.team(6);
    ok(await setting.engine.up(singles(team)));
    const { errors, printed } = await setting.engine.up({}, { refresh: false });
    assert.equal(errors.length, 3);
    for (const email of team) {
      const naming = [...errors, ...printed.split("\n")].filter((line) => line.startsWith(email));
      assert.equal(naming.length, 1, naming.join("\n"));
    }
  });

  it("is finished by a roster with the limit that the refusal names", async () => {
    const team = await setting.team(20);
    ok(await setting.engine.up(setting.roster(Object.fromEntries(team.map((one) => [one, "view"])))));
    const errors = await errorsOf(setting.engine.preview(setting.roster({})));
    assert.match(errors, /\b20\b/);
    setting.env.LOSANT_MAX_REMOVALS = String(advisedLimit(errors));
    ok(await setting.engine.up(setting.roster({})));
    assert.equal(await setting.peopleCount(), 1);
  });
});

onBothFaces("a roster that a guard refuses", (face) => {
  const setting = StackSetting.inSuite(face);

  const told = async (program: Program) => {
    const { errors, printed } = await setting.engine.preview(program);
    assert.notDeepEqual(errors, []);
    return [...errors, printed].join("\n");
  };

  it("prints its plan beside the removal cap", async () => {
    const team = await setting.team(6);
    ok(await setting.engine.up(setting.roster(Object.fromEntries(team.map((one) => [one, "view"])))));
    const text = await told(setting.roster({}));
    for (const email of team) assert.match(text, new RegExp(`- remove ${email}`));
  });

  it("prints its plan beside the admin floor", async () => {
    await setting.simulator.addMember({ email: ann, role: "admin" });
    ok(await setting.engine.up(setting.roster({ [ann]: "admin" }, { minAdmins: 2 })));
    assert.match(await told(setting.roster({ [ann]: "edit" }, { minAdmins: 2 })), /~ .*ann@example\.com/);
  });

  it("prints its plan beside the seats", async () => {
    ok(await setting.engine.up(setting.roster({})));
    await setting.simulator.setLimits({ member: 1 });
    const text = await told(setting.roster({ [ann]: "view" }));
    assert.match(text, /\+ invite ann@example\.com/);
    assert.match(text, /A roster removes before it invites/);
    assert.doesNotMatch(text, /needs an OrgRoster/);
  });

  it("prints its plan beside the guard of the authenticated user", async () => {
    await setting.simulator.addMember({ email: ann, role: "admin" });
    ok(await setting.engine.up(setting.roster({ [ann]: "admin" })));
    const args = { members: { [ann]: "admin" } };
    const text = await told({ everybody: setting.resource("orgRoster", args) });
    assert.match(text, new RegExp(`- remove ${owner}`));
  });

  it("prints its plan once when it is created", async () => {
    await setting.simulator.setLimits({ member: 1 });
    const text = await told(setting.roster({ [ann]: "view" }));
    assert.equal(text.split("+ invite ann@example.com").length - 1, 1, text);
  });
});
