import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ann } from "../../support/one-person";
import type { Kind } from "../../support/provider-messages";
import { day, ok, owner, StackSetting } from "../../support/stack-setting";

onBothFaces("access that ends between check and up", (face) => {
  const setting = StackSetting.inSuite(face);

  const stated = (kind: Kind, person: object) =>
    kind === "orgRoster"
      ? setting.resource(kind, { members: { [owner]: "admin", [ann]: person }, unmanaged: "ignore" })
      : setting.resource(kind, { email: ann, ...person });

  const endsMidway = () => {
    setting.engine.afterCheck = async () => {
      setting.engine.afterCheck = async () => undefined;
      await setting.advanceMidway(4 * day);
    };
  };

  for (const kind of ["orgMember", "orgMembership", "orgRoster"] as const) {
    it(`is removed by ${kind} in that run, whatever else has changed`, async () => {
      await setting.simulator.addMember({ email: ann, role: "view" });
      const until = await setting.dateIn(2);
      ok(await setting.engine.up({ ann: stated(kind, { role: "view", until }) }));
      const changed = { ann: stated(kind, { role: "edit", until }) };
      endsMidway();
      const { errors, printed } = await setting.engine.up(changed);
      assert.deepEqual(errors, []);
      assert.match(printed, /removed? ann@example\.com|ann@example\.com: removed from/);
      assert.equal(await setting.live(ann), "absent");
      assert.equal(await setting.calls("org.modifyMember"), 0);
      assert.deepEqual((await setting.engine.preview(changed)).operations, { ann: "same" });
    });
  }

  for (const kind of ["orgInvite", "orgMembership", "orgRoster"] as const) {
    it(`is never sent by ${kind}`, async () => {
      const program = { ann: stated(kind, { role: "view", until: await setting.dateIn(2) }) };
      endsMidway();
      ok(await setting.engine.up(program));
      assert.equal(await setting.mails(), 0);
      assert.equal(await setting.live(ann), "absent");
      assert.deepEqual((await setting.engine.preview(program)).operations, { ann: "same" });
    });
  }
});
