import assert from "node:assert/strict";
import { htmlPage } from "../../support/answer-proxy";
import { onBothFaces } from "../../support/faces";
import { ann, bob, carol } from "../../support/one-person";
import { ProxiedSetting } from "../../support/proxied-setting";
import { errorsOf, ok } from "../../support/stack-setting";

const dave = "dave@example.com";

onBothFaces("a roster that an outage interrupts", (face) => {
  const setting = ProxiedSetting.inSuite(face);

  beforeEach(async () => {
    const { simulator, engine } = setting;
    setting.env.LOSANT_MAX_ATTEMPTS = "1";
    await simulator.addMember({ email: ann, role: "view" });
    await simulator.addMember({ email: bob, role: "admin" });
    ok(await engine.up(setting.roster({ [ann]: "view", [bob]: "admin" })));
  });

  for (const status of [429, 503]) {
    it(`removes at the next up whom it could not remove as promoting was answered ${status}`, async () => {
      const { simulator, engine } = setting;
      const program = setting.roster({ [ann]: "admin" });
      await simulator.fault({ action: "org.modifyMember", status, times: 1 });
      assert.match((await engine.up(program)).errors.join(), new RegExp(`${ann}.*${status}`));
      assert.equal(await setting.live(bob), "member admin");
      assert.match((await engine.preview(program)).printed, /- remove bob@example\.com/);
      ok(await engine.up(program));
      assert.deepEqual([await setting.live(ann), await setting.live(bob)], ["member admin", "absent"]);
    });
  }

  it("removes whom it could not even without a refresh before the next up", async () => {
    const { simulator, engine } = setting;
    await simulator.fault({ action: "org.modifyMember", status: 503, times: 1 });
    await errorsOf(engine.up(setting.roster({ [ann]: "admin" })));
    ok(await engine.up(setting.roster({ [ann]: "admin" }), { refresh: false }));
    assert.equal(await setting.live(bob), "absent");
  });

  it("removes everybody whom the program has dropped by the time that Losant works again", async () => {
    const { simulator, engine } = setting;
    await simulator.fault({ action: "org.modifyMember", status: 503, times: 1 });
    await errorsOf(engine.up(setting.roster({ [ann]: "admin" })));
    ok(await engine.up(setting.roster({})));
    assert.deepEqual([await setting.live(ann), await setting.live(bob)], ["absent", "absent"]);
  });

  it("revokes at the next up the invite that it could not revoke", async () => {
    const { simulator, engine } = setting;
    ok(await engine.up(setting.roster({ [ann]: "view", [bob]: "admin", [carol]: "view" })));
    await simulator.fault({ action: "org.modifyMember", status: 429, times: 1 });
    const program = setting.roster({ [ann]: "edit", [bob]: "admin" });
    await errorsOf(engine.up(program));
    assert.equal(await setting.live(carol), "invite view");
    ok(await engine.up(program));
    assert.equal(await setting.live(carol), "absent");
  });

  it("demotes and invites at the next up whom it did not reach as a removal failed", async () => {
    const { simulator, engine } = setting;
    ok(await engine.up(setting.roster({ [ann]: "edit", [bob]: "admin" })));
    await simulator.fault({ action: "org.removeMember", status: 503, times: 1 });
    const program = setting.roster({ [ann]: "view", [dave]: "view" });
    await errorsOf(engine.up(program));
    assert.equal(await setting.live(dave), "absent");
    assert.match((await engine.preview(program)).operations.everybody ?? "", /update/);
    ok(await engine.up(program));
    const people = [await setting.live(ann), await setting.live(bob), await setting.live(dave)];
    assert.deepEqual(people, ["member view", "absent", "invite view"]);
  });

  it("forgets nobody when everything fails from the first change on", async () => {
    const { engine } = setting;
    const program = setting.roster({ [ann]: "admin" });
    const { organizationRequest, proxy } = setting;
    proxy.add({ request: /^(PATCH|DELETE) /, answer: htmlPage(503) });
    proxy.add({ request: organizationRequest, after: 1, answer: htmlPage(503) });
    assert.notEqual(await errorsOf(engine.up(program)), "");
    proxy.reset();
    ok(await engine.up(program));
    assert.equal(await setting.live(bob), "absent");
  });

  it("says of everybody whom it did not reach that nothing was sent", async () => {
    await setting.simulator.fault({ action: "org.modifyMember", status: 503, times: 1 });
    const errors = await errorsOf(setting.engine.up(setting.roster({ [ann]: "admin", [dave]: "view" })));
    for (const email of [ann, bob, dave]) assert.match(errors, new RegExp(email));
  });

  it("is destroyed by a second try after an outage in the first", async () => {
    const { simulator, engine } = setting;
    const more = { deletionPolicy: "remove" };
    ok(await engine.up(setting.roster({ [ann]: "view", [bob]: "edit" }, more)));
    await simulator.fault({ action: "org.removeMember", status: 503, times: 2 });
    assert.notEqual(await errorsOf(engine.destroy()), "");
    assert.deepEqual([await setting.live(ann), await setting.live(bob)], ["member view", "member edit"]);
    ok(await engine.destroy());
    assert.deepEqual([await setting.live(ann), await setting.live(bob)], ["absent", "absent"]);
  });
});
