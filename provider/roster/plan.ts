import type { Invite, Member, Role } from "../../client";
import { decide, type InviteWish } from "../invites/decision";
import { isExpired } from "../invites/expiry";
import { standingIn } from "../live/standing";
import { type Roles, rolesThatDiffer } from "../people/roles";
import { type RosterWish, rolesIn } from "./arguments";
import { peopleIn, type RosterPeople, recordedInvite, strangersIn, type View } from "./people";

export interface RoleChange {
  member: Member;
  want: Partial<Roles>;
}

/** What a roster means to do, each person in one place. */
export interface Plan {
  /** Role changes that give more, done first. */
  promotions: RoleChange[];
  /** Invites of people who are not wanted; expired ones among them hold no seat. */
  revocations: Invite[];
  removals: Member[];
  /** Role changes that give less, or the same in other places. */
  demotions: RoleChange[];
  /** People to invite, anew where an invite is there already. */
  invitations: { wish: InviteWish; because: string }[];
  /** People who are not invited again yet, with the reason. */
  waiting: { email: string; because: string }[];
  /** People whom the roster does not name and leaves alone. */
  unmanaged: { email: string; role: Role }[];
  unchanged: number;
}

const ranks: Role[] = ["none", "view", "collaborate", "edit", "admin"];

/** Compares an organization with a roster. `known` are the people whom the roster managed before. */
export function planRoster(view: View, wish: RosterWish, known: RosterPeople): Plan {
  const plan = emptyPlan();
  const people = peopleIn(wish.members, known);
  for (const email of Object.keys(people)) planPerson(plan, view, wish, email, known);
  planStrangers(plan, view, wish, people, known);
  return plan;
}

function emptyPlan(): Plan {
  return {
    promotions: [],
    revocations: [],
    removals: [],
    demotions: [],
    invitations: [],
    waiting: [],
    unmanaged: [],
    unchanged: 0,
  };
}

function planPerson(plan: Plan, view: View, wish: RosterWish, email: string, known: RosterPeople): void {
  const entry = wish.members[email];
  if (entry === undefined) return;
  const want = rolesIn(entry);
  const standing = standingIn(view, { email, userId: known[email]?.userId });
  if (standing.stage === "member") {
    planRoles(plan, standing.member, want);
    return;
  }
  const invite = { email, ...want, renewal: wish.renewal, disallowTransfer: wish.disallowTransfer };
  const decision = decide(standing, recordedInvite(known[email]), invite, view.now);
  if (decision.act === "send") plan.invitations.push({ wish: invite, because: decision.because });
  else if (decision.act === "wait") plan.waiting.push({ email, because: decision.because });
  else plan.unchanged += 1;
}

function planRoles(plan: Plan, member: Member, want: Partial<Roles> & { role: Role }): void {
  if (rolesThatDiffer(member, want).length === 0) plan.unchanged += 1;
  else if (ranks.indexOf(want.role) > ranks.indexOf(member.role)) plan.promotions.push({ member, want });
  else plan.demotions.push({ member, want });
}

/** Whom the roster named before is removed; who was never named is treated as `unmanaged` says. */
function planStrangers(
  plan: Plan,
  view: View,
  wish: RosterWish,
  people: RosterPeople,
  known: RosterPeople,
): void {
  const strangers = strangersIn(view, people);
  const isElsewhere = (email: string) => wish.elsewhere?.includes(email) ?? false;
  const wasManaged = (email: string, userId?: string) =>
    email in known || Object.values(known).some((person) => userId !== undefined && person.userId === userId);
  for (const member of strangers.members.filter((one) => !isElsewhere(one.email))) {
    if (wasManaged(member.email, member.userId) || wish.unmanaged === "remove") plan.removals.push(member);
    else if (wish.unmanaged !== "ignore") plan.unmanaged.push(member);
  }
  for (const invite of strangers.invites.filter((one) => !isElsewhere(one.email))) {
    if (wasManaged(invite.email) || wish.unmanaged === "remove") plan.revocations.push(invite);
    else if (wish.unmanaged !== "ignore") plan.unmanaged.push(invite);
  }
}

/** How many of the planned removals take somebody's access or seat. */
export function removalCount(plan: Plan): number {
  return plan.removals.length + plan.revocations.length;
}

export function hasWork(plan: Plan): boolean {
  const { promotions, revocations, removals, demotions, invitations } = plan;
  return [promotions, revocations, removals, demotions, invitations].some((list) => list.length > 0);
}

/** Seats taken once the plan is carried out, and what other resources of the run invite. */
export function seatsAfter(plan: Plan, view: View, invited: ReadonlySet<string>): number {
  const unexpired = view.invites.filter((invite) => !isExpired(invite, view.now));
  const seated = new Set([...view.members, ...unexpired].map(({ email }) => email));
  const planned = new Set([...plan.invitations.map(({ wish }) => wish.email), ...invited]);
  const newcomers = [...planned].filter((email) => !seated.has(email)).length;
  return view.members.length + unexpired.length - removalCount(plan) + newcomers;
}
