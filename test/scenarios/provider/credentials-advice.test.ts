import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ann, bob, carol } from "../../support/one-person";
import { ok, StackSetting } from "../../support/stack-setting";

onBothFaces("what removed members made at Losant", (face) => {
  const setting = StackSetting.inSuite(face);
  const advice = /API tokens and access keys that removed members made are not touched\. To list them:/g;
  const toldIn = (printed: string) => printed.match(advice)?.length ?? 0;
  const single = (...emails: string[]) =>
    Object.fromEntries(
      emails.map((email) => [email, setting.resource("orgMembership", { email, role: "view" })]),
    );

  beforeEach(async () => {
    for (const email of [ann, bob]) await setting.simulator.addMember({ email, role: "view" });
  });

  it("is told where to look for once, after all that a roster removed", async () => {
    ok(await setting.engine.up(setting.roster({ [ann]: "view", [bob]: "view" })));
    const outcome = await setting.engine.up(setting.roster({}, { maxRemovals: 2 }));
    ok(outcome);
    assert.equal(toldIn(outcome.printed), 1, outcome.printed);
    assert.ok(outcome.printed.includes(`pulumi-losant status --credentials --org ${setting.orgId}`));
    assert.ok(outcome.printed.search(advice) > outcome.printed.lastIndexOf("removed from organization"));
  });

  it("is told once, after the first of single people was removed", async () => {
    ok(await setting.engine.up(single(ann, bob)));
    setting.env.LOSANT_MAX_REMOVALS = "2";
    const outcome = await setting.engine.up({});
    ok(outcome);
    assert.deepEqual([await setting.live(ann), await setting.live(bob)], ["absent", "absent"]);
    assert.equal(toldIn(outcome.printed), 1, outcome.printed);
    assert.ok(outcome.printed.search(advice) > outcome.printed.indexOf("removed from organization"));
  });

  it("is nothing to tell of in a preview", async () => {
    ok(await setting.engine.up(setting.roster({ [ann]: "view", [bob]: "view" })));
    const { printed, errors } = await setting.engine.preview(setting.roster({ [ann]: "view" }));
    assert.deepEqual(errors, []);
    assert.match(printed, /- remove bob@example\.com/);
    assert.equal(toldIn(printed), 0, printed);
  });

  it("is nothing to tell of where only an invite was revoked", async () => {
    ok(await setting.engine.up(single(carol)));
    const outcome = await setting.engine.up({});
    ok(outcome);
    assert.match(outcome.printed, /invite revoked in/);
    assert.equal(toldIn(outcome.printed), 0, outcome.printed);
  });
});
