import assert from "node:assert/strict";
import fc from "fast-check";
import { findMember, type PersonKey } from "../../../../provider/decisions/people-index";
import { statusOf } from "../../../../provider/decisions/person-status";
import type { RosterSituation } from "../../../../provider/decisions/roster/plan";
import { planRoster } from "../../../../provider/decisions/roster/plan-roster";
import type { DesiredRoster } from "../../../../provider/vocabulary/roster-arguments";
import { emails, rosterMembers, rosterPeople, snapshot, userIds } from "../../arbitraries";
import { orgId } from "../../samples";
import { grouped } from "./plan-samples";

const declarations: fc.Arbitrary<DesiredRoster> = fc.record({
  orgId: fc.constant(orgId),
  members: rosterMembers,
  unmanaged: fc.constantFrom(
    undefined,
    "ignore" as const,
    "warn" as const,
    "fail" as const,
    "remove" as const,
  ),
  renewal: fc.constantFrom(undefined, "manual" as const),
});

/** Losant lists no invite of a member, and one invite of an address that holds a seat. */
const tidy = snapshot.map((one) => ({
  ...one,
  invites: one.invites.filter(
    ({ email }, index, all) =>
      !findMember(one.organization.members, { email }) &&
      all.findIndex((other) => other.email === email) === index,
  ),
}));

const situations: fc.Arbitrary<RosterSituation> = fc
  .tuple(tidy, rosterPeople, rosterPeople, emails, userIds)
  .map(([live, known, takenOver, elsewhere, idsElsewhere]) => ({
    snapshot: live,
    known,
    takenOver,
    managerOf: ({ email = "", userId = "" }) =>
      elsewhere.has(email) || idsElsewhere.has(userId)
        ? { kinds: "OrgMembership", isRecorded: true }
        : undefined,
  }));

describe("unit: a roster's plan", () => {
  it("has each person in one place at most", () => {
    fc.assert(
      fc.property(declarations, situations, (desired, situation) => {
        const places = placesIn(grouped(planRoster(desired, situation)));
        assert.deepEqual([...new Set(places)], places);
      }),
      { numRuns: 500 },
    );
  });

  it("has a place for everybody whom the roster names", () => {
    fc.assert(
      fc.property(declarations, situations, (desired, situation) => {
        const plan = grouped(planRoster(desired, situation));
        const { promotions, demotions, invitations, waiting, unchanged } = plan;
        const lists = [promotions, demotions, invitations, waiting];
        const count = lists.reduce((sum, { length }) => sum + length, unchanged);
        assert.equal(count, Object.keys(desired.members).length);
      }),
    );
  });

  it("drops nobody whom the roster named before: they are taken out, kept, or not there", () => {
    fc.assert(
      fc.property(declarations, situations, (desired, situation) => {
        const plan = grouped(planRoster(desired, situation));
        const treated = new Set([
          ...[...plan.removals, ...plan.revocations].map(({ email }) => email),
          ...plan.kept.map(({ person }) => person.email),
        ]);
        for (const email of leftovers(desired, situation)) assert.ok(treated.has(email), email);
      }),
      { numRuns: 500 },
    );
  });

  it("takes out nobody who is declared elsewhere, and nobody who was never named unless it is to", () => {
    fc.assert(
      fc.property(declarations, situations, (desired, situation) => {
        const { removals, revocations } = grouped(planRoster(desired, situation));
        const named = new Set(
          Object.entries(situation.known).flatMap(([email, { userId }]) => [email, userId]),
        );
        const taken: PersonKey[] = [
          ...removals.map(({ email, userId }) => ({ email, userId })),
          ...revocations.map(({ email }) => ({ email })),
        ];
        for (const person of taken) {
          assert.ok(!situation.managerOf(person));
          const wasNamed = named.has(person.email) || (person.userId && named.has(person.userId));
          assert.ok(wasNamed || desired.unmanaged === "remove");
        }
      }),
    );
  });
});

/** Everybody by the address that the snapshot has of them. */
function placesIn(plan: ReturnType<typeof grouped>): string[] {
  return [
    ...[...plan.promotions, ...plan.demotions].map(({ member }) => member.email),
    ...[...plan.removals, ...plan.revocations].map(({ email }) => email),
    ...plan.invitations.map(({ desired }) => desired.email),
    ...plan.waiting.map(({ email }) => email),
    ...plan.kept.map(({ person }) => person.email ?? ""),
    ...plan.unmanaged.filter(({ isNamed }) => !isNamed).map(({ email }) => email),
  ];
}

/** Who was named, is named no more (under no address), and still holds a seat; by the address at Losant. */
function leftovers(desired: DesiredRoster, { snapshot: live, known }: RosterSituation): string[] {
  const wanted = Object.keys(desired.members).map((email) => ({ email, userId: known[email]?.userId }));
  const wantedIds = wanted.map((person) => findMember(live.organization.members, person)?.userId);
  const gone = Object.entries(known).filter(([email]) => !(email in desired.members));
  return gone.flatMap(([email, { userId }]) => {
    const status = statusOf(live, { email, userId });
    if (status.stage === "pending") return [status.invite.email];
    return status.stage === "member" && !wantedIds.includes(status.member.userId)
      ? [status.member.email]
      : [];
  });
}
