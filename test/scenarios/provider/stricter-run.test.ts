import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ann, bob } from "../../support/one-person";
import { errorsOf, ok, StackSetting } from "../../support/stack-setting";

onBothFaces("a run that is stricter about unmanaged people than its roster", (face) => {
  const setting = StackSetting.inSuite(face);
  const stranger = "stranger@example.com";

  beforeEach(() => setting.simulator.addMember({ email: ann, role: "view" }));

  const roster = (more: object = {}) => setting.roster({ [ann]: "view" }, more);

  for (const own of [undefined, "warn", "ignore"]) {
    it(`refuses a stranger whom unmanaged: ${own} lets pass, at preview and at up`, async () => {
      const program = roster({ unmanaged: own });
      ok(await setting.engine.up(program));
      await setting.simulator.addMember({ email: stranger, role: "admin" });
      ok(await setting.engine.preview(program));
      setting.env = { LOSANT_UNMANAGED: "fail" };
      const refusal = /stranger@example\.com \(admin\) is not in the roster, .*LOSANT_UNMANAGED/;
      assert.match(await errorsOf(setting.engine.preview(program)), refusal);
      assert.match(await errorsOf(setting.engine.up(program)), refusal);
      setting.env = {};
      ok(await setting.engine.up(program));
      assert.equal(await setting.live(stranger), "member admin");
    });
  }

  it("is quiet where everybody is named, and records nothing of it", async () => {
    const program = roster();
    ok(await setting.engine.up(program));
    setting.env = { LOSANT_UNMANAGED: "fail" };
    const preview = await setting.engine.preview(program);
    ok(preview);
    assert.deepEqual(preview.operations, { everybody: "same" });
    ok(await setting.engine.up(program));
    setting.env = {};
    assert.deepEqual((await setting.engine.preview(program)).operations, { everybody: "same" });
  });

  it("shows with warn whom a roster ignores, and changes nothing", async () => {
    const program = roster({ unmanaged: "ignore" });
    ok(await setting.engine.up(program));
    await setting.simulator.addMember({ email: stranger, role: "edit" });
    setting.env = { LOSANT_UNMANAGED: "warn" };
    const preview = await setting.engine.preview(program);
    ok(preview);
    assert.match(preview.printed, /! stranger@example\.com is not in the roster \(edit\)/);
    assert.deepEqual(preview.operations, { everybody: "same" });
  });

  it("never weakens a roster", async () => {
    await setting.simulator.addMember({ email: stranger, role: "edit" });
    setting.env = { LOSANT_UNMANAGED: "warn" };
    const refused = await errorsOf(setting.engine.preview(roster({ unmanaged: "fail" })));
    assert.match(refused, /stranger@example\.com \(edit\) is not in the roster, and unmanaged is "fail"/);
    setting.env = { LOSANT_UNMANAGED: "fail" };
    ok(await setting.engine.up(roster({ unmanaged: "remove" })));
    assert.equal(await setting.live(stranger), "absent");
  });

  it("takes people whom another resource declares for no strangers", async () => {
    const program = {
      bob: setting.resource("orgMembership", { email: bob, role: "view" }),
      ...roster({ unmanaged: "ignore" }),
    };
    setting.env = { LOSANT_UNMANAGED: "fail" };
    ok(await setting.engine.up(program));
    ok(await setting.engine.preview(program));
  });

  it("is set by the stack's configuration too, where the environment says nothing", async () => {
    await setting.simulator.addMember({ email: stranger, role: "edit" });
    const stated = roster().everybody.args;
    const check = await setting.during((provider) => provider.check("orgRoster", {}, stated), {
      config: { "losant:unmanaged": "fail" },
    });
    assert.match(JSON.stringify(check.failures), /stranger@example\.com/);
  });
});
