import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { onBothFaces } from "../../support/faces";
import { ann } from "../../support/one-person";
import type { Kind } from "../../support/provider-messages";
import { day, ok, owner, StackSetting } from "../../support/stack-setting";

const clock = join(__dirname, "../../support/clock-ahead.cjs");

onBothFaces("access that ends between check and up", (face) => {
  const setting = StackSetting.inSuite(face);

  const stated = (kind: Kind, person: object) =>
    kind === "orgRoster"
      ? setting.resource(kind, { members: { [owner]: "admin", [ann]: person }, unmanaged: "ignore" })
      : setting.resource(kind, { email: ann, ...person });

  /** Time passes for the provider as for Losant, in the middle of the run. */
  const endsMidway = () => {
    setting.env = { NODE_OPTIONS: `--require ${clock}`, TEST_CLOCK: writeAhead(0) };
    setting.engine.afterCheck = async () => {
      setting.engine.afterCheck = async () => undefined;
      await setting.simulator.advance(4 * day);
      writeAhead(4 * day);
    };
  };
  const writeAhead = (milliseconds: number) => {
    const file = join(setting.folder, "clock");
    writeFileSync(file, String(milliseconds));
    return file;
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
