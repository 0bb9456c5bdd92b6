import assert from "node:assert/strict";
import { unknownValue } from "../../../provider/vocabulary/unknown-values";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ann, declaring, withoutAnn } from "../../support/one-person";
import type { Kind, Properties } from "../../support/provider-messages";
import { day, ok, owner, StackSetting } from "../../support/stack-setting";

const terms = { reason: "plant build", owner: "carol@example.com" };

onBothFaces("access that ends", (face) => {
  const setting = StackSetting.inSuite(face);

  const ending = (kind: Kind, until: string, more: Properties = {}): Program => {
    const program = declaring(setting, kind, kind === "orgRoster" ? {} : { until, ...terms, ...more });
    if (kind !== "orgRoster") return program;
    const entry = { role: "view", until, ...terms };
    return { ann: setting.resource(kind, { members: { [owner]: "admin", [ann]: entry }, ...more }) };
  };
  const member = () => setting.simulator.addMember({ email: ann, role: "view" });
  const writes = async () =>
    await setting.calls("org.removeMember", "org.revokeInvite", "org.inviteMember", "org.modifyMember");

  for (const kind of ["orgMember", "orgMembership", "orgRoster"] as const) {
    it(`of a member is removed by ${kind}, and then nothing differs`, async () => {
      await member();
      const program = ending(kind, await setting.dateIn(30));
      ok(await setting.engine.up(program));
      assert.equal((await setting.engine.preview(program)).operations.ann, "same");
      await setting.simulator.advance(31 * day);
      const preview = await setting.engine.preview(program);
      ok(preview);
      assert.equal(preview.operations.ann, "update", preview.printed);
      assert.doesNotMatch(preview.printed, /nothing is sent|gone already/);
      assert.match(
        preview.printed,
        /ann@example\.com.*access has ended \(until .*; reason: plant build; owner: carol/,
      );
      ok(await setting.engine.up(program));
      assert.equal(await setting.live(ann), "absent");
      await writes();
      assert.equal((await setting.engine.preview(program)).operations.ann, "same");
      ok(await setting.engine.up(program));
      assert.equal(await writes(), 0);
      if (kind !== "orgRoster") assert.equal(setting.engine.outputs("ann").status, "ended");
    });

    it(`is known by ${kind} without a refresh too`, async () => {
      await member();
      const program = ending(kind, await setting.dateIn(30));
      ok(await setting.engine.up(program));
      await setting.simulator.advance(31 * day);
      assert.equal((await setting.engine.preview(program, { refresh: false })).operations.ann, "update");
    });

    it(`is quiet in ${kind} where somebody removed them by hand before`, async () => {
      await member();
      const program = ending(kind, await setting.dateIn(30));
      ok(await setting.engine.up(program));
      await setting.simulator.advance(31 * day);
      await setting.simulator.removeMember(ann);
      assert.equal((await setting.engine.preview(program)).operations.ann, "same");
    });

    it(`is warned about by ${kind} from fourteen days before`, async () => {
      await member();
      const program = ending(kind, await setting.dateIn(30));
      ok(await setting.engine.up(program));
      assert.doesNotMatch((await setting.engine.preview(program)).printed, /ends in/);
      await setting.simulator.advance(20 * day);
      const { printed, operations } = await setting.engine.preview(program);
      assert.match(
        printed,
        /warning: ann@example\.com: access ends in 1[01] days \(until .*reason: plant build/,
      );
      assert.equal(operations.ann, "same");
    });

    it(`that ended is taken away again by ${kind} where somebody gave it by hand`, async () => {
      await member();
      const program = ending(kind, await setting.dateIn(30));
      ok(await setting.engine.up(program));
      await setting.simulator.advance(31 * day);
      ok(await setting.engine.up(program));
      await member();
      assert.equal((await setting.engine.preview(program)).operations.ann, "update");
      ok(await setting.engine.up(program));
      assert.equal(await setting.live(ann), "absent");
    });

    it(`changes nothing at Losant in ${kind} where only a reason or an owner changes`, async () => {
      await member();
      const until = await setting.dateIn(30);
      ok(await setting.engine.up(ending(kind, until)));
      await writes();
      const changed =
        kind === "orgRoster"
          ? ending(kind, await setting.dateIn(40))
          : ending(kind, until, { reason: "other" });
      const { operations, printed } = await setting.engine.preview(changed);
      assert.equal(operations.ann, "update");
      const change = kind === "orgRoster" ? `until ${until} => \\S+` : "reason: plant build => other";
      assert.match(printed, new RegExp(`ann@example\\.com: ${change}; recorded, nothing is sent`));
      ok(await setting.engine.up(changed));
      assert.equal(await writes(), 0);
      assert.equal((await setting.engine.preview(changed)).operations.ann, "same");
    });
  }

  for (const kind of ["orgInvite", "orgMembership", "orgRoster"] as const) {
    it(`of an invite is revoked by ${kind}, and nobody is emailed after it`, async () => {
      const program = ending(kind, await setting.dateIn(3));
      ok(await setting.engine.up(program));
      await setting.mails();
      await setting.simulator.advance(4 * day);
      const preview = await setting.engine.preview(program);
      ok(preview);
      assert.equal(preview.operations.ann, "update", preview.printed);
      ok(await setting.engine.up(program));
      assert.equal(await setting.live(ann), "absent");
      for (const _ of [1, 2]) {
        await setting.simulator.advance(8 * day);
        assert.equal((await setting.engine.preview(program)).operations.ann, "same");
        ok(await setting.engine.up(program));
      }
      assert.equal(await setting.mails(), 0);
    });

    it(`invites nobody whom ${kind} declares after the end`, async () => {
      const program = ending(kind, await setting.dateIn(-1));
      ok(await setting.engine.up(program));
      assert.equal(await setting.mails(), 0);
      assert.equal((await setting.engine.preview(program)).operations.ann, "same");
    });

    it(`comes back in ${kind} with a later end, by an email at once`, async () => {
      ok(await setting.engine.up(ending(kind, await setting.dateIn(3))));
      await setting.simulator.advance(4 * day);
      ok(await setting.engine.up(ending(kind, await setting.dateIn(-1))));
      await setting.mails();
      const later = ending(kind, await setting.dateIn(30));
      const preview = await setting.engine.preview(later);
      assert.equal(preview.operations.ann, "update");
      assert.match(preview.printed, /ann@example\.com/);
      ok(await setting.engine.up(later));
      assert.equal(await setting.mails(), 1);
      assert.equal((await setting.engine.preview(later)).operations.ann, "same");
    });

    it(`that ended has nothing left to remove where ${kind} is taken out`, async () => {
      ok(await setting.engine.up(ending(kind, await setting.dateIn(3))));
      await setting.simulator.advance(4 * day);
      ok(await setting.engine.up(ending(kind, await setting.dateIn(-1))));
      await writes();
      ok(await setting.engine.destroy());
      assert.equal(await writes(), 0);
    });
  }

  it("that ended is told where a roster no longer names somebody who is gone", async () => {
    ok(await setting.engine.up(ending("orgRoster", await setting.dateIn(-1))));
    const { operations, printed } = await setting.engine.preview(withoutAnn(setting, "orgRoster"));
    assert.equal(operations.ann, "update");
    assert.match(printed, /\. ann@example\.com is gone already: removed from state only/);
  });

  it("ends under deletionPolicy retain as well", async () => {
    await member();
    const program = ending("orgMembership", await setting.dateIn(1), { deletionPolicy: "retain" });
    ok(await setting.engine.up(program));
    await setting.simulator.advance(3 * day);
    ok(await setting.engine.up(program));
    assert.equal(await setting.live(ann), "absent");
  });

  for (const kind of ["orgInvite", "orgMembership"] as const) {
    for (const isFirst of [true, false]) {
      const place = isFirst ? "before" : "after";
      it(`in a roster ${place} an ${kind} of the same person is refused, whether previewed or not`, async () => {
        const until = await setting.dateIn(-1);
        const members = { [owner]: "admin", [ann]: { role: "view", until } };
        const roster = { all: setting.resource("orgRoster", { members, unmanaged: "ignore" }) };
        const single = { single: setting.resource(kind, { email: ann, role: "view" }) };
        const program = isFirst ? { ...roster, ...single } : { ...single, ...roster };
        const twice = /ann@example\.com is declared twice/;
        assert.match((await setting.engine.preview(program)).errors.join("\n"), twice);
        assert.match((await setting.engine.up(program)).errors.join("\n"), twice);
        assert.equal(await setting.mails(), isFirst ? 0 : 1);
      });
    }
  }

  for (const kind of ["orgMember", "orgMembership", "orgRoster"] as const) {
    for (const refresh of [true, false]) {
      const how = refresh ? "after" : "without";
      it(`given again by hand is taken away where ${kind} is taken out, ${how} a refresh`, async () => {
        await member();
        ok(await setting.engine.up(ending(kind, await setting.dateIn(3))));
        await setting.simulator.advance(4 * day);
        ok(await setting.engine.up(ending(kind, await setting.dateIn(-1))));
        await member();
        ok(await setting.engine.up(withoutAnn(setting, kind), { refresh }));
        assert.equal(await setting.live(ann), "absent");
      });
    }
  }

  it("given again by hand is taken away where the whole roster is destroyed", async () => {
    await member();
    const policy = { deletionPolicy: "remove" };
    ok(await setting.engine.up(ending("orgRoster", await setting.dateIn(3), policy)));
    await setting.simulator.advance(4 * day);
    ok(await setting.engine.up(ending("orgRoster", await setting.dateIn(-1), policy)));
    await member();
    const { errors } = await setting.engine.destroy();
    assert.deepEqual(errors, []);
    assert.equal(await setting.live(ann), "absent");
  });

  it("is no business of a preview that does not know the end", async () => {
    const args = { email: ann, role: "view", until: unknownValue };
    const outcome = await setting.engine.preview({ ann: setting.resource("orgMembership", args) });
    ok(outcome);
    assert.equal(outcome.operations.ann, "create");
    assert.doesNotMatch(outcome.printed, /will be invited|has ended/);
  });
});
