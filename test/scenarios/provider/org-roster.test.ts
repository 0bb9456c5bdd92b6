import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ann, bob, carol } from "../../support/one-person";
import { day, hour, ok, owner, StackSetting } from "../../support/stack-setting";

onBothFaces("OrgRoster", (face) => {
  const setting = StackSetting.inSuite(face);

  beforeEach(async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    await setting.simulator.addMember({ email: bob, role: "edit" });
  });

  it("prints its plan at preview, a line a person, with counts and seats", async () => {
    const { printed, errors } = await setting.engine.preview(
      setting.roster({ [ann]: "edit", [carol]: "view" }),
    );
    assert.deepEqual(errors, []);
    assert.match(
      printed,
      /1 to invite, 1 to change, 0 to remove, 1 unmanaged, 1 unchanged; seats after it: 4 of 2000/,
    );
    assert.match(printed, /\+ invite carol@example\.com \(view\)/);
    assert.match(printed, /~ change ann@example\.com: role view => edit/);
    assert.match(printed, /! bob@example\.com is not in the roster \(edit\)/);
    assert.equal(await setting.writes(), 0);
  });

  it("does what it planned, and says what came of each", async () => {
    const outcome = await setting.engine.up(setting.roster({ [ann]: "edit", [carol]: "view" }));
    ok(outcome);
    assert.match(outcome.printed, /Done:\n {2}~ change ann@example\.com: role view => edit/);
    assert.deepEqual(
      [await setting.live(ann), await setting.live(bob), await setting.live(carol)],
      ["member edit", "member edit", "invite view"],
    );
    assert.deepEqual(setting.engine.outputs("everybody").unmanagedMembers, { [bob]: "edit" });
  });

  it("is quiet without a change, with two requests", async () => {
    const program = setting.roster({
      [ann]: "view",
      [bob]: { role: "edit", dashboardRoles: [] },
      [carol]: "none",
    });
    ok(await setting.engine.up(program));
    await setting.simulator.clearRequests();
    const { operations, printed } = await setting.engine.preview(program);
    assert.equal(operations.everybody, "same");
    assert.equal(printed, "");
    assert.equal((await setting.simulator.requests()).total, 2);
  });

  it("removes whom it named before, and revokes their invites", async () => {
    ok(await setting.engine.up(setting.roster({ [ann]: "view", [bob]: "edit", [carol]: "view" })));
    const { printed } = await setting.engine.preview(setting.roster({ [ann]: "view" }));
    assert.match(printed, /- remove bob@example\.com \(edit\)/);
    assert.match(printed, /- revoke the invite of carol@example\.com \(view\)/);
    const outcome = await setting.engine.up(setting.roster({ [ann]: "view" }));
    ok(outcome);
    assert.match(
      outcome.printed,
      /bob@example\.com: removed from organization .* to restore: .*"role":"edit"/,
    );
    assert.deepEqual([await setting.live(bob), await setting.live(carol)], ["absent", "absent"]);
  });

  it("leaves strangers alone and silent with unmanaged: ignore", async () => {
    const { printed } = await setting.engine.up(setting.roster({ [ann]: "view" }, { unmanaged: "ignore" }));
    assert.doesNotMatch(printed, /bob/);
    assert.equal(await setting.live(bob), "member edit");
  });

  it("removes strangers with unmanaged: remove", async () => {
    ok(await setting.engine.up(setting.roster({ [ann]: "view" }, { unmanaged: "remove" })));
    assert.equal(await setting.live(bob), "absent");
  });

  it("shows somebody added by hand as drift with unmanaged: remove", async () => {
    const program = setting.roster({ [ann]: "view", [bob]: "edit" }, { unmanaged: "remove" });
    ok(await setting.engine.up(program));
    await setting.simulator.addMember({ email: carol, role: "admin" });
    const { operations, printed } = await setting.engine.preview(program);
    assert.equal(operations.everybody, "update");
    assert.match(printed, /- remove carol@example\.com \(admin\)/);
  });

  it("shows somebody changed and somebody removed by hand as drift, and repairs what is changed", async () => {
    const program = setting.roster({ [ann]: "view", [bob]: "edit" });
    ok(await setting.engine.up(program));
    await setting.simulator.setMember(ann, { role: "admin" });
    await setting.simulator.removeMember(bob);
    const { operations, printed } = await setting.engine.preview(program);
    assert.equal(operations.everybody, "update");
    assert.match(printed, /~ change ann@example\.com: role admin => view/);
    assert.match(printed, /\. bob@example\.com is no longer a member .* take them out of the roster/);
    ok(await setting.engine.up(program));
    assert.deepEqual([await setting.live(ann), await setting.live(bob)], ["member view", "absent"]);
    assert.equal((await setting.engine.preview(program)).operations.everybody, "update");
    ok(await setting.engine.up(setting.roster({ [ann]: "view" })));
    assert.equal(
      (await setting.engine.preview(setting.roster({ [ann]: "view" }))).operations.everybody,
      "same",
    );
  });

  it("renews an expired invite, and waits a week after one that was declined", async () => {
    const program = setting.roster({ [carol]: "view" }, { unmanaged: "ignore" });
    ok(await setting.engine.up(program));
    await setting.simulator.advance(7 * day + hour);
    await setting.mails();
    ok(await setting.engine.up(program));
    assert.equal(await setting.mails(), 1);
    await setting.simulator.decline(carol);
    const { operations, printed } = await setting.engine.up(program);
    assert.equal(operations.everybody, "update");
    assert.match(printed, /\. wait for carol@example\.com: .*not invited again before/);
    assert.equal(await setting.mails(), 0);
  });

  it("follows a member whose address was changed by user id", async () => {
    const program = setting.roster({ [ann]: "view" }, { unmanaged: "remove", maxRemovals: "100%" });
    ok(await setting.engine.up(program));
    await setting.simulator.putState((state) => {
      for (const person of [...state.people, ...(state.organizations[0]?.members ?? [])]) {
        if (person.email === ann) person.email = "ann.new@example.com";
      }
    });
    const { operations } = await setting.engine.up(program);
    assert.equal(operations.everybody, "same");
    assert.equal(await setting.live("ann.new@example.com"), "member view");
  });

  it("evicts nobody when it is destroyed, unless deletionPolicy is remove", async () => {
    ok(await setting.engine.up(setting.roster({ [ann]: "view" })));
    ok(await setting.engine.destroy());
    assert.equal(await setting.live(ann), "member view");
    ok(await setting.engine.up(setting.roster({ [ann]: "view" }, { deletionPolicy: "remove" })));
    const outcome = await setting.engine.destroy();
    ok(outcome);
    assert.deepEqual([await setting.live(ann), await setting.live(bob)], ["absent", "member edit"]);
    assert.match(outcome.printed, /warning: owner@example\.com stays/);
  });

  it("keeps what was done when one person fails, and the next up goes on", async () => {
    const program = setting.roster({ [ann]: "edit", [bob]: "view", [carol]: "view" });
    await setting.simulator.fault({ action: "org.inviteMember", status: 403, times: 1 });
    const failed = await setting.engine.up(program);
    assert.match(failed.errors.join(), /\+ invite carol@example\.com .*403/);
    assert.deepEqual([await setting.live(ann), await setting.live(bob)], ["member edit", "member view"]);
    assert.equal((await setting.engine.preview(program)).operations.everybody, "update");
    ok(await setting.engine.up(program));
    assert.equal(await setting.live(carol), "invite view");
    assert.equal((await setting.engine.preview(program)).operations.everybody, "same");
  });

  it("tries a removal that failed again at the next up", async () => {
    ok(await setting.engine.up(setting.roster({ [ann]: "view", [bob]: "edit" })));
    await setting.simulator.fault({ action: "org.removeMember", status: 403, times: 1 });
    const failed = await setting.engine.up(setting.roster({ [ann]: "view" }));
    assert.match(failed.errors.join(), /- remove bob@example\.com .*403/);
    assert.equal(await setting.live(bob), "member edit");
    ok(await setting.engine.up(setting.roster({ [ann]: "view" })));
    assert.equal(await setting.live(bob), "absent");
  });

  it("reads everybody by its id alone", async () => {
    await setting.inviteByHand(carol, "view");
    const { id, props } = await setting.reading("orgRoster", `${setting.orgId}/roster`);
    assert.equal(id, `${setting.orgId}/roster`);
    assert.deepEqual(Object.keys(props.members ?? {}).sort(), [ann, bob, carol, owner]);
  });
});
