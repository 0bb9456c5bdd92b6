import type { Invite, Member } from "../../../client";
import type { DesiredInvite } from "../../vocabulary/desired-invite";
import {
  completedRoles,
  isPromotion,
  type Role,
  type Roles,
  roleLists,
  rolesThatDiffer,
  withEmptyLists,
} from "../../vocabulary/roles";
import {
  type DesiredRoster,
  type RosterMembers,
  resendIn,
  rolesIn,
  termsIn,
} from "../../vocabulary/roster-arguments";
import type { Terms } from "../../vocabulary/terms";
import { anotherUser, changedAddress, hasAddress } from "../addresses";
import { type InviteSituation, nextAction } from "../next-action";
import type { PersonKey } from "../people-index";
import { statusOf } from "../person-status";
import { PlannedChanges } from "../planned-changes";
import type { Snapshot } from "../snapshot";
import { followed, type Heir, NamedPeople } from "./addresses";
import { expiredInvites, unmanagedIn } from "./observe";
import { peopleIn, type RosterPeople, type RosterPerson, recordedInvite } from "./people";

export interface RoleChange {
  member: Member;
  want: Partial<Roles>;
  /** How their end, reason or owner is stated anew. */
  termChange?: string | undefined;
}

/** What a roster is going to do, each person in one place. */
export interface Plan {
  /** Role changes that give more, done first. */
  promotions: RoleChange[];
  /** Invites of people who are not wanted. */
  revocations: Invite[];
  /** Expired invites of people whom the roster named before: they hold no seat, and cost no removal. */
  lapsed: Invite[];
  removals: Member[];
  /** Role changes that give less, or the same in other places. */
  demotions: RoleChange[];
  /** People to invite, again where an invite is there already. */
  invitations: { desired: DesiredInvite; reason: string | undefined }[];
  /** People who are missing and not invited again yet, with the reason. */
  waiting: {
    email: string;
    reason: string;
    hasLeft?: boolean | undefined;
    termChange?: string | undefined;
  }[];
  /** People whom the roster named before, and who are declared elsewhere in the program. */
  kept: (PersonKey & { isHandedOver: boolean })[];
  /** People whom the roster named before and who are gone already: only the record of them is left. */
  gone: { email: string; userId: string | undefined }[];
  /** People of whom only the record of access that has ended is left, and whom the roster does not name any more. */
  forgotten: string[];
  /** People of whom nothing but the end, the reason or the owner is stated anew; Losant is told nothing of it. */
  termChanges: { email: string; change: string }[];
  /** People whom the roster names by two addresses. */
  namedTwice: { email: string; other: string }[];
  /** What is to be said of addresses that have changed, or passed to somebody else. */
  addresses: string[];
  /** By which address the roster named somebody whose address is another one now, by user id. */
  namedAs: ReadonlyMap<string, string>;
  /**
   * People whom the roster does not name, and people with roles that their entry does not state. `otherUser`: the user id
   * of somebody whose address is in the roster, and means another person there.
   */
  unmanaged: (Roles & { email: string; otherUser?: string; isNamed: boolean })[];
  unchanged: number;
  /** Until when people have access, why, and who answers for it, by user id of members, else by address. */
  terms: ReadonlyMap<string, Terms>;
  /** The same of people whom the roster named before. */
  formerTerms: ReadonlyMap<string, Terms>;
}

/** What a comparison needs beside the roster itself. */
export interface RosterSituation {
  snapshot: Snapshot;
  /** The people whom the roster managed before. */
  known: RosterPeople;
  /** What this run has read of people under other resources: whoever takes them over must not email them again. */
  takenOver: RosterPeople;
  /** Whether the stack has a value of `resend` recorded of a person, under whatever resource. */
  hasResent?: ((email: string, resend: string) => boolean) | undefined;
  /** What else in the program manages a person. */
  managerOf: (person: PersonKey) => { isRecorded: boolean } | undefined;
  /** Entries whose addresses are other users now. */
  heirs?: readonly Heir[];
}

