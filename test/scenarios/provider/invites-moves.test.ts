import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ann, declaring, invitingKinds } from "../../support/one-person";
import { day, ok, StackSetting } from "../../support/stack-setting";

onBothFaces("moving somebody who was emailed this week", (face) => {
  const setting = StackSetting.inSuite(face);

  const roster = (members: object) => setting.roster(members, { unmanaged: "ignore" });
  const renamed = (program: Program): Program => {
    const { ann: person, ...others } = program;
    return person ? { ...others, moved: person } : others;
  };

  /** Ann declined two days after the email. */
  const declined = async () => {
    await setting.simulator.advance(day);
    await setting.simulator.decline(ann);
    await setting.simulator.advance(day);
    await setting.mails();
  };
  const emailsNobody = async (program: Program) => {
    const outcome = await setting.engine.up(program);
    ok(outcome);
    assert.equal(await setting.mails(), 0, outcome.printed);
    ok(await setting.engine.up(program));
    assert.equal(await setting.mails(), 0);
    await setting.simulator.advance(6 * day);
    ok(await setting.engine.up(program));
    assert.equal(await setting.mails(), 1);
  };

  for (const kind of ["orgInvite", "orgMembership"] as const) {
    for (const order of ["before", "behind"] as const) {
      it(`from ${kind} into a roster ${order} it that exists emails nobody who declined`, async () => {
        const person = declaring(setting, kind);
        const both = order === "before" ? { ...roster({}), ...person } : { ...person, ...roster({}) };
        ok(await setting.engine.up(both));
        await declined();
        await emailsNobody(roster({ [ann]: "view" }));
      });
    }

    it(`from a roster that stays to ${kind} emails nobody who declined`, async () => {
      ok(await setting.engine.up(roster({ [ann]: "view" })));
      await declined();
      await emailsNobody({ ...roster({}), ...declaring(setting, kind) });
    });
  }

  it("a rename with a first resend is not a change for who declined", async () => {
    ok(await setting.engine.up(declaring(setting, "orgMembership")));
    await declined();
    await emailsNobody(renamed(declaring(setting, "orgMembership", { resend: "again" })));
  });

  for (const from of invitingKinds) {
    it(`from ${from} to an OrgMembership with resend emails nobody whose invite is pending`, async () => {
      const beside = from === "orgRoster" ? { unmanaged: "ignore" } : {};
      ok(await setting.engine.up(declaring(setting, from, beside)));
      await setting.mails();
      const program = {
        ...renamed(declaring(setting, "orgMembership", { resend: "again" })),
        ...(from === "orgRoster" ? { ann: roster({}).everybody } : {}),
      };
      const outcome = await setting.engine.up(program);
      ok(outcome);
      assert.equal(await setting.mails(), 0, outcome.printed);
      assert.equal((await setting.engine.up(program)).operations.moved, "same");
      assert.equal(await setting.mails(), 0);
    });
  }

  it("another value of resend after that is a change", async () => {
    ok(await setting.engine.up(declaring(setting, "orgInvite")));
    ok(await setting.engine.up(renamed(declaring(setting, "orgMembership", { resend: "1" }))));
    await setting.mails();
    ok(await setting.engine.up(renamed(declaring(setting, "orgMembership", { resend: "2" }))));
    assert.equal(await setting.mails(), 1);
  });

  it("a first resend on somebody who declined and is taken over from a roster is not a change", async () => {
    ok(await setting.engine.up(roster({ [ann]: "view" })));
    await declined();
    await emailsNobody({ ...roster({}), ...declaring(setting, "orgMembership", { resend: "again" }) });
  });
});
