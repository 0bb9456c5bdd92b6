import assert from "node:assert/strict";
import { unknownValue } from "../../../provider/vocabulary/unknown-values";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ann } from "../../support/one-person";
import type { Kind, Properties } from "../../support/provider-messages";
import { day, ok, owner, StackSetting } from "../../support/stack-setting";

onBothFaces("access that ends beside an accepted invite", (face) => {
  const setting = StackSetting.inSuite(face);

  const one = (kind: Kind, more: Properties = {}) =>
    setting.resource(kind, { email: ann, role: "view", ...more });
  const accepted = async (more: Properties = {}): Promise<Program> => {
    const program = { invite: one("orgInvite", more) };
    ok(await setting.engine.up(program));
    await setting.simulator.accept(ann);
    return program;
  };

  it("is warned about after the invite's end too", async () => {
    const program = await accepted({ until: await setting.dateIn(5) });
    await setting.simulator.advance(7 * day);
    ok(await setting.engine.up(program));
    assert.match((await setting.engine.preview(program)).printed, /whose until ends no membership/);
  });

  it("is not kept by an invite whose end has passed, once the OrgMember is taken out", async () => {
    const invite = await accepted({ until: await setting.dateIn(5) });
    ok(await setting.engine.up({ ...invite, member: one("orgMember") }));
    await setting.simulator.advance(7 * day);
    ok(await setting.engine.up(invite));
    assert.equal(await setting.live(ann), "absent");
  });

  it("is over for a member whose ended OrgMember is taken out before a run has ended it", async () => {
    const invite = await accepted();
    ok(await setting.engine.up({ ...invite, member: one("orgMember", { until: await setting.dateIn(2) }) }));
    await setting.simulator.advance(4 * day);
    const outcome = await setting.engine.up(invite);
    ok(outcome);
    assert.match(outcome.printed, /removed from organization .* access has ended/);
    assert.equal(await setting.live(ann), "absent");
  });

  it("is not warned about where an OrgMember ends it", async () => {
    const until = await setting.dateIn(2);
    const program = { ...(await accepted({ until })), member: one("orgMember", { until }) };
    ok(await setting.engine.up(program));
    await setting.simulator.advance(4 * day);
    for (const order of [program, Object.fromEntries(Object.entries(program).reverse())]) {
      assert.doesNotMatch((await setting.engine.preview(order)).printed, /whose until ends no membership/);
    }
  });

  for (const kind of ["orgMember", "orgMembership"] as const) {
    for (const more of [{}, { until: "2999-12-31" }]) {
      it(`is kept by a new invite that takes the place of an ${kind}, with ${JSON.stringify(more)}`, async () => {
        await setting.simulator.addMember({ email: ann, role: "view" });
        ok(await setting.engine.up({ member: one(kind, { until: await setting.dateIn(2) }) }));
        await setting.simulator.advance(4 * day);
        const moved = { invite: one("orgInvite", more) };
        ok(await setting.engine.up(moved));
        assert.equal(await setting.live(ann), "member view");
        ok(await setting.engine.up(moved));
        assert.equal(await setting.live(ann), "member view");
      });
    }
  }

  it("is kept by an invite of somebody who was a member before it", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    const until = await setting.dateIn(2);
    ok(await setting.engine.up({ member: one("orgMember", { until }), invite: one("orgInvite") }));
    await setting.simulator.advance(4 * day);
    ok(await setting.engine.up({ invite: one("orgInvite") }));
    assert.equal(await setting.live(ann), "member view");
  });

  it("is kept by an invite that is to be sent again", async () => {
    const invite = await accepted();
    ok(await setting.engine.up({ ...invite, member: one("orgMember", { until: await setting.dateIn(2) }) }));
    await setting.simulator.advance(4 * day);
    ok(await setting.engine.up({ invite: one("orgInvite", { resend: "again" }) }));
    assert.equal(await setting.live(ann), "member view");
  });

  it("stays with deletionPolicy retain, once its ended OrgMember is taken out", async () => {
    const invite = await accepted();
    const terms = { until: await setting.dateIn(2), deletionPolicy: "retain" };
    ok(await setting.engine.up({ ...invite, member: one("orgMember", terms) }));
    await setting.simulator.advance(4 * day);
    ok(await setting.engine.up(invite));
    assert.equal(await setting.live(ann), "member view");
  });
});

onBothFaces("a roster's entry that has ended", (face) => {
  const setting = StackSetting.inSuite(face);

  const roster = (until: string): Program => ({
    all: setting.resource("orgRoster", {
      members: { [owner]: "admin", [ann]: { role: "view", until } },
      unmanaged: "ignore",
    }),
  });

  it("is told of where only up will know the new end", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    const until = await setting.dateIn(2);
    ok(await setting.engine.up(roster(until)));
    await setting.simulator.advance(4 * day);
    const told = /\? ann@example\.com: their entry is known at up/;
    assert.match((await setting.engine.preview(roster(unknownValue))).printed, told);
    ok(await setting.engine.up(roster(until)));
    const { printed } = await setting.engine.preview(roster(unknownValue));
    assert.match(printed, told);
    assert.doesNotMatch(printed, /gone already/);
  });
});
