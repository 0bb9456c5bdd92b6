import assert from "node:assert/strict";
import { endedIn, withoutGone } from "../../../../provider/decisions/roster/ended";
import type { RosterPeople } from "../../../../provider/decisions/roster/people";
import type { RosterSituation } from "../../../../provider/decisions/roster/plan";
import { idOf, inviteOf, memberOf, now, snapshotOf } from "../../samples";
import { email as ann, moved, onApplications, planOf } from "./plan-samples";

const bob = "bob@example.com";
const over = { role: "view", until: "2026-11-14", reason: "build" } as const;
const ended = { until: over.until, reason: over.reason };
const lasting = { role: "view", until: "2027-01-31" } as const;
const followed: RosterPeople = { [ann]: { entry: over, status: "active", userId: idOf(1) } };

describe("unit: a roster's access that has ended", () => {
  it("is told by the date alone", () => {
    assert.deepEqual(endedIn({ [ann]: over, [bob]: lasting, "carol@example.com": "view" }, now), {
      [ann]: over,
    });
  });

  for (const [when, known] of [
    ["newly stated", {}],
    ["recorded", followed],
  ] as const) {
    it(`removes a member, ${when}, under the terms that ended`, () => {
      const member = memberOf(ann);
      const { steps, unchanged } = planOf(
        { [ann]: over, [bob]: "edit" },
        { snapshot: snapshotOf([member]), known },
      );
      const [removal, ...others] = steps;
      assert.deepEqual(removal, { does: "remove", member, ended, status: "ended" });
      assert.deepEqual([others.map(({ does }) => does), unchanged], [["invite"], 0]);
    });
  }

  it("removes who is followed by user id, of whom no other line tells", () => {
    const member = memberOf(moved, { applicationRoles: onApplications });
    const plan = planOf({ [ann]: over }, { snapshot: snapshotOf([member]), known: followed });
    assert.deepEqual(plan.steps, [{ does: "remove", member, ended, status: "ended", namedAs: ann }]);
    assert.deepEqual([plan.addresses, plan.unmanaged], [[], []]);
  });

  for (const hasExpired of [false, true]) {
    it(`takes an invite back, ${hasExpired ? "expired" : "pending"}`, () => {
      const invite = inviteOf(ann, { hasExpired });
      const { steps } = planOf({ [ann]: over }, { snapshot: snapshotOf([], [invite]) });
      assert.deepEqual(steps, [{ does: "revoke", invite, isExpired: hasExpired, ended, status: "ended" }]);
    });
  }

  for (const address of [ann, moved]) {
    it(`takes the invites of ${address} with the membership, by the old address too`, () => {
      const invites = [inviteOf(ann), inviteOf(address)];
      const snapshot = snapshotOf([memberOf(address)], invites);
      const { steps, unmanaged } = planOf({ [ann]: over }, { snapshot, known: followed });
      assert.deepEqual([steps.map(({ does }) => does), unmanaged], [["remove"], []]);
    });
  }

  it("leaves whoever something else manages to that", () => {
    const managerOf: RosterSituation["managerOf"] = () => ({ kinds: "OrgMembership", isRecorded: true });
    const snapshots = [snapshotOf([memberOf(moved)]), snapshotOf([], [inviteOf(ann)])];
    const people = snapshots.map(
      (snapshot) => planOf({ [ann]: over }, { snapshot, known: followed, managerOf }).kept,
    );
    const release = { does: "release", isDeclared: true, isRecorded: true };
    assert.deepEqual(people, [
      [{ ...release, person: { email: moved, userId: idOf(1) } }],
      [{ ...release, person: { email: ann, userId: undefined } }],
    ]);
  });

  it("is nothing to do about who is gone, and is no business of who has their address by now", () => {
    const holder = memberOf(ann, { userId: idOf(3) });
    for (const members of [[], [holder]]) {
      const plan = planOf({ [ann]: over }, { snapshot: snapshotOf(members), known: followed });
      assert.deepEqual([plan.steps, plan.waiting, plan.unchanged], [[], [], 0]);
      assert.equal(plan.unmanaged.length, members.length);
    }
  });

  it("follows whom this run has read under another resource, and leaves who has their address by now", () => {
    const takenOver: RosterPeople = { [ann]: { entry: "view", status: "active", userId: idOf(1) } };
    const snapshot = snapshotOf([memberOf(ann, { userId: idOf(3) }), memberOf(moved)]);
    const { removals } = planOf({ [ann]: over }, { snapshot, takenOver });
    assert.deepEqual(removals, [memberOf(moved)]);
  });

  it("removes nobody whom a running entry names by another address, which is not naming them twice", () => {
    const known = { ...followed, [moved]: { entry: "view" as const, userId: idOf(1) } };
    const plan = planOf({ [ann]: over, [moved]: "view" }, { snapshot: snapshotOf([memberOf(moved)]), known });
    assert.deepEqual([plan.steps, plan.namedTwice, plan.unchanged], [[], [], 1]);
  });

  it("removes once who is named by two entries that have ended", () => {
    const plan = planOf(
      { [ann]: over, [moved]: over },
      { snapshot: snapshotOf([memberOf(moved)]), known: followed },
    );
    assert.equal(plan.removals.length, 1);
    assert.deepEqual(plan.namedTwice, []);
  });
});

describe("unit: what is remembered of access that has ended", () => {
  const left = (people: RosterPeople, snapshot = snapshotOf([]), isStated = false) =>
    withoutGone(people, snapshot, (_email, wasEnded) => wasEnded || isStated);
  const pending: RosterPeople = { [ann]: { entry: over, status: "pending", inviteDate: now.toISOString() } };

  it("is nothing where a run has ended it and nobody is there", () => {
    assert.deepEqual(left(pending), {});
    assert.deepEqual(left({ [ann]: { entry: over, userId: idOf(1) } }), {});
  });

  it("is whoever is there, by user id", () => {
    assert.deepEqual(left(followed, snapshotOf([memberOf(moved)])), followed);
    assert.deepEqual(left(pending, snapshotOf([], [inviteOf(ann)])), pending);
    assert.deepEqual(
      left({ [ann]: { entry: over, userId: idOf(1) } }, snapshotOf([memberOf(ann, { userId: idOf(2) })])),
      {},
    );
  });

  it("is who was gone before, unless the program states that it is over", () => {
    for (const status of ["active", "left"] as const) {
      const gone: RosterPeople = { [ann]: { entry: over, status, userId: idOf(1) } };
      assert.deepEqual([left(gone), left(gone, snapshotOf([]), true)], [gone, {}]);
    }
  });

  it("is everybody without an end", () => {
    const before: RosterPeople = { [ann]: { entry: "view", status: "withdrawn" }, [bob]: { entry: lasting } };
    assert.deepEqual(left(before), before);
  });
});
