import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ok, StackSetting } from "../../support/stack-setting";

const live = { description: "Plans for the Hamburg plant", billingEmail: "old-bills@example.com" };
const stated = { description: "Plans for the Bremen plant", billingEmail: "new-bills@example.com" };

onBothFaces("adopting an organization", (face) => {
  const setting = StackSetting.inSuite(face);

  beforeEach(async () => {
    await setting.simulator.setOrganization(live);
  });

  const acme = (args: Record<string, string>) => ({ acme: setting.resource("organization", args) });
  const showsNoValue = (text: string) => {
    for (const value of [...Object.values(live), ...Object.values(stated)]) {
      assert.ok(!text.includes(value), text);
    }
  };

  it("names description and billingEmail in preview and up, and shows none of their values", async () => {
    for (const outcome of [
      await setting.engine.preview(acme(stated)),
      await setting.engine.up(acme(stated)),
    ]) {
      ok(outcome);
      showsNoValue(outcome.printed);
    }
    const { printed } = await setting.anotherStack().preview(acme(live));
    assert.match(printed, /description.*billingEmail|billingEmail.*description/s);
    showsNoValue(printed);
  });

  it("shows none of their values when they drift, stay behind or are destroyed", async () => {
    ok(await setting.engine.up(acme(stated)));
    await setting.simulator.setOrganization(live);
    showsNoValue((await setting.engine.preview(acme(stated))).printed);
    showsNoValue((await setting.engine.up(acme({ name: "Acme" }))).printed);
    showsNoValue((await setting.engine.destroy()).printed);
  });

  it("shows no card token", async () => {
    const { printed } = await setting.engine.preview(acme({ cardToken: "tok_hunter2" }));
    assert.match(printed, /cardToken/);
    assert.doesNotMatch(printed, /hunter2/);
  });

  it("shows none of their values when they are refused", async () => {
    await setting.simulator.fault({ action: "org.patch", status: 400 });
    const { errors, printed } = await setting.engine.up(acme(stated));
    assert.notDeepEqual(errors, []);
    showsNoValue(`${errors.join("\n")}\n${printed}`);
  });

  it("shows none of their values in a problem of an argument", async () => {
    const { errors } = await setting.engine.preview(acme({ billingEmail: "not-an-address-at-all" }));
    assert.match(errors.join("\n"), /billingEmail/);
    assert.doesNotMatch(errors.join("\n"), /not-an-address/);
  });
});
