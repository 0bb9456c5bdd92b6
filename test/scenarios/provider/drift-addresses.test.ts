import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ann } from "../../support/one-person";
import { ok, StackSetting } from "../../support/stack-setting";

const now = "ann.new@example.com";

onBothFaces("a member's address that changed at Losant", (face) => {
  const setting = StackSetting.inSuite(face);
  let userId: string;

  beforeEach(async () => {
    userId = await setting.simulator.addMember({ email: ann, role: "view" });
  });

  const byUserId = (more: object = {}) => ({
    ann: setting.resource("orgMember", { userId, role: "view", ...more }),
  });
  const changeAddress = () =>
    setting.simulator.putState((state) => {
      for (const one of [...state.people, ...(state.organizations[0]?.members ?? [])]) {
        if (one.email === ann) one.email = now;
      }
    });

  it("is followed by the output email of an OrgMember by userId", async () => {
    ok(await setting.engine.up(byUserId()));
    assert.equal(setting.engine.outputs("ann").email, ann);
    await changeAddress();
    const outcome = await setting.engine.up(byUserId());
    ok(outcome);
    assert.equal(setting.engine.outputs("ann").email, now);
  });

  it("is followed when something else of the OrgMember changes", async () => {
    ok(await setting.engine.up(byUserId()));
    await changeAddress();
    ok(await setting.engine.up(byUserId({ role: "edit" }), { refresh: false }));
    assert.deepEqual([setting.engine.outputs("ann").email, await setting.live(now)], [now, "member edit"]);
  });

  it("is followed where the address was once stated and is taken out", async () => {
    ok(await setting.engine.up({ ann: setting.resource("orgMember", { email: ann, role: "view" }) }));
    ok(await setting.engine.up(byUserId()));
    await changeAddress();
    ok(await setting.engine.up(byUserId()));
    assert.equal(setting.engine.outputs("ann").email, now);
  });

  it("is no change of the address that an OrgMember states", async () => {
    const stated = { ann: setting.resource("orgMember", { email: ann, role: "view" }) };
    ok(await setting.engine.up(stated));
    await changeAddress();
    const outcome = await setting.engine.up(stated);
    ok(outcome);
    assert.equal(outcome.operations.ann, "same");
    assert.equal(await setting.live(now), "member view");
  });
});
