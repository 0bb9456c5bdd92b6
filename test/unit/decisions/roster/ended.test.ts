import assert from "node:assert/strict";
import { endedIn, runningRoster } from "../../../../provider/decisions/roster/ended";
import type { RosterPeople } from "../../../../provider/decisions/roster/people";
import type { RosterMembers } from "../../../../provider/vocabulary/roster-arguments";
import { idOf, inviteOf, memberOf, now, orgId, snapshotOf } from "../../samples";

const [ann, bob] = ["ann@example.com", "bob@example.com"];
const over = { role: "view", until: "2026-11-14" } as const;
const lasting = { role: "view", until: "2027-01-31" } as const;
const none: RosterPeople = {};

function parted(members: RosterMembers, known: RosterPeople = none, snapshot = snapshotOf([])) {
  const { desired, known: after, ended } = runningRoster({ orgId, members }, known, snapshot);
  return { running: Object.keys(desired.members), known: after, ended: Object.keys(ended) };
}

describe("unit: a roster's access that has ended", () => {
  it("is told by the date alone", () => {
    assert.deepEqual(endedIn({ [ann]: over, [bob]: lasting, "carol@example.com": "view" }, now), {
      [ann]: over,
    });
  });

  it("is no longer desired for, and nothing is left of who is gone", () => {
    const before: RosterPeople = { [ann]: { entry: over, status: "active", userId: idOf(1) } };
    assert.deepEqual(parted({ [ann]: over, [bob]: "edit" }, before), {
      running: [bob],
      known: {},
      ended: [ann],
    });
  });

  it("is the roster's to take away from a member whom it never recorded", () => {
    const snapshot = snapshotOf([memberOf(ann)]);
    assert.deepEqual(parted({ [ann]: over }, none, snapshot).known, { [ann]: { entry: over } });
  });

  it("is the roster's to take away from who is followed by user id", () => {
    const before: RosterPeople = { [ann]: { entry: over, status: "active", userId: idOf(1) } };
    const snapshot = snapshotOf([memberOf("ann.new@example.com", { userId: idOf(1) })]);
    assert.deepEqual(parted({ [ann]: over }, before, snapshot).known, before);
  });

  for (const hasExpired of [false, true]) {
    it(`is the roster's to take back from who is invited, ${hasExpired ? "expired" : "pending"}`, () => {
      const snapshot = snapshotOf([], [inviteOf(ann, { hasExpired })]);
      assert.deepEqual(parted({ [ann]: over }, none, snapshot).known, { [ann]: { entry: over } });
    });
  }

  it("is forgotten where a later end is stated and nobody is there: that is a new declaration", () => {
    const before: RosterPeople = { [ann]: { entry: over, status: "pending", inviteDate: now.toISOString() } };
    assert.deepEqual(parted({ [ann]: lasting }, before), { running: [ann], known: {}, ended: [] });
  });

  it("is remembered where a later end is stated and the person is still there", () => {
    const before: RosterPeople = { [ann]: { entry: over, status: "active", userId: idOf(1) } };
    assert.deepEqual(parted({ [ann]: lasting }, before, snapshotOf([memberOf(ann)])).known, before);
  });

  it("says nothing of people without an end", () => {
    const before: RosterPeople = { [ann]: { entry: "view", status: "withdrawn" } };
    assert.deepEqual(parted({ [ann]: "view" }, before), { running: [ann], known: before, ended: [] });
  });
});