/** Compares an organization with a roster. */
export function planRoster(desired: DesiredRoster, situation: RosterSituation): Plan {
  const plan = emptyPlan();
  const named = new Map<string, string>();
  for (const email of Object.keys(desired.members)) planPerson(plan, desired, situation, email, named);
  planOthers(plan, desired, situation);
  for (const { email, userId, former } of situation.heirs ?? []) {
    if (email in desired.members) plan.addresses.push(anotherUser(email, userId, former));
  }
  return inOrder(plan);
}

/** Members and invites come in the order of the organization; people are told in that of their addresses. */
function inOrder(plan: Plan): Plan {
  const byEmail = <One extends { email?: string | undefined }>(list: One[]) =>
    [...list].sort(({ email: one = "" }, { email: other = "" }) => (one < other ? -1 : Number(one > other)));
  return {
    ...plan,
    removals: byEmail(plan.removals),
    revocations: byEmail(plan.revocations),
    lapsed: byEmail(plan.lapsed),
    kept: byEmail(plan.kept),
    unmanaged: byEmail(plan.unmanaged),
  };
}

function emptyPlan(): Plan {
  return {
    promotions: [],
    revocations: [],
    lapsed: [],
    removals: [],
    demotions: [],
    invitations: [],
    waiting: [],
    kept: [],
    gone: [],
    forgotten: [],
    termChanges: [],
    namedTwice: [],
    addresses: [],
    namedAs: new Map(),
    unmanaged: [],
    unchanged: 0,
    terms: new Map(),
    formerTerms: new Map(),
  };
}

function planPerson(
  plan: Plan,
  desired: DesiredRoster,
  situation: RosterSituation,
  email: string,
  named: Map<string, string>,
): void {
  const { snapshot, known } = situation;
  const person = known[email] ?? situation.takenOver[email];
  const status = statusOf(snapshot, { email, userId: person?.userId });
  if (status.stage === "member") {
    const other = named.get(status.member.userId);
    if (other !== undefined) plan.namedTwice.push({ email, other });
    named.set(status.member.userId, email);
    const moved = changedAddress(email, status.member, snapshot.organization.members);
    if (moved !== undefined) plan.addresses.push(moved);
    planMember(
      plan,
      status.member,
      known[email],
      wantedRoles(desired, email, known[email], status.member),
      desired,
    );
    return;
  }
  const live = status.stage === "pending" ? status.invite : undefined;
  const invite = desiredInvite(desired, email, wantedRoles(desired, email, known[email], live));
  const recorded = recordedInvite(person);
  // The first value of a person who comes from another resource is no change.
  const before = recorded && !known[email] ? { ...recorded, resend: invite.resend } : recorded;
  const hasResent = (resend: string) => situation.hasResent?.(email, resend) ?? false;
  planInvite(plan, { status, recorded: before, desired: invite, now: snapshot.now, hasResent });
}

/**
 * What an entry states; lists that it stated before and no longer does become empty, and with `unmanaged: "remove"`
 * those that it never stated.
 */
function wantedRoles(
  desired: DesiredRoster,
  email: string,
  person: RosterPerson | undefined,
  live: Roles | undefined,
): Roles {
  const stated = rolesIn(desired.members[email] ?? "none");
  const before: Partial<Roles> = person ? rolesIn(person.entry) : {};
  const emptied = roleLists.filter(
    (name) =>
      stated[name] === undefined &&
      (before[name] !== undefined || (desired.unmanaged === "remove" && (live?.[name]?.length ?? 0) > 0)),
  );
  return { ...stated, ...Object.fromEntries(emptied.map((name) => [name, []])) };
}

function desiredInvite(desired: DesiredRoster, email: string, roles: Roles): DesiredInvite {
  const entry = desired.members[email];
  const { renewal, disallowTransfer } = desired;
  const resend = resendIn(entry);
  const invite = { email, ...roles, renewal, disallowTransfer, until: termsIn(entry).until };
  return resend === undefined ? invite : { ...invite, resend };
}

