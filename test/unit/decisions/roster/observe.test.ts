import assert from "node:assert/strict";
import { everybodyIn, expiredInvites, observePeople } from "../../../../provider/decisions/roster/observe";
import type { RosterPerson } from "../../../../provider/decisions/roster/people";
import type { Snapshot } from "../../../../provider/decisions/snapshot";
import type { DesiredRoster } from "../../../../provider/vocabulary/roster-arguments";
import { ago, day, idOf, inviteOf, memberOf, snapshotOf } from "../../samples";

const email = "ann@example.com";
const onApplications = [{ resourceId: idOf(7), role: "view" as const }];
const nobody = snapshotOf([memberOf("owner@example.com", { userId: idOf(0xf) })]);

/** How a roster sees Ann, of whom it recorded this. */
function seen(snapshot: Snapshot, person: RosterPerson, desired: Partial<DesiredRoster> = {}) {
  const { members, people } = observePeople(snapshot, { [email]: person }, desired);
  return { entry: members[email], person: people[email] };
}

describe("unit: how a roster sees people", () => {
  it("is a member with their live role and user id, whatever was recorded", () => {
    const snapshot = snapshotOf([memberOf(email, { role: "edit" })], [inviteOf(email)]);
    const before = { status: "pending" as const, inviteDate: ago(day), disallowTransfer: true };
    const { entry, person } = seen(snapshot, { entry: "view", ...before, expiresAt: ago(-day) });
    assert.equal(entry, "edit");
    assert.deepEqual(person, {
      entry: "view",
      status: "active",
      userId: idOf(1),
      inviteDate: ago(day),
      expiresAt: undefined,
      disallowTransfer: undefined,
      awaitsTwoFactor: undefined,
    });
  });

  it("is a member by user id, also where the address has changed", () => {
    const snapshot = snapshotOf([memberOf("ann.new@example.com", { role: "edit" })]);
    assert.equal(seen(snapshot, { entry: "view", status: "active", userId: idOf(1) }).entry, "edit");
  });

  it("is an invited person with the live roles and dates of the invite", () => {
    const snapshot = snapshotOf([], [inviteOf(email, { role: "edit" })]);
    const { entry, person } = seen(snapshot, { entry: "view", status: "active", userId: idOf(1) });
    assert.equal(entry, "edit");
    assert.deepEqual(person, {
      entry: "view",
      status: "pending",
      userId: idOf(1),
      inviteDate: ago(day),
      expiresAt: ago(-6 * day),
      disallowTransfer: true,
      awaitsTwoFactor: undefined,
    });
    assert.equal(seen(snapshot, { entry: "view" }).person?.status, "pending");
  });

  it("has the lists that the entry states, and the others only where these are to be removed", () => {
    for (const snapshot of [
      snapshotOf([memberOf(email, { applicationRoles: onApplications })]),
      snapshotOf([], [inviteOf(email, { applicationRoles: onApplications })]),
    ]) {
      assert.equal(seen(snapshot, { entry: "view" }).entry, "view");
      const shown = { role: "view", applicationRoles: onApplications };
      assert.deepEqual(seen(snapshot, { entry: "view" }, { unmanaged: "remove" }).entry, shown);
      const stated = { role: "view" as const, applicationRoles: [] };
      assert.deepEqual(seen(snapshot, { entry: stated }).entry, shown);
    }
  });

  it("keeps stated lists that an answer leaves out", () => {
    const entry = { role: "view" as const, applicationRoles: onApplications };
    for (const snapshot of [
      snapshotOf([memberOf(email, { applicationRoles: undefined })]),
      snapshotOf([], [inviteOf(email, { applicationRoles: undefined })]),
    ]) {
      assert.deepEqual(seen(snapshot, { entry }).entry, entry);
    }
  });

  it("is missing where somebody is not there of whom nothing was sent", () => {
    const { entry, person } = seen(nobody, { entry: "view" });
    assert.deepEqual([entry, person], [undefined, { entry: "view" }]);
    assert.deepEqual(observePeople(nobody, { [email]: { entry: "view" } }, {}).members, {});
    const expired = snapshotOf([], [inviteOf(email, { hasExpired: true })]);
    assert.equal(seen(expired, { entry: "view" }).entry, undefined);
    assert.equal(seen(expired, { entry: "view" }).person?.status, "expired");
  });

  it("is as declared where an invite has expired or is gone: the plan decides about the next one", () => {
    const sent = { entry: "view" as const, status: "pending" as const, inviteDate: ago(8 * day) };
    const expired = snapshotOf([], [inviteOf(email, { hasExpired: true, inviteDate: ago(8 * day) })]);
    assert.equal(seen(expired, sent).entry, "view");
    assert.equal(seen(expired, { ...sent, status: "active" }).entry, "view");
    const gone = seen(nobody, { ...sent, expiresAt: ago(day), userId: idOf(9), disallowTransfer: true });
    assert.equal(gone.entry, "view");
    assert.deepEqual(gone.person, {
      ...sent,
      status: "left",
      expiresAt: ago(day),
      userId: idOf(9),
      disallowTransfer: true,
    });
  });

  it("is as declared where somebody has left, and missing where they are to be invited again", () => {
    const left = { entry: "view" as const, status: "active" as const, userId: idOf(1) };
    const { entry, person } = seen(nobody, { ...left, inviteDate: ago(8 * day) });
    assert.deepEqual([entry, person?.status, person?.userId], ["view", "left", idOf(1)]);
    const always = { renewal: "always" as const };
    assert.equal(seen(nobody, { ...left, inviteDate: ago(8 * day) }, always).entry, undefined);
    assert.equal(seen(nobody, { ...left, inviteDate: ago(day) }, always).entry, "view");
    const manual = seen(nobody, { ...left, inviteDate: ago(8 * day) }, { renewal: "manual" });
    assert.equal(manual.entry, "view");
  });

  it("is not among the members where somebody was taken out and kept", () => {
    const { entry, person } = seen(snapshotOf([memberOf(email)]), { entry: "view", isReleased: true });
    assert.deepEqual([entry, person?.isReleased, person?.status], [undefined, true, "active"]);
  });
});

describe("unit: everybody in an organization", () => {
  it("has members and unexpired invites with their roles; a member's own before an invite's", () => {
    const snapshot = snapshotOf(
      [memberOf(email, { role: "edit", applicationRoles: onApplications })],
      [
        inviteOf(email),
        inviteOf("bob@example.com", { role: "none" }),
        inviteOf("cleo@example.com", { hasExpired: true }),
      ],
    );
    assert.deepEqual(everybodyIn(snapshot), {
      [email]: { entry: { role: "edit", applicationRoles: onApplications, dashboardRoles: [] } },
      "bob@example.com": { entry: { role: "none", applicationRoles: [], dashboardRoles: [] } },
    });
  });

  it("has expired invites of those whom a roster does not name", () => {
    const expired = ["ann", "bob"].map((name) => inviteOf(`${name}@example.com`, { hasExpired: true }));
    const snapshot = snapshotOf([], [...expired, inviteOf("cleo@example.com")]);
    assert.deepEqual(expiredInvites(snapshot, { [email]: { entry: "view" } }), [expired[1]]);
  });
});
