import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ok, StackSetting } from "../../support/stack-setting";

const settings = {
  description: "A text that only Acme's people read",
  billingEmail: "billing@example.com",
  iconColor: "#ff8800",
  mfaMode: "required",
};

onBothFaces("settings of an organization that are taken out of the program", (face) => {
  const setting = StackSetting.inSuite(face);

  const acme = (args: Partial<typeof settings>) => ({ acme: setting.resource("organization", args) });

  for (const name of ["description", "billingEmail", "iconColor", "mfaMode"] as const) {
    it(`${name}: stays at Losant, and preview and up name it`, async () => {
      ok(await setting.engine.up(acme(settings)));
      await setting.writes();
      const { [name]: taken, ...others } = settings;
      const steps = [await setting.engine.preview(acme(others)), await setting.engine.up(acme(others))];
      for (const outcome of steps) {
        ok(outcome);
        assert.match(outcome.printed, new RegExp(`\\b${name}\\b`));
        for (const kept of Object.keys(others))
          assert.doesNotMatch(outcome.printed, new RegExp(`\\b${kept}\\b`));
      }
      assert.equal(await setting.writes(), 0);
      assert.equal((await setting.simulator.fetchOrganization())[name], taken);
    });
  }

  it("are named once, and the next up is quiet", async () => {
    ok(await setting.engine.up(acme(settings)));
    ok(await setting.engine.up(acme({ mfaMode: "required" })));
    const next = await setting.engine.up(acme({ mfaMode: "required" }));
    assert.deepEqual([next.operations.acme, next.printed], ["same", ""]);
  });
});
