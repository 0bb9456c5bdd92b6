import assert from "node:assert/strict";
import fc from "fast-check";
import { isExpired } from "../../../../client/invites";
import {
  beyondSeats,
  freeSeats,
  haveSeats,
  seatsAfter,
} from "../../../../provider/decisions/guard-rails/seats";
import { PlannedChanges } from "../../../../provider/decisions/planned-changes";
import { peopleCount, type Snapshot } from "../../../../provider/decisions/snapshot";
import { emails, snapshot, userIds } from "../../arbitraries";
import { idOf, inviteOf, memberOf, snapshotOf } from "../../samples";

/** What a run may plan: it removes members, revokes unexpired invites, and invites people who are no members. */
const planned = fc.tuple(snapshot, emails, emails, userIds).map(([before, invited, revoked, removed]) => {
  const { members } = before.organization;
  const held = new Set(before.invites.filter((one) => !isExpired(one, before.now)).map(({ email }) => email));
  const changes = new PlannedChanges();
  for (const email of invited) {
    if (!members.some((member) => member.email === email)) changes.planInvite(email, true);
  }
  for (const email of revoked) if (held.has(email)) changes.revoked.add(email);
  for (const { userId } of members) if (removed.has(userId)) changes.removed.add(userId);
  return { before, changes };
});

describe("unit: seats", () => {
  it("are those of the organization once the plan is carried out, and never fewer", () => {
    fc.assert(
      fc.property(planned, ({ before, changes }) => {
        const after = peopleCount(carriedOut(before, changes));
        assert.ok(seatsAfter(before, changes) >= after);
        if (hasOneInviteEach(before)) assert.equal(seatsAfter(before, changes), after);
      }),
    );
  });

  it("are refused exactly where the plan ends beyond the limit", () => {
    fc.assert(
      fc.property(planned, ({ before, changes }) => {
        const limit = before.organization.limits?.member;
        const isBeyond = limit !== undefined && seatsAfter(before, changes) > limit;
        assert.equal(beyondSeats(before, changes) !== undefined, isBeyond);
      }),
    );
  });

  it("count each person once, however often they are planned", () => {
    fc.assert(
      fc.property(planned, ({ before, changes }) => {
        const twice = new PlannedChanges();
        for (const plan of [changes, changes]) twice.include(plan);
        assert.equal(seatsAfter(before, twice), seatsAfter(before, changes));
      }),
    );
  });

  it("are none where the limit is 0 or below, and the refusal says so", () => {
    for (const member of [0, -1]) {
      const before = snapshotOf([memberOf("ann@example.com")]);
      before.organization.limits = { member };
      const changes = new PlannedChanges();
      changes.planInvite("bob@example.com", true);
      const told = new RegExp(`has no seats, by its limit of ${member} at Losant, and 2 would be taken`);
      assert.match(beyondSeats(before, changes) ?? "", told);
    }
  });

  it("are not known without a limit", () => {
    assert.equal(freeSeats(snapshotOf([memberOf("ann@example.com")])), undefined);
  });

  it("are held by members and unexpired invites", () => {
    const invites = [inviteOf("bob@example.com"), inviteOf("cleo@example.com", { hasExpired: true })];
    assert.equal(freeSeats(snapshotOf([memberOf("ann@example.com")], invites, 3)), 1);
  });

  it("are enough for as many people as there are free ones, and for all without a limit", () => {
    const members = [memberOf("ann@example.com")];
    const fit = [0, 1, 2, 3].map((people) => haveSeats(snapshotOf(members, [], 3), people));
    assert.deepEqual(fit, [true, true, true, false]);
    assert.ok(haveSeats(snapshotOf(members), 1000));
  });

  it("are told with how many are taken, freed and added", () => {
    const members = [memberOf("ann@example.com"), memberOf("bob@example.com", { userId: idOf(2) })];
    const before = snapshotOf(members, [inviteOf("cleo@example.com")], 2);
    const changes = new PlannedChanges();
    for (const name of ["dan", "eve", "finn"]) changes.planInvite(`${name}@example.com`, true);
    assert.match(
      beyondSeats(before, changes) ?? "",
      /has 2 seats, and 6 would be taken: 2 members \+ 1 unexpired invites \+ 3 planned by this run\./,
    );
    changes.removed.add(idOf(2));
    changes.revoked.add("cleo@example.com");
    assert.match(
      beyondSeats(before, changes) ?? "",
      /and 4 would be taken: 2 members \+ 1 unexpired invites - 2 removed by the roster \+ 3 planned/,
    );
  });
});

/** The organization after the plan, carried out step by step. */
function carriedOut(before: Snapshot, { removed, revoked, invited }: PlannedChanges): Snapshot {
  const members = before.organization.members.filter(({ userId }) => !removed.has(userId));
  const kept = before.invites.filter(({ email }) => !revoked.has(email) && !invited.has(email));
  return snapshotOf(members, [...kept, ...[...invited].map((email) => inviteOf(email))]);
}

function hasOneInviteEach({ invites }: Snapshot): boolean {
  return new Set(invites.map(({ email }) => email)).size === invites.length;
}
