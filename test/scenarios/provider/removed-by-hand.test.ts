import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ann, declaring, followingKinds } from "../../support/one-person";
import type { Properties } from "../../support/provider-messages";
import { day, errorsOf, ok, owner, StackSetting } from "../../support/stack-setting";

/* Somebody was dismissed at 9 pm: the next run of an unrelated change must not let them back in. */
onBothFaces("a member who was removed by hand", (face) => {
  const setting = StackSetting.inSuite(face);
  type Kind = (typeof followingKinds)[number];

  const adopt = async (program: Program) => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    ok(await setting.engine.up(program));
  };
  const removeByHand = async () => {
    await setting.simulator.removeMember(ann);
    await setting.mails();
  };
  /** What `pulumi refresh` does to the state. */
  const recordRefresh = async () => {
    const { stack } = setting.engine;
    const recorded = stack.get("ann") ?? assert.fail();
    const { kind, id, outputs } = recorded;
    const { props, inputs = recorded.inputs } = await setting.during((provider) =>
      provider.read(kind, id, outputs),
    );
    stack.set("ann", { ...recorded, inputs, outputs: props });
  };
  /** A declaration of ann with another value of `resend`. */
  const resending = (kind: Kind, resend: string, more: Properties = {}): Program => {
    if (kind !== "orgRoster") return declaring(setting, kind, { resend, ...more });
    const members = { [owner]: "admin", [ann]: { role: "view", resend } };
    return { ann: setting.resource(kind, { members, ...more }) };
  };
  /** A change in every preview, which says what to do, and no email however much time passes. */
  const staysOut = async (program: Program, name = "ann", options = { refresh: true }) => {
    for (const step of ["preview", "up", "preview", "up"] as const) {
      const outcome = await setting.engine[step](program, options);
      ok(outcome);
      assert.notEqual(outcome.operations[name], "same", outcome.printed);
      assert.match(outcome.printed, /ann@example\.com:? is no longer a member[\s\S]*take them out of the/);
      assert.match(outcome.printed, /set resend to another value/);
      await setting.simulator.advance(8 * day);
    }
    assert.deepEqual([await setting.mails(), await setting.live(ann)], [0, "absent"]);
  };

  for (const kind of followingKinds) {
    it(`${kind}: is a change every time, and never invited again by itself`, async () => {
      await adopt(declaring(setting, kind));
      await removeByHand();
      await staysOut(declaring(setting, kind));
    });

    it(`${kind}: nor without a refresh`, async () => {
      await adopt(declaring(setting, kind));
      await removeByHand();
      await staysOut(declaring(setting, kind), "ann", { refresh: false });
    });

    it(`${kind}: nor where the last email is old`, async () => {
      ok(await setting.engine.up(declaring(setting, kind)));
      await setting.simulator.accept(ann);
      ok(await setting.engine.up(declaring(setting, kind)));
      await setting.simulator.advance(30 * day);
      await removeByHand();
      await staysOut(declaring(setting, kind));
    });

    it(`${kind}: nor with manual renewal`, async () => {
      await adopt(declaring(setting, kind, { renewal: "manual" }));
      await removeByHand();
      await staysOut(declaring(setting, kind, { renewal: "manual" }));
    });

    it(`${kind}: nor where an invite by hand has lapsed since, or was left over`, async () => {
      await adopt(declaring(setting, kind));
      await removeByHand();
      await setting.inviteByHand(ann, "view");
      ok(await setting.engine.up(declaring(setting, kind)));
      await setting.simulator.advance(8 * day);
      await setting.mails();
      for (const _ of [1, 2]) {
        const outcome = await setting.engine.up(declaring(setting, kind));
        ok(outcome);
        assert.match(outcome.printed, /ann@example\.com:? is no longer a member/);
        await setting.simulator.advance(8 * day);
      }
      assert.equal(await setting.mails(), 0);
    });

    it(`${kind}: is invited at once where the value of resend changes, and again once that invite has lapsed`, async () => {
      await adopt(declaring(setting, kind));
      await removeByHand();
      ok(await setting.engine.up(declaring(setting, kind)));
      ok(await setting.engine.up(resending(kind, "1")));
      assert.equal(await setting.live(ann), "invite view");
      assert.equal((await setting.engine.preview(resending(kind, "1"))).operations.ann, "same");
      await setting.simulator.advance(8 * day);
      ok(await setting.engine.up(resending(kind, "1")));
      assert.equal(await setting.mails(), 2);
    });

    it(`${kind}: is not invited with another role either, which a whole team may get`, async () => {
      await adopt(declaring(setting, kind));
      await removeByHand();
      const edit = declaring(setting, kind, { role: "edit" });
      ok(await setting.engine.up(edit));
      ok(await setting.engine.up(edit));
      assert.equal(await setting.live(ann), "absent");
    });

    it(`${kind}: is not invited where a refresh had recorded another role before`, async () => {
      const program = declaring(setting, kind, { role: "edit" });
      await adopt(program);
      await setting.simulator.setMember(ann, { role: "view" });
      await recordRefresh();
      await removeByHand();
      ok(await setting.engine.up(program));
      assert.equal(await setting.live(ann), "absent");
    });

    for (const isRecorded of [true, false]) {
      const when = isRecorded ? "that a run has seen" : "that no run has seen";
      it(`${kind}: is not invited where a later until is stated after the end, by a removal before it ${when}`, async () => {
        const ending = async (days: number) => {
          const until = await setting.dateIn(days);
          if (kind !== "orgRoster") return declaring(setting, kind, { until });
          return {
            ann: setting.resource(kind, { members: { [owner]: "admin", [ann]: { role: "view", until } } }),
          };
        };
        const program = await ending(10);
        await adopt(program);
        await removeByHand();
        if (isRecorded) ok(await setting.engine.up(program));
        await setting.simulator.advance(20 * day);
        if (isRecorded) ok(await setting.engine.up(program));
        ok(await setting.engine.up(await ending(100)));
        ok(await setting.engine.up(declaring(setting, kind)));
        assert.equal(await setting.live(ann), "absent");
      });
    }

    it(`${kind}: is not invited again once an invite by hand, sent anew for another role, has lapsed`, async () => {
      await adopt(declaring(setting, kind));
      await setting.simulator.removeMember(ann);
      await setting.inviteByHand(ann, "view");
      const edit = declaring(setting, kind, { role: "edit" });
      ok(await setting.engine.up(edit));
      assert.equal(await setting.live(ann), "invite edit");
      await setting.simulator.advance(8 * day);
      await setting.mails();
      await setting.engine.up(edit);
      await setting.engine.up(edit);
      assert.equal(await setting.mails(), 0);
    });

    it(`${kind}: is not said to stay where the resource is renamed`, async () => {
      await adopt(declaring(setting, kind));
      await removeByHand();
      const { ann: declared } = declaring(setting, kind);
      const { printed } = await setting.engine.up(declared ? { renamed: declared } : {});
      assert.doesNotMatch(printed, /ann@example\.com stays in/);
    });

    it(`${kind}: is invited as before with renewal always, seven days after the last email`, async () => {
      const program = declaring(setting, kind, { renewal: "always" });
      await adopt(program);
      await removeByHand();
      ok(await setting.engine.up(program));
      assert.deepEqual([await setting.mails(), await setting.live(ann)], [1, "invite view"]);
      await setting.simulator.accept(ann);
      ok(await setting.engine.up(program));
      await removeByHand();
      ok(await setting.engine.up(program));
      assert.equal(await setting.mails(), 0);
      await setting.simulator.advance(8 * day);
      ok(await setting.engine.up(program));
      assert.equal(await setting.mails(), 1);
    });

    it(`${kind}: an invite that lapsed before anybody accepted is renewed`, async () => {
      ok(await setting.engine.up(declaring(setting, kind)));
      await setting.simulator.advance(8 * day);
      await setting.mails();
      ok(await setting.engine.up(declaring(setting, kind)));
      assert.equal(await setting.mails(), 1);
    });

    it(`${kind}: is not invited under another name of the resource`, async () => {
      await adopt(declaring(setting, kind));
      await removeByHand();
      const { ann: declared } = declaring(setting, kind);
      assert.ok(declared);
      await staysOut({ renamed: declared }, "renamed");
    });

    for (const from of ["orgMember", "orgInvite", ...followingKinds] as const) {
      if (from === kind) continue;
      it(`${kind}: is not invited where the declaration moves from ${from}`, async () => {
        await adopt(from === "orgMember" ? declaring(setting, from) : declaring(setting, from));
        await removeByHand();
        const { ann: declared } = declaring(setting, kind);
        assert.ok(declared);
        await staysOut({ moved: declared }, "moved");
      });
    }
  }

  it("orgInvite: stays accepted beside an expired invite, and emails nobody", async () => {
    await adopt(declaring(setting, "orgInvite"));
    await removeByHand();
    await setting.inviteByHand(ann, "view");
    await setting.mails();
    await setting.simulator.advance(8 * day);
    const outcome = await setting.engine.up(declaring(setting, "orgInvite"));
    assert.deepEqual([outcome.operations.ann, await setting.mails()], ["same", 0]);
  });

  for (const refresh of [true, false]) {
    for (const isSeen of [true, false]) {
      const when = `${isSeen ? "seen" : "not seen"} before the end, ${refresh ? "with" : "without"} a refresh`;

      it(`orgRoster: is not invited by a later until after an update for somebody else meanwhile, ${when}`, async () => {
        const bob = "bob@example.com";
        const people = { [ann]: { role: "view", until: await setting.dateIn(10) }, [bob]: "edit" };
        await setting.simulator.addMember({ email: bob, role: "edit" });
        const program = setting.roster(people);
        await adopt(program);
        await removeByHand();
        if (isSeen) ok(await setting.engine.up(program));
        await setting.simulator.advance(20 * day);
        const merged = setting.roster({ ...people, [bob]: "view" });
        ok(await setting.engine.up(merged));
        await setting.engine.up(merged);
        const until = await setting.dateIn(100);
        const later = setting.roster({ [ann]: { role: "view", until }, [bob]: "view" });
        const preview = await setting.engine.preview(later, { refresh });
        assert.match(preview.printed, /ann@example\.com is no longer a member .*not invited again by itself/);
        ok(await setting.engine.up(later, { refresh }));
        assert.equal(await setting.live(ann), "absent");
        await setting.engine.up(later, { refresh });
        assert.equal(await setting.live(ann), "absent");
      });
    }
  }

  it("orgInvite: is not invited where a later until is stated after the end", async () => {
    const ending = async (days: number): Promise<Program> =>
      declaring(setting, "orgInvite", { until: await setting.dateIn(days) });
    const program = await ending(10);
    ok(await setting.engine.up(program));
    await setting.simulator.accept(ann);
    ok(await setting.engine.up(program));
    await setting.simulator.removeMember(ann);
    await setting.simulator.advance(20 * day);
    ok(await setting.engine.up(program));
    ok(await setting.engine.up(await ending(100)));
    assert.equal(await setting.live(ann), "absent");
  });

  it("orgMember: is refused at preview where a later until is stated after the end, without a refresh too", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    const ending = async (days: number): Promise<Program> =>
      declaring(setting, "orgMember", { until: await setting.dateIn(days) });
    ok(await setting.engine.up(await ending(10)));
    await setting.simulator.removeMember(ann);
    await setting.simulator.advance(20 * day);
    const preview = setting.engine.preview(await ending(100), { refresh: false });
    assert.match(await errorsOf(preview), /ann@example\.com is not a member of organization/);
  });
});