function planMember(
  plan: Plan,
  member: Member,
  person: RosterPerson | undefined,
  want: Roles,
  desired: DesiredRoster,
): void {
  const have = withEmptyLists(completedRoles(member, person && rolesIn(person.entry)));
  if (rolesThatDiffer(have, want).length === 0) plan.unchanged += 1;
  else if (isPromotion(member.role, want.role)) plan.promotions.push({ member, want });
  else plan.demotions.push({ member, want });
  noteUnstated(plan, member, want, desired);
}

function planInvite(plan: Plan, situation: InviteSituation): void {
  const { desired } = situation;
  const next = nextAction(situation);
  if (next.action === "invite")
    plan.invitations.push({ desired, reason: next.isFirst ? undefined : next.reason });
  else if (next.action === "wait") {
    plan.waiting.push({ email: desired.email, reason: next.reason, hasLeft: next.hasLeft });
  } else plan.unchanged += 1;
}

function noteUnstated(plan: Plan, member: Member, want: Roles, { unmanaged }: DesiredRoster): void {
  const unstated = roleLists.filter((name) => want[name] === undefined && (member[name]?.length ?? 0) > 0);
  if (unstated.length === 0 || unmanaged === "ignore") return;
  const lists = Object.fromEntries(unstated.map((name) => [name, member[name]]));
  plan.unmanaged.push({ email: member.email, role: member.role, ...lists, isNamed: true });
}

/** Whom the roster named before is removed; who was never named is treated as `unmanaged` says. */
function planOthers(plan: Plan, desired: DesiredRoster, situation: RosterSituation): void {
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
    } else if (wasManaged(key) || (desired.unmanaged === "remove" && isNameable(key))) unwanted.push(person);
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
  const isLapsed = ({ email }: Invite) => wasManaged({ email }) && !managerOf({ email });
  plan.lapsed = onePerAddress(expiredInvites(snapshot, people)).filter(isLapsed);
  plan.gone = goneFrom(snapshot, known, people);
}

/** No roster can name who is answered without an address or a user id, so leaving them out says nothing. */
function isNameable({ email = "", userId }: PersonKey): boolean {
  return hasAddress({ email }) && userId !== "";
}

/** Somebody whom the roster does not name, though it may have their address of another person. */
function unnamed(person: Member | Invite, { email = "", userId }: PersonKey, { members }: DesiredRoster) {
  const isShared = userId !== undefined && email in members;
  return { ...person, isNamed: false, ...(isShared && { otherUser: userId }) };
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

/** How many of the planned removals take somebody's access or seat. */
export function removalCount(plan: Plan): number {
  return plan.removals.length + plan.revocations.length;
}

/** Whether an update is due: something is to be done, somebody is missing or gone, or belongs to another resource now. */
export function hasWork(plan: Plan): boolean {
  const { promotions, revocations, lapsed, removals, demotions, invitations, waiting, kept, gone } = plan;
  const work = [promotions, revocations, lapsed, removals, demotions, invitations, waiting, gone];
  return work.some((list) => list.length > 0) || kept.some(({ isHandedOver }) => isHandedOver);
}

/** The plan, as guard rails judge it. */
export function plannedBy(plan: Plan): PlannedChanges {
  const planned = new PlannedChanges();
  for (const { member, want } of [...plan.promotions, ...plan.demotions]) {
    planned.planRole(member.userId, want.role);
  }
  for (const { userId } of plan.removals) planned.removed.add(userId);
  for (const { email } of plan.revocations) planned.revoked.add(email);
  for (const { desired } of plan.invitations) planned.planInvite(desired.email, true);
  return planned;
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

/** The members of a state, in order. */
export function sortedMembers(members: RosterMembers): RosterMembers {
  return Object.fromEntries(Object.entries(members).sort(([one], [other]) => (one < other ? -1 : 1)));
}
