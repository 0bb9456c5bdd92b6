import type { Member } from "../../../client";
import type { DesiredInvite } from "../../vocabulary/desired-invite";
import { completedRoles, type Roles, roleLists } from "../../vocabulary/roles";
import { type DesiredRoster, resendIn, rolesIn, termsIn } from "../../vocabulary/roster-arguments";
import { changedAddress, passedOn, withMeanings } from "../addresses";
import { decidePerson, isEnd } from "../decide-person";
import { findMember } from "../people-index";
import { livingIn, statusOf } from "../person-status";
import type { NextStep, WorkStep } from "../steps";
import { type RosterPerson, recordedInvite } from "./people";
import type { RosterSituation, Unmanaged } from "./plan";
import { released } from "./plan-others";

/** What becomes of somebody whom a roster names, and what is to be said of them. */
export interface PlannedPerson {
  email: string;
  step: NextStep | WorkStep;
  /** Whether their access has ended, so that the entry keeps nobody. */
  hasEnded?: boolean;
  /** Who they are, where they are a member. */
  member?: Member | undefined;
  /** That they have another address now. */
  moved?: string | undefined;
  /** Roles that their entry does not state. */
  unstated?: Unmanaged | undefined;
}

/** Plans what becomes of somebody whom the roster names. */
export function planPerson(desired: DesiredRoster, situation: RosterSituation, email: string): PlannedPerson {
  const { snapshot, known, takenOver } = situation;
  const person = known[email] ?? takenOver[email];
  const status = statusOf(snapshot, { email, userId: person?.userId });
  const live = livingIn(status);
  const invite = desiredInvite(desired, email, wantedRoles(desired, email, known[email], live));
  const recorded = recordedInvite(person);
  const entry = known[email]?.entry;
  const member = status.stage === "member" ? status.member : undefined;
  const who = { email: member?.email ?? email, userId: member?.userId };
  const step = decidePerson({
    reach: "either",
    status,
    // The first value of a person who comes from another resource is no change.
    recorded: recorded && !known[email] ? { ...recorded, resend: invite.resend } : recorded,
    desired: invite,
    seen: live && completedRoles(live, entry && rolesIn(entry)),
    now: snapshot.now,
    hasResent: (resend) => situation.hasResent?.(email, resend) ?? false,
    twoFactor: situation.twoFactor,
    findManager: () => situation.managerOf(who),
  });
  if (isEnd(step))
    return { email, step: step.manager ? released(who, step.manager) : step, hasEnded: true, member };
  if (member === undefined) return { email, step };
  const moved = changedAddress(email, member, snapshot.organization.members);
  return { email, step, member, moved, unstated: unstatedRoles(member, invite, desired) };
}

/** Why people whom a roster names by two addresses may not be. */
export function namedTwice(people: readonly PlannedPerson[], members: readonly Member[]): string[] {
  const named = new Map<string, string>();
  return people.flatMap(({ email, member }) => {
    if (member === undefined) return [];
    const other = named.get(member.userId);
    named.set(member.userId, email);
    return other === undefined ? [] : [samePerson([email, other], member, members)];
  });
}

function samePerson([email, other]: [string, string], member: Member, members: readonly Member[]): string {
  const meanings = [email, other].map((one) => passedOn(one, member, findMember(members, { email: one })));
  return withMeanings(`members: ${email} and ${other} are the same person: name them once.`, meanings);
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
  const invite = { email, ...roles, ...termsIn(entry), renewal, disallowTransfer };
  return resend === undefined ? invite : { ...invite, resend };
}

function unstatedRoles(
  member: Member,
  want: Partial<Roles>,
  { unmanaged }: DesiredRoster,
): Unmanaged | undefined {
  const unstated = roleLists.filter((name) => want[name] === undefined && (member[name]?.length ?? 0) > 0);
  if (unstated.length === 0 || unmanaged === "ignore") return undefined;
  const lists = Object.fromEntries(unstated.map((name) => [name, member[name]]));
  return { email: member.email, role: member.role, ...lists, isNamed: true };
}
