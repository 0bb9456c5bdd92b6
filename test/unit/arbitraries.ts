import fc from "fast-check";
import type { Invite, Member } from "../../client";
import type { RosterPeople, RosterPerson } from "../../provider/decisions/roster/people";
import type { Snapshot } from "../../provider/decisions/snapshot";
import { type ResourceRole, roles } from "../../provider/vocabulary/roles";
import type { RosterEntry, RosterMembers } from "../../provider/vocabulary/roster-arguments";
import { ago, day, idOf, inviteOf, memberOf, snapshotOf } from "./samples";

const character = fc
  .oneof(
    fc.integer({ min: 0, max: 0x7f }),
    fc.constantFrom(0x85, 0x9b, 0x130, 0x200f, 0x2028, 0x202e, 0x212a),
    fc.integer({ min: 0x80, max: 0xd7ff }),
    fc.integer({ min: 0xe000, max: 0x10ffff }),
  )
  .map((code) => String.fromCodePoint(code));

/** Any characters, often ones that a terminal obeys or that change when lower-cased. */
export const anyText = fc.string({ unit: character });

/** How many people the arbitraries know, so that lists overlap. */
const people = 8;

export const role = fc.constantFrom(...roles);
const number = fc.integer({ min: 1, max: people });
export const email = number.map((one) => emailOf(one));
export const userId = number.map((one) => idOf(one));

export function emailOf(one: number): string {
  return `person${one}@example.com`;
}

/** Sorted, each resource once, as everything in canonical form. */
export const resourceRoles: fc.Arbitrary<ResourceRole[]> = fc
  .uniqueArray(number, { maxLength: 2 })
  .chain((numbers) => {
    const ids = numbers.map((one) => idOf(0x1000 + one)).sort();
    const roleOn = fc.constantFrom("collaborate" as const, "view" as const, "none" as const);
    return fc.tuple(
      ...ids.map((resourceId) => fc.record({ resourceId: fc.constant(resourceId), role: roleOn })),
    );
  });

/** Undefined: an answer that leaves the list out, or a program that does not state it. */
const rolesOnResources = fc.option(resourceRoles, { nil: undefined });
const roleLists = { applicationRoles: rolesOnResources, dashboardRoles: rolesOnResources };

function member(one: number): fc.Arbitrary<Member> {
  return fc
    .record({ role, ...roleLists, isMoved: fc.boolean() })
    .map(({ isMoved, ...more }) =>
      memberOf(isMoved ? `moved${one}@example.com` : emailOf(one), { userId: idOf(one), ...more }),
    );
}

function invites(one: number): fc.Arbitrary<Invite[]> {
  const dates = fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined });
  const invite = fc.record({
    role,
    ...roleLists,
    inviteDate: dates.map((days) => (days === undefined ? undefined : ago(days * day))),
    hasExpired: fc.option(fc.boolean(), { nil: undefined }),
    disallowTransfer: fc.option(fc.boolean(), { nil: undefined }),
  });
  return fc
    .array(invite, { maxLength: 2 })
    .map((list) =>
      list.map((more, index) => inviteOf(emailOf(one), { ...more, id: idOf(one * 16 + index) })),
    );
}

/** Members some of whose addresses have changed, and invites of all kinds; some people have both. */
export const snapshot: fc.Arbitrary<Snapshot> = fc
  .tuple(
    ofEverybody((one) => fc.option(member(one), { nil: undefined })),
    ofEverybody(invites),
    fc.option(fc.integer({ min: 0, max: 2 * people }), { nil: undefined }),
  )
  .map(([members, lists, seats]) =>
    snapshotOf(
      members.filter((one) => one !== undefined),
      lists.flat(),
      seats,
    ),
  );

function ofEverybody<Value>(arbitrary: (one: number) => fc.Arbitrary<Value>): fc.Arbitrary<Value[]> {
  return fc.tuple(...Array.from({ length: people }, (_, index) => arbitrary(index + 1)));
}

/** A roster's entry; an object states its lists or leaves them alone. */
export const entry: fc.Arbitrary<RosterEntry> = fc.oneof(role, fc.record({ role, ...roleLists }));

export const rosterMembers: fc.Arbitrary<RosterMembers> = fc.dictionary(email, entry, { maxKeys: people });

function rosterPerson(one: number): fc.Arbitrary<RosterPerson> {
  const status = fc.constantFrom(...(["pending", "expired", "withdrawn", "active", "left"] as const));
  return fc.record({
    entry,
    status: fc.option(status, { nil: undefined }),
    userId: fc.option(fc.constant(idOf(one)), { nil: undefined }),
    inviteDate: fc.option(
      fc.integer({ min: 0, max: 20 }).map((days) => ago(days * day)),
      { nil: undefined },
    ),
  });
}

export const rosterPeople: fc.Arbitrary<RosterPeople> = ofEverybody((one) =>
  fc.option(rosterPerson(one), { nil: undefined }),
).map((list) =>
  Object.fromEntries(list.flatMap((person, index) => (person ? [[emailOf(index + 1), person]] : []))),
);

/** Some addresses. */
export const emails = fc.uniqueArray(email, { maxLength: people }).map((list) => new Set(list));
/** Some user ids. */
export const userIds = fc.uniqueArray(number, { maxLength: people }).map((list) => new Set(list.map(idOf)));
