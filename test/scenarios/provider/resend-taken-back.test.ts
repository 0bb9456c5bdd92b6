import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ann, invitingKinds } from "../../support/one-person";
import { ok, owner, StackSetting } from "../../support/stack-setting";

onBothFaces("a rename whose run failed before its deletes, taken back", (face) => {
  const setting = StackSetting.inSuite(face);

  const named = (name: string, kind: (typeof invitingKinds)[number], resend: string): Program => {
    const members = { [owner]: "admin", [ann]: { role: "view", resend } };
    const args =
      kind === "orgRoster" ? { members, unmanaged: "ignore" } : { email: ann, role: "view", resend };
    return { [name]: setting.resource(kind, args) };
  };
  /** A run that fails before its deletes: both names stay in the stack. */
  const failing = async (program: Program) => {
    const broken = setting.resource("orgMember", { email: "nobody@example.com", role: "view" });
    const { errors } = await setting.engine.up({ ...program, broken });
    assert.equal(errors.length, 1, errors.join());
  };

  for (const kind of invitingKinds) {
    it(`${kind}: the same value of resend sends no second email, and another one does`, async () => {
      ok(await setting.engine.up(named("ann", kind, "1")));
      await failing(named("renamed", kind, "1"));
      await setting.mails();
      await failing(named("renamed", kind, "2"));
      assert.equal(await setting.mails(), 1);
      ok(await setting.engine.up(named("ann", kind, "2")));
      assert.equal(await setting.mails(), 0);
      assert.equal(await setting.live(ann), "invite view");
      ok(await setting.engine.up(named("ann", kind, "1")));
      assert.equal(await setting.mails(), 1);
    });
  }
});
