import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { bob } from "../../support/one-person";
import { day, hour, ok, StackSetting } from "../../support/stack-setting";

onBothFaces("OrgInvite", (face) => {
  const setting = StackSetting.inSuite(face);

  const declared = (more: object = {}) => ({
    bob: setting.resource("orgInvite", { email: bob, role: "view", ...more }),
  });
  const up = (more: object = {}) => setting.engine.up(declared(more));
  const status = () => setting.engine.outputs("bob").status;

  it("invites, with the roles on single resources and without transfer", async () => {
    const dashboardRoles = [{ resourceId: "575ed70c7ae143cd83dc4aa9", role: "none" }];
    ok(await up({ dashboardRoles }));
    const [invite] = await setting.simulator.fetchInvites();
    assert.deepEqual(
      [invite?.email, invite?.role, invite?.dashboardRoles, invite?.disallowTransfer],
      [bob, "view", dashboardRoles, true],
    );
    const { inviteDate, expiresAt } = setting.engine.outputs("bob");
    assert.equal(Date.parse(String(expiresAt)) - Date.parse(String(inviteDate)), 7 * day);
  });

  it("sends one mail though an answer is lost", async () => {
    await setting.simulator.fault({ action: "org.inviteMember", dropResponse: true });
    ok(await up());
    assert.equal((await setting.simulator.fetchInvites()).length, 1);
    assert.equal(await setting.mails(), 1);
  });

  it("takes over a pending invite with the same role without a mail", async () => {
    await setting.inviteByHand(bob, "view");
    await setting.mails();
    ok(await up());
    assert.equal(await setting.mails(), 0);
  });

  it("revokes a pending invite with another role, and invites anew", async () => {
    await setting.inviteByHand(bob, "admin");
    await setting.mails();
    ok(await up());
    assert.deepEqual([await setting.live(bob), await setting.mails()], ["invite view", 1]);
  });

  it("counts a member as accepted, and leaves their roles alone", async () => {
    const userId = await setting.simulator.addMember({ email: bob, role: "admin" });
    const { printed } = await up();
    assert.match(printed, /bob@example\.com is already a member .*: no invite will be sent/);
    assert.deepEqual([status(), setting.engine.outputs("bob").userId], ["accepted", userId]);
    assert.deepEqual([await setting.live(bob), await setting.mails()], ["member admin", 0]);
    assert.equal((await up()).operations.bob, "same");
  });

  it("stays quiet when it is accepted between two ups, and when the member's role is changed", async () => {
    ok(await up());
    await setting.simulator.accept(bob);
    await setting.simulator.setMember(bob, { role: "edit" });
    const { operations, printed } = await up();
    assert.deepEqual([operations.bob, printed, status()], ["same", "", "accepted"]);
  });

  it("stays quiet when who accepted has left", async () => {
    ok(await up());
    await setting.simulator.accept(bob);
    ok(await up());
    await setting.simulator.removeMember(bob);
    await setting.mails();
    assert.equal((await up()).operations.bob, "same");
    assert.equal(await setting.mails(), 0);
  });

  it("refuses other roles after acceptance at preview, naming who manages them now", async () => {
    ok(await up());
    await setting.simulator.accept(bob);
    const { errors } = await setting.engine.preview(declared({ role: "edit" }));
    assert.match(
      errors.join(),
      /bob@example\.com has accepted .*role view => edit.* OrgMember or OrgMembership/,
    );
  });

  it("is renewed after it expired, and preview says so", async () => {
    ok(await up());
    await setting.simulator.advance(7 * day + hour);
    await setting.mails();
    const { operations, printed } = await setting.engine.preview(declared());
    assert.equal(operations.bob, "update");
    assert.match(printed, /has expired; will be invited again/);
    ok(await up());
    assert.deepEqual([await setting.mails(), status()], [1, "pending"]);
  });

  it("mails at most once a week, however often a pipeline runs and a person declines", async () => {
    ok(await up());
    await setting.simulator.decline(bob);
    await setting.mails();
    for (let run = 0; run < 3; run += 1) {
      const { printed } = await up();
      assert.match(printed, /warning: bob@example\.com: has no invite any more .*not invited again before/);
      await setting.simulator.advance(2 * day);
    }
    assert.deepEqual([await setting.mails(), status()], [0, "withdrawn"]);
    await setting.simulator.advance(day + hour);
    ok(await up());
    assert.equal(await setting.mails(), 1);
  });

  it("does not hold back a changed declaration or another resend", async () => {
    ok(await up());
    await setting.simulator.decline(bob);
    await setting.mails();
    ok(await up({ role: "edit" }));
    ok(await up({ role: "edit", resend: "1" }));
    ok(await up({ role: "edit", resend: "1" }));
    ok(await up({ role: "edit", resend: "2" }));
    assert.deepEqual([await setting.mails(), await setting.live(bob)], [3, "invite edit"]);
  });

  it("only warns with manual renewal", async () => {
    ok(await up({ renewal: "manual" }));
    await setting.simulator.advance(8 * day);
    await setting.mails();
    const { operations, printed } = await up({ renewal: "manual" });
    assert.equal(operations.bob, "update");
    assert.match(printed, /warning: bob@example\.com: .*renewal is manual/);
    assert.equal(await setting.mails(), 0);
  });

  it("warns within 48 hours of its end", async () => {
    ok(await up());
    await setting.simulator.advance(5 * day - hour);
    assert.doesNotMatch((await up()).printed, /warning/);
    await setting.simulator.advance(2 * hour);
    assert.match((await up()).printed, /warning: bob@example\.com: the invite expires on/);
  });

  it("revokes what is pending when it is taken out, with a receipt", async () => {
    ok(await up());
    const outcome = await setting.engine.destroy();
    ok(outcome);
    assert.match(outcome.printed, /bob@example\.com: invite revoked in .*"role":"view"/);
    assert.equal(await setting.live(bob), "absent");
  });

  it("leaves who accepted alone when it is taken out, also right after the last up", async () => {
    ok(await up());
    await setting.simulator.accept(bob);
    ok(await setting.engine.up({}, { refresh: false }));
    assert.equal(await setting.live(bob), "member view");
  });

  it("is taken out without a failure when it is gone already", async () => {
    ok(await up());
    await setting.revokeAllByHand();
    ok(await setting.engine.destroy());
  });

  it("is replaced for another address, and the one before is revoked", async () => {
    ok(await up());
    const outcome = await up({ email: "carol@example.com" });
    ok(outcome);
    assert.equal(outcome.operations.bob, "replace");
    assert.deepEqual(
      [await setting.live(bob), await setting.live("carol@example.com")],
      ["absent", "invite view"],
    );
  });

  it("does not count as gone because a request failed", async () => {
    ok(await up());
    await setting.simulator.fault({ action: "org.pendingInvites", status: 403, times: 1 });
    await assert.rejects(up(), /Reading the invites of organization .* failed: .* 403/);
    assert.equal((await up()).operations.bob, "same");
  });

  it("can be read by its id from another program", async () => {
    await setting.inviteByHand(bob, "view");
    const { props } = await setting.reading("orgInvite", `${setting.orgId}/${bob}`);
    assert.deepEqual([props.status, props.role], ["pending", "view"]);
    await assert.rejects(
      setting.reading("orgInvite", `${setting.orgId}/nobody@example.com`),
      /nobody@example\.com is neither a member .* nor invited/,
    );
  });
});
