import assert from "node:assert/strict";
import { unknownValue } from "../../../provider/vocabulary/unknown-values";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ann } from "../../support/one-person";
import type { Kind, Properties } from "../../support/provider-messages";
import { day, ok, owner, StackSetting } from "../../support/stack-setting";

const changed = "ann.new@example.com";
const application = "5".repeat(24);
const roles = { applicationRoles: [{ resourceId: application, role: "collaborate" }] };
const twice = /is declared twice in this program/;

onBothFaces("access that ends and is given again", (face) => {
  const setting = StackSetting.inSuite(face);

  const one = (kind: Kind, more: Properties = {}) =>
    setting.resource(kind, { email: ann, role: "view", ...more });
  const roster = (members: object, more: Properties = {}) =>
    setting.resource("orgRoster", {
      members: { [owner]: "admin", ...members },
      unmanaged: "ignore",
      ...more,
    });
  const member = (more: object = {}) => setting.simulator.addMember({ email: ann, role: "view", ...more });
  /** An up without a preview sends what it comes to before it knows of the other resource. */
  const isRefused = async (program: Program, problem: RegExp, mails = 0) => {
    await setting.mails();
    assert.match((await setting.engine.preview(program)).errors.join("\n"), problem);
    assert.match((await setting.engine.up(program)).errors.join("\n"), problem);
    assert.equal(await setting.mails(), mails);
  };

  it("is refused as a new invite before the OrgMember whose access has ended", async () => {
    await member();
    const end = { member: one("orgMember", { until: await setting.dateIn(2) }) };
    ok(await setting.engine.up(end));
    await setting.simulator.advance(4 * day);
    ok(await setting.engine.up(end));
    await isRefused({ invite: one("orgInvite"), ...end }, twice, 1);
  });

  it("is refused as another resend of the invite that the member came of", async () => {
    ok(await setting.engine.up({ invite: one("orgInvite") }));
    await setting.simulator.accept(ann);
    const end = { member: one("orgMember", { until: await setting.dateIn(2) }) };
    ok(await setting.engine.up({ invite: one("orgInvite"), ...end }));
    await setting.simulator.advance(4 * day);
    ok(await setting.engine.up({ invite: one("orgInvite"), ...end }));
    await isRefused({ invite: one("orgInvite", { resend: "again" }), ...end }, twice, 1);
  });

  for (const kind of ["orgInvite", "orgMembership", "orgRoster"] as const) {
    it(`is refused as ${kind} by address beside an OrgMember by user id that has ended`, async () => {
      const userId = await member();
      const until = await setting.dateIn(2);
      const end = { member: setting.resource("orgMember", { userId, role: "view", until }) };
      ok(await setting.engine.up(end));
      await setting.simulator.advance(4 * day);
      ok(await setting.engine.up(end));
      const again = kind === "orgRoster" ? roster({ [ann]: "view" }) : one(kind);
      await isRefused({ ...end, again }, twice);
    });
  }

  it("is not sent by the invite that the member came of, without a refresh either", async () => {
    const invite = { invite: one("orgInvite") };
    ok(await setting.engine.up(invite));
    await setting.simulator.accept(ann);
    const program = { member: one("orgMember", { until: await setting.dateIn(2) }), ...invite };
    ok(await setting.engine.up(program, { refresh: false }));
    await setting.mails();
    await setting.simulator.advance(9 * day);
    ok(await setting.engine.up(program, { refresh: false }));
    assert.equal(await setting.live(ann), "absent");
    for (const refresh of [false, true]) {
      await setting.simulator.advance(9 * day);
      assert.equal((await setting.engine.preview(program, { refresh })).operations.invite, "same");
      ok(await setting.engine.up(program, { refresh }));
    }
    assert.equal(await setting.mails(), 0);
  });

  it("is not left open by an invite beside the membership whose revocation failed", async () => {
    await member();
    const program = { ann: one("orgMember", { until: await setting.dateIn(2) }) };
    ok(await setting.engine.up(program));
    await setting.simulator.advance(4 * day);
    await setting.simulator.putState((state) => {
      const ttl = 7 * day;
      state.invites[setting.orgId] = [{ email: ann, role: "view", ttl }];
    });
    await setting.simulator.fault({ action: "org.revokeInvite", status: 400 });
    assert.notDeepEqual((await setting.engine.up(program)).errors, []);
    ok(await setting.engine.up(program));
    assert.deepEqual(await setting.simulator.fetchInvites(), []);
    assert.equal(await setting.live(ann), "absent");
  });

  for (const kind of ["orgInvite", "orgMembership"] as const) {
    it(`is previewed by ${kind} where a later until sends an email: expired, with another role, with resend`, async () => {
      const changes: [number, Properties][] = [
        [9, {}],
        [4, { role: "edit" }],
        [4, { resend: "again" }],
      ];
      for (const [days, change] of changes) {
        setting.reset();
        ok(await setting.engine.up({ ann: one(kind, { until: await setting.dateIn(2) }) }));
        await setting.simulator.advance(days * day);
        await setting.mails();
        const program = { ann: one(kind, { until: await setting.dateIn(30), ...change }) };
        const { printed } = await setting.engine.preview(program);
        assert.match(printed, /will be invited again/, JSON.stringify(change));
        ok(await setting.engine.up(program));
        assert.equal(await setting.mails(), 1);
      }
    });
  }

  for (const kind of ["orgMember", "orgMembership"] as const) {
    it(`follows in ${kind} who changed their address before a later until`, async () => {
      await member();
      ok(await setting.engine.up({ ann: one(kind, { until: await setting.dateIn(2) }) }));
      await setting.simulator.setMember(ann, { email: changed });
      await setting.simulator.advance(4 * day);
      await setting.mails();
      const program = { ann: one(kind, { until: await setting.dateIn(30) }) };
      for (const refresh of [false, true]) ok(await setting.engine.up(program, { refresh }));
      assert.equal(await setting.mails(), 0);
      assert.equal(await setting.live(changed), "member view");
    });

    it(`takes away by ${kind} the roles that are taken out together with a later until`, async () => {
      await member(roles);
      ok(await setting.engine.up({ ann: one(kind, { until: await setting.dateIn(2), ...roles }) }));
      await setting.simulator.advance(4 * day);
      const program = { ann: one(kind, { until: await setting.dateIn(30) }) };
      ok(await setting.engine.up(program, { refresh: false }));
      assert.deepEqual((await setting.simulator.fetchMember(ann))?.applicationRoles, []);
    });
  }

  it("is over for somebody whom a roster lets go and a new OrgMember ends", async () => {
    await member();
    ok(await setting.engine.up({ all: roster({ [ann]: "view" }) }));
    const until = await setting.dateIn(-1);
    const program = { all: roster({}), ann: one("orgMember", { until }) };
    ok(await setting.engine.preview(program));
    ok(await setting.engine.up(program));
    assert.equal(await setting.live(ann), "absent");
    assert.deepEqual((await setting.engine.preview(program)).operations, { all: "same", ann: "same" });
  });

  it("does not count what a roster removes within a limit of its own", async () => {
    const five = [1, 2, 3, 4, 5].map((number) => `person${number}@example.com`);
    for (const email of [ann, ...five]) await member({ email });
    const all = (emails: string[]) =>
      roster(Object.fromEntries(emails.map((email) => [email, "view"])), { maxRemovals: 10 });
    ok(await setting.engine.up({ all: all(five) }));
    const until = await setting.dateIn(-1);
    const program = { all: all([]), ann: one("orgMembership", { until }) };
    ok(await setting.engine.preview(program));
    ok(await setting.engine.up(program));
  });

  it("of which only up will know the end, is checked at preview all the same", async () => {
    const nobody = { ann: one("orgMember", { until: unknownValue }) };
    assert.match((await setting.engine.preview(nobody)).errors.join("\n"), /is not a member/);
    await setting.simulator.setLimits({ member: 1 });
    const full = { ann: one("orgMembership", { until: unknownValue }) };
    const { errors, printed } = await setting.engine.preview(full);
    assert.match(errors.join("\n"), /has 1 seats?, and 2 would be taken/);
    assert.match(printed, /ann@example\.com: until is known at up only/);
  });
});
