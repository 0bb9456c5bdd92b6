import type { Invite, Member } from "../../../client";
import type { Role } from "../../vocabulary/roles";
import type { DesiredRoster } from "../../vocabulary/roster-arguments";
import { hasAddress } from "../addresses";
import type { PersonKey } from "../people-index";
import { statusOf } from "../person-status";
import type { Snapshot } from "../snapshot";
import { followed, NamedPeople } from "./addresses";
import { expiredInvites, unmanagedIn } from "./observe";
import { peopleIn, type RosterPeople } from "./people";
import type { Plan, RosterSituation } from "./plan";

/** Whom the roster named before is removed; who was never named is treated as `unmanaged` says. */
export function planOthers(plan: Plan, desired: DesiredRoster, situation: RosterSituation): void {
  const { snapshot, known, takenOver, managerOf } = situation;
  const people = peopleIn(desired.members, { ...takenOver, ...known });
  const { members } = snapshot.organization;
  const others = unmanagedIn(snapshot, people);
  const before = new NamedPeople(known, members);
  const wasManaged = ({ email = "", userId }: PersonKey) =>
    userId === undefined ? before.hasInvited(email) : before.hasMember({ email, userId });
  plan.namedAs = addressesThen(known, members);
  const place = <Person extends Member | Invite>(person: Person, key: PersonKey, unwanted: Person[]) => {
    const manager = managerOf(key);
    if (manager) {
      if (wasManaged(key)) plan.kept.push({ ...key, isHandedOver: manager.isRecorded });
    } else if (wasManaged(key) || (desired.unmanaged === "remove" && lackOf(key) === undefined))
      unwanted.push(person);
    else if (desired.unmanaged !== "ignore") plan.unmanaged.push(unnamed(person, key, desired));
  };
  for (const member of others.members) {
    place(member, { email: member.email, userId: member.userId }, plan.removals);
  }
  // Removing a member takes their invites back as well.
  const addresses = addressesByUserId(known);
  const removed = new Set(plan.removals.flatMap(({ email, userId }) => [email, addresses.get(userId)]));
  for (const invite of onePerAddress(others.invites).filter(({ email }) => !removed.has(email))) {
    place(invite, { email: invite.email }, plan.revocations);
  }
  const isLapsed = ({ email }: Invite) =>
    !removed.has(email) && wasManaged({ email }) && !managerOf({ email });
  plan.lapsed = onePerAddress(expiredInvites(snapshot, people)).filter(isLapsed);
  // A member may have an invite beside the membership.
  plan.kept = onePerPerson(plan.kept);
  plan.unmanaged = onePerPerson(plan.unmanaged);
  plan.gone = goneFrom(snapshot, known, people);
}

/** What an answer lacks of somebody: no roster can name them then, so leaving them out says nothing. */
function lackOf({ email = "", userId }: PersonKey): "address" | "user id" | undefined {
  if (!hasAddress({ email })) return "address";
  return userId === "" ? "user id" : undefined;
}

/** Somebody whom the roster does not name, though it may have their address of another person. */
function unnamed(person: Member | Invite, { email = "", userId }: PersonKey, { members }: DesiredRoster) {
  const isShared = userId !== undefined && email in members;
  const lacks = lackOf({ email, userId });
  return { ...person, isNamed: false, ...(lacks && { lacks }), ...(isShared && { otherUser: userId }) };
}

/** The addresses by which the program named members who have other ones now, by user id. */
function addressesThen(known: RosterPeople, members: readonly Member[]): ReadonlyMap<string, string> {
  const moved = Object.entries(known).flatMap(([email, person]) => {
    const member = followed(person, members);
    return member && member.email !== email ? [[member.userId, email] as const] : [];
  });
  return new Map(moved);
}

/** The addresses that the program has used, which may have changed since. */
function addressesByUserId(known: RosterPeople): Map<string | undefined, string> {
  return new Map(Object.entries(known).map(([email, { userId }]) => [userId, email]));
}

function goneFrom(snapshot: Snapshot, known: RosterPeople, people: RosterPeople): Plan["gone"] {
  const others = Object.entries(known).filter(([email]) => !(email in people));
  return others.flatMap(([email, { userId }]) =>
    statusOf(snapshot, { email, userId }).stage === "absent" ? { email, userId } : [],
  );
}

/** Revoking takes back all invites of an address. */
function onePerAddress(invites: readonly Invite[]): Invite[] {
  return [...new Map(invites.map((invite) => [invite.email, invite])).values()];
}

/** The first of each address; people without an address are one each. */
function onePerPerson<Person extends { email?: string | undefined }>(people: readonly Person[]): Person[] {
  const seen = new Set<string>();
  return people.filter(({ email = "" }) => {
    const isNew = email === "" || !seen.has(email);
    seen.add(email);
    return isNew;
  });
}

/** The roles of everybody whom the roster does not name, by address. */
export function unnamedRoles(
  snapshot: Snapshot,
  people: RosterPeople,
  managerOf: RosterSituation["managerOf"],
): Record<string, Role> {
  const { members, invites } = unmanagedIn(snapshot, people);
  const unnamed = [
    ...members.filter(({ email, userId }) => !managerOf({ email, userId })),
    ...invites.filter(({ email }) => !managerOf({ email })),
  ];
  return Object.fromEntries(unnamed.map(({ email, role }) => [email, role]));
}
