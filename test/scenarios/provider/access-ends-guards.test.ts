import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ann, declaring } from "../../support/one-person";
import type { Properties } from "../../support/provider-messages";
import { day, ok, owner, StackSetting } from "../../support/stack-setting";

const terms = { reason: "plant build", owner: "carol@example.com" };

onBothFaces("access that ends, before the guard rails", (face) => {
  const setting = StackSetting.inSuite(face);

  const member = () => setting.simulator.addMember({ email: ann, role: "view" });

  for (const kind of ["orgMembership", "orgRoster"] as const) {
    it(`is refused by ${kind} at preview where it would leave no other admin, and told before`, async () => {
      setting.env.LOSANT_MIN_ADMINS = "2";
      await setting.simulator.addMember({ email: ann, role: "admin" });
      const until = await setting.dateIn(5);
      const program: Program =
        kind === "orgRoster"
          ? {
              ann: setting.resource(kind, { members: { [owner]: "admin", [ann]: { role: "admin", until } } }),
            }
          : { ann: setting.resource(kind, { email: ann, role: "admin", until }) };
      const first = await setting.engine.up(program);
      ok(first);
      assert.match(first.printed, /ann@example\.com is one of 2 admins, and minAdmins is 2/);
      await setting.simulator.advance(7 * day);
      const { errors } = await setting.engine.preview(program);
      assert.match(errors.join("\n"), /minAdmins is 2/);
      assert.equal(await setting.live(ann), "member admin");
    });
  }

  it("of the authenticated user is refused", async () => {
    await setting.simulator.addMember({ email: ann, role: "admin" });
    const program = {
      own: setting.resource("orgMembership", {
        email: owner,
        role: "admin",
        until: await setting.dateIn(-1),
      }),
    };
    const { errors } = await setting.engine.preview(program);
    assert.match(errors.join("\n"), /owner@example\.com is the user whom the API token belongs to/);
  });

  it("of a required admin is refused by a roster", async () => {
    await setting.simulator.addMember({ email: ann, role: "admin" });
    const members = { [owner]: "admin", [ann]: { role: "admin", until: await setting.dateIn(-1) } };
    const program = { all: setting.resource("orgRoster", { members, requireAdmins: [ann] }) };
    assert.match(
      (await setting.engine.preview(program)).errors.join("\n"),
      /requireAdmins: the access of ann@example\.com has ended/,
    );
  });

  it("needs a reason where a roster requires one", async () => {
    const program = {
      all: setting.resource("orgRoster", { members: { [owner]: "admin" }, requireReason: true }),
    };
    assert.match(
      (await setting.engine.preview(program)).errors.join("\n"),
      /members: requireReason is true, and these people have no reason: owner@example\.com$/,
    );
  });

  it("counts in the removal limit, at preview already", async () => {
    setting.env.LOSANT_MAX_REMOVALS = "0";
    await member();
    const program = declaring(setting, "orgMembership", { until: await setting.dateIn(-1), ...terms });
    assert.match((await setting.engine.preview(program)).errors.join("\n"), /beyond the removal limit \(0;/);
    assert.match((await setting.engine.up(program)).errors.join("\n"), /beyond the removal limit \(0;/);
    assert.equal(await setting.live(ann), "member view");
  });

  for (const isFirst of [true, false]) {
    it(`counts once where a roster ${isFirst ? "before" : "after"} it takes the same person out`, async () => {
      await member();
      const roster = (members: Properties) => setting.resource("orgRoster", { members, unmanaged: "ignore" });
      ok(await setting.engine.up({ all: roster({ [owner]: "admin", [ann]: "view" }) }));
      const until = await setting.dateIn(-1);
      const single = { single: setting.resource("orgMembership", { email: ann, role: "view", until }) };
      const all = { all: roster({ [owner]: "admin" }) };
      setting.env.LOSANT_MAX_REMOVALS = "1";
      const program = isFirst ? { ...all, ...single } : { ...single, ...all };
      ok(await setting.engine.preview(program));
      ok(await setting.engine.up(program));
      assert.equal(await setting.live(ann), "absent");
    });
  }

  for (const isFirst of [true, false]) {
    it(`counts together with a roster ${isFirst ? "before" : "after"} it, in the preview as in the up`, async () => {
      const bob = "bob@example.com";
      for (const email of [ann, bob]) await setting.simulator.addMember({ email, role: "view" });
      const until = await setting.dateIn(-1);
      const single = { single: setting.resource("orgMembership", { email: ann, role: "view", until }) };
      const members = { [owner]: "admin", [bob]: { role: "view", until } };
      const roster = { all: setting.resource("orgRoster", { members, unmanaged: "ignore" }) };
      const program = isFirst ? { ...roster, ...single } : { ...single, ...roster };
      setting.env.LOSANT_MAX_REMOVALS = "1";
      assert.match((await setting.engine.preview(program)).errors.join("\n"), /remov/);
      setting.env.LOSANT_MAX_REMOVALS = "2";
      ok(await setting.engine.preview(program));
      ok(await setting.engine.up(program));
      assert.deepEqual([await setting.live(ann), await setting.live(bob)], ["absent", "absent"]);
    });
  }
});
