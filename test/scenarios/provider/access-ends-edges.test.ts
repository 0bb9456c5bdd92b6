import assert from "node:assert/strict";
import { unknownValue } from "../../../provider/vocabulary/unknown-values";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ann, bob, followingKinds, invitingKinds } from "../../support/one-person";
import type { Kind, Properties } from "../../support/provider-messages";
import { day, ok, owner, StackSetting } from "../../support/stack-setting";

onBothFaces("access that ends, beside other things", (face) => {
  const setting = StackSetting.inSuite(face);

  const one = (kind: Kind, more: Properties = {}) =>
    setting.resource(kind, { email: ann, role: "view", ...more });
  const declared = (kind: Kind, more: Properties = {}, rest: Properties = {}): Program => {
    if (kind !== "orgRoster") return { ann: one(kind, { ...more, ...rest }) };
    const members = { [owner]: "admin", [ann]: { role: "view", ...more } };
    return { ann: setting.resource(kind, { members, ...rest }) };
  };
  const member = (more: object = {}) => setting.simulator.addMember({ email: ann, role: "view", ...more });

  it("takes the member away whose OrgInvite is still in the program", async () => {
    const invite = { invite: one("orgInvite") };
    ok(await setting.engine.up(invite));
    await setting.simulator.accept(ann);
    const program = { ...invite, member: one("orgMember", { until: await setting.dateIn(5) }) };
    ok(await setting.engine.up(program));
    await setting.simulator.advance(7 * day);
    assert.equal((await setting.engine.preview(program)).operations.member, "update");
    ok(await setting.engine.up(program));
    assert.equal(await setting.live(ann), "absent");
    const { operations } = await setting.engine.preview(program);
    assert.deepEqual(operations, { invite: "same", member: "same" });
  });

  it("leaves who accepted an OrgInvite, and says so", async () => {
    const program = { ann: one("orgInvite", { until: await setting.dateIn(5) }) };
    ok(await setting.engine.up(program));
    await setting.simulator.accept(ann);
    const soon = await setting.engine.preview(program);
    assert.doesNotMatch(soon.printed, /access ends/);
    assert.match(soon.printed, /warning: ann@example\.com has accepted/);
    await setting.simulator.advance(7 * day);
    ok(await setting.engine.up(program));
    assert.equal(await setting.live(ann), "member view");
    assert.equal(setting.engine.outputs("ann").status, "accepted");
    assert.equal((await setting.engine.preview(program)).operations.ann, "same");
  });

  it("gives no seat at preview that may be taken before it is free", async () => {
    await member();
    await setting.simulator.setLimits({ member: 2 });
    const program = {
      ann: one("orgMembership", { until: await setting.dateIn(-1) }),
      bob: one("orgMembership", { email: bob }),
    };
    assert.match(
      (await setting.engine.preview(program)).errors.join("\n"),
      /has 2 seats, and 3 would be taken/,
    );
  });

  it("is refused at preview beyond the removal limit", async () => {
    setting.env.LOSANT_MAX_REMOVALS = "1";
    await member();
    await member({ email: bob });
    const until = await setting.dateIn(-1);
    const program = {
      ann: one("orgMembership", { until }),
      bob: one("orgMembership", { email: bob, until }),
    };
    assert.match((await setting.engine.preview(program)).errors.join("\n"), /LOSANT_MAX_REMOVALS=2/);
    setting.env.LOSANT_MAX_REMOVALS = "2";
    ok(await setting.engine.preview(program));
    ok(await setting.engine.up(program));
    assert.deepEqual([await setting.live(ann), await setting.live(bob)], ["absent", "absent"]);
  });

  for (const kind of followingKinds) {
    it(`is warned about in ${kind} where two admins end together and leave too few`, async () => {
      setting.env.LOSANT_MIN_ADMINS = "2";
      await member({ role: "admin" });
      await member({ email: bob, role: "admin" });
      const admin = { role: "admin", until: await setting.dateIn(5) };
      const members = { [owner]: "admin", [ann]: admin, [bob]: admin };
      const program: Program =
        kind === "orgRoster"
          ? { all: setting.resource(kind, { members }) }
          : { ann: one(kind, admin), bob: one(kind, { ...admin, email: bob }) };
      const { printed } = await setting.engine.up(program);
      assert.match(
        printed,
        /warning: bob@example\.com is one of 3 admins, 2 of whom end soon, and minAdmins is 2/,
      );
    });

    it(`is known in ${kind} by user id where the address has changed`, async () => {
      setting.env.LOSANT_MIN_ADMINS = "2";
      await member({ role: "admin" });
      const program = declared(kind, { role: "admin", until: await setting.dateIn(5) });
      ok(await setting.engine.up(program));
      await setting.simulator.setMember(ann, { email: "ann.new@example.com" });
      assert.match((await setting.engine.preview(program)).printed, /is one of 2 admins/);
      await setting.simulator.advance(7 * day);
      const { errors, printed } = await setting.engine.preview(program);
      assert.match(errors.join("\n"), /minAdmins is 2/);
      if (kind === "orgRoster") assert.match(printed, /- remove ann\.new@example\.com .*access has ended/);
    });
  }

  for (const kind of invitingKinds) {
    it(`cannot forge a line in ${kind} by its reason`, async () => {
      const reason = "build\n  - remove owner@example.com (admin)\u001b[31m";
      const program = declared(kind, { reason, until: await setting.dateIn(5) });
      const { printed } = await setting.engine.up(program);
      assert.doesNotMatch(printed, /^\s*- remove owner/m);
      assert.ok(!printed.includes("\u001b"));
      assert.equal((await setting.engine.preview(program)).operations.ann, "same");
    });

    it(`is no reason in ${kind} where it is blank`, async () => {
      const { errors } = await setting.engine.preview(declared(kind, { reason: " " }));
      assert.match(errors.join("\n"), /reason: must not be empty/);
    });

    it(`takes back in ${kind} an invite that has expired`, async () => {
      const program = declared(kind, { until: await setting.dateIn(8) }, { renewal: "manual" });
      ok(await setting.engine.up(program));
      await setting.simulator.advance(10 * day);
      assert.equal((await setting.engine.preview(program)).operations.ann, "update");
      ok(await setting.engine.up(program));
      assert.equal(await setting.live(ann), "absent");
      assert.equal((await setting.engine.preview(program)).operations.ann, "same");
    });

    it(`is not recorded by ${kind} as done where Losant refused it`, async () => {
      const program = declared(kind, { until: await setting.dateIn(3) });
      ok(await setting.engine.up(program));
      await setting.simulator.advance(5 * day);
      await setting.simulator.fault({ action: "org.revokeInvite", status: 400 });
      assert.notDeepEqual((await setting.engine.up(program)).errors, []);
      assert.notEqual(setting.engine.outputs("ann").status, "ended");
      assert.equal((await setting.engine.preview(program, { refresh: false })).operations.ann, "update");
      ok(await setting.engine.up(program));
      assert.equal(await setting.live(ann), "absent");
    });

    it(`comes back in ${kind} as previewed, though no up came after the end`, async () => {
      ok(await setting.engine.up(declared(kind, { until: await setting.dateIn(3) })));
      await setting.simulator.advance(4 * day);
      await setting.revokeAllByHand();
      await setting.mails();
      const later = declared(kind, { until: await setting.dateIn(30) });
      const { printed } = await setting.engine.preview(later, { refresh: false });
      ok(await setting.engine.up(later, { refresh: false }));
      assert.match(printed, /will be invited|\+ invite/);
      assert.equal(await setting.mails(), 1);
    });
  }

  for (const order of [1, -1]) {
    it(`is refused beside a resource that goes on declaring the person, ${order > 0 ? "after" : "before"} it`, async () => {
      await member();
      const ended = ["ended", one("orgMembership", { until: await setting.dateIn(-1) })] as const;
      const running = ["running", one("orgMember")] as const;
      const program = Object.fromEntries(order > 0 ? [ended, running] : [running, ended]);
      const { errors } = await setting.engine.preview(program);
      assert.match(errors.join("\n"), /ann@example\.com .*is declared twice/);
      assert.equal(await setting.live(ann), "member view");
    });
  }

  for (const kind of ["orgMembership", "orgRoster"] as const) {
    it(`of ${kind} is no way back under an address that was changed at Losant, without a preview either`, async () => {
      await member();
      const until = await setting.dateIn(2);
      const ended = { ...declared(kind, { until }, kind === "orgRoster" ? { unmanaged: "ignore" } : {}) };
      ok(await setting.engine.up(ended));
      const changed = "ann.new@example.com";
      await setting.simulator.setMember(ann, { email: changed });
      await setting.simulator.advance(4 * day);
      const program = { ...ended, again: one("orgMembership", { email: changed }) };
      const { errors } = await setting.engine.up(program);
      assert.match(errors.join("\n"), /ann.new@example\.com.*is declared twice/);
      assert.equal(await setting.mails(), 0);
    });
  }

  it("comes back as another user of the same address under that user's id, without a refresh", async () => {
    await member();
    ok(await setting.engine.up(declared("orgMember", { until: await setting.dateIn(2) })));
    await setting.simulator.advance(4 * day);
    ok(await setting.engine.up(declared("orgMember", { until: await setting.dateIn(-1) })));
    const userId = await member({ userId: "7".repeat(24) });
    const later = declared("orgMember", { until: await setting.dateIn(30) });
    assert.equal((await setting.engine.preview(later, { refresh: false })).operations.ann, "replace");
    ok(await setting.engine.up(later, { refresh: false }));
    assert.equal(await setting.live(ann), "member view");
    assert.equal(setting.engine.outputs("ann").userId, userId);
    assert.equal((await setting.engine.preview(later)).operations.ann, "same");
  });

  it("of a member is refused beside a new invite of theirs, whether previewed or not", async () => {
    await member();
    const program = {
      member: one("orgMember", { until: await setting.dateIn(-1) }),
      invite: one("orgInvite"),
    };
    const twice = /ann@example\.com .*is declared twice/;
    assert.match((await setting.engine.preview(program)).errors.join("\n"), twice);
    assert.match((await setting.engine.up(program)).errors.join("\n"), twice);
    assert.equal(await setting.mails(), 0);
  });

  it("of which only up will know the end, leaves nobody undeclared at preview", async () => {
    await member();
    const roster = (members: object) => setting.resource("orgRoster", { members, unmanaged: "ignore" });
    ok(await setting.engine.up({ all: roster({ [owner]: "admin", [ann]: "view" }) }));
    const single = one("orgMembership", { until: unknownValue });
    const preview = await setting.engine.preview({ single, all: roster({ [owner]: "admin" }) });
    ok(preview);
    assert.match(preview.printed, /= keep ann@example\.com: declared elsewhere/);
    assert.doesNotMatch(preview.printed, /- remove ann/);
  });

  it("comes back by an email at once where until is taken out", async () => {
    await setting.simulator.setLimits({ member: 2 });
    ok(await setting.engine.up(declared("orgMembership", { until: await setting.dateIn(3) })));
    await setting.simulator.advance(4 * day);
    ok(await setting.engine.up(declared("orgMembership", { until: await setting.dateIn(-1) })));
    await setting.mails();
    const { printed } = await setting.engine.preview(declared("orgMembership"));
    assert.match(printed, /ann@example\.com will be invited/);
    await member({ email: bob });
    assert.match((await setting.engine.preview(declared("orgMembership"))).errors.join("\n"), /has 2 seats/);
    await setting.simulator.removeMember(bob);
    ok(await setting.engine.up(declared("orgMembership")));
    assert.equal(await setting.mails(), 1);
  });

  it("tells its terms where somebody is invited, and what restores who is removed", async () => {
    const program = declared("orgMembership", {
      until: await setting.dateIn(3),
      reason: "build",
      owner: bob,
    });
    assert.match(
      (await setting.engine.up(program)).printed,
      /invited to organization \w+ as view; until .*; reason: build; owner: bob/,
    );
    await setting.simulator.accept(ann);
    await setting.simulator.advance(5 * day);
    const { printed } = await setting.engine.up(program);
    assert.match(printed, /to restore: \{.*"role":"view".*\}; access has ended \(until .*; reason: build/);
  });

  for (const kind of ["orgMember", "orgMembership", "orgRoster"] as const) {
    it(`tells in ${kind} the terms of whoever is taken out`, async () => {
      await setting.simulator.addMember({ email: ann, role: "view" });
      const terms = { role: "view", reason: "build", owner: bob };
      const others = { [owner]: "admin" };
      const programOf = (members: object) => ({
        all: setting.resource("orgRoster", { members, unmanaged: "ignore" }),
      });
      const isRoster = kind === "orgRoster";
      ok(await setting.engine.up(isRoster ? programOf({ ...others, [ann]: terms }) : declared(kind, terms)));
      const { printed } = await setting.engine.up(isRoster ? programOf(others) : {});
      assert.match(printed, /to restore: \{.*\}; was stated with reason: build; owner: bob/);
    });
  }
});
