import { hasAddress } from "../decisions/addresses";
import { statusOfGone } from "../decisions/decide-person";
import { endedIn, withoutGone } from "../decisions/roster/ended";
import { observePeople } from "../decisions/roster/observe";
import {
  awaitingIn,
  peopleIn,
  type RosterPeople,
  type RosterPerson,
  recordedPeople,
  sortedMembers,
} from "../decisions/roster/people";
import { unnamedRoles } from "../decisions/roster/plan-others";
import { pendingInviteCount, type Snapshot } from "../decisions/snapshot";
import type { RosterOutcome } from "../live/carry-out-roster";
import type { RunOrganization } from "../live/run-organization";
import { emptyingWithdrawnLists, type Role, roleLists } from "../vocabulary/roles";
import { besideRoles, type DesiredRoster, type RosterMembers, rolesIn } from "../vocabulary/roster-arguments";
import { twoFactorRule } from "../vocabulary/two-factor";

/** Whom a roster can name. */
function nameable(people: Record<string, Role>): Record<string, Role> {
  return Object.fromEntries(Object.entries(people).filter(([email]) => hasAddress({ email })));
}

/** What is recorded of a roster. */
export type OrgRosterRecord = Partial<DesiredRoster> & {
  orgId: string;
  members: RosterMembers;
  __people: string;
  awaiting: Record<string, object>;
  unmanagedMembers: Record<string, Role> | undefined;
  memberCount: number;
  pendingInviteCount: number;
};

/**
 * Whom a roster manages after an update. Whoever is taken out stays its business until they are gone, or a resource
 * that the stack records has them; and who could not be changed keeps what was last applied.
 */
export function peopleAfter(
  desired: DesiredRoster,
  ended: RosterMembers,
  recorded: RosterPeople,
  known: RosterPeople,
  outcomes: readonly RosterOutcome[],
): RosterPeople {
  const outcomeOf = outcomeFinder(outcomes);
  const others = Object.entries(known).filter(([email]) => !(email in desired.members));
  const named = Object.entries(peopleIn(desired.members, recorded));
  const people = [...others, ...named].flatMap(([email, person]) => {
    const outcome = outcomeOf(email, person);
    const isRunning = email in desired.members && !(email in ended);
    const after = isRunning
      ? afterwards(person, recorded[email], desired, outcome)
      : (stillTheirs(known[email], outcome) ?? (email in ended ? afterEnd(person, outcome) : undefined));
    return after ? [[email, after] as const] : [];
  });
  return Object.fromEntries(people);
}

/**
 * Whom a roster goes on knowing after the end of their access, though nothing of it is left: should the address pass to
 * somebody else, the end is not theirs; and whoever was gone before any run ended it may have been removed for another
 * reason, which a later end does not undo.
 */
function afterEnd(
  { entry, status, userId: known }: RosterPerson,
  outcome: RosterOutcome | undefined,
): RosterPerson | undefined {
  const userId = known ?? outcome?.userId;
  const wasGone = outcome === undefined || outcome.outcome === "absent";
  const hasLeft = wasGone && statusOfGone(status) === "left";
  return userId === undefined ? undefined : { entry, userId, ...(hasLeft && { status: "left" }) };
}

/** By user id where one is known, as an address may have passed to somebody else; else by address. */
function outcomeFinder(outcomes: readonly RosterOutcome[]) {
  const byUserId = new Map(outcomes.map((outcome) => [outcome.userId, outcome]));
  const byEmail = new Map(outcomes.map((outcome) => [outcome.email, outcome]));
  const invited = new Map(outcomes.filter((one) => !one.userId).map((outcome) => [outcome.email, outcome]));
  return (email: string, { userId }: RosterPerson) =>
    userId === undefined
      ? (invited.get(email) ?? byEmail.get(email))
      : (byUserId.get(userId) ?? invited.get(email));
}

/** Somebody who was to leave, as they stay recorded; undefined where they have left, or are another resource's for good. */
function stillTheirs(
  person: RosterPerson | undefined,
  outcome: RosterOutcome | undefined,
): RosterPerson | undefined {
  if (outcome === undefined || person === undefined) return undefined;
  if (outcome.outcome === "kept") return outcome.isHandedOver ? undefined : { ...person, isReleased: true };
  return ["failed", "unsent", "not tried"].includes(outcome.outcome) ? person : undefined;
}

function afterwards(
  person: RosterPerson,
  before: RosterPerson | undefined,
  desired: DesiredRoster,
  outcome: RosterOutcome | undefined,
): RosterPerson {
  const { disallowTransfer } = desired;
  // A new invite asks for a new membership; of a member the user id is read again.
  if (outcome?.outcome === "done") {
    const { status, inviteDate, expiresAt } = outcome.sent ?? person;
    const userId = outcome.hasLeft ? before?.userId : undefined;
    return { ...person, userId, disallowTransfer, status, inviteDate, expiresAt };
  }
  if (outcome?.outcome === "unsent") {
    return { entry: entryToSend(person, before), status: "withdrawn", disallowTransfer };
  }
  const isUndone = outcome?.outcome === "failed" || outcome?.outcome === "not tried";
  return isUndone && before ? before : person;
}

/** Lists that are taken out of the program stay stated, as empty, until that is sent. */
function entryToSend({ entry }: RosterPerson, before: RosterPerson | undefined): RosterPerson["entry"] {
  const stated = before ? roleLists.filter((name) => rolesIn(before.entry)[name] !== undefined) : [];
  return stated.length === 0
    ? entry
    : { ...besideRoles(entry), ...emptyingWithdrawnLists(rolesIn(entry), stated) };
}

/** An old invite whose revocation had no clear answer is not to be recorded as the new one. */
export function withoutUnsent(snapshot: Snapshot, outcomes: readonly RosterOutcome[]): Snapshot {
  const unsent = new Set(outcomes.filter(({ outcome }) => outcome === "unsent").map(({ email }) => email));
  return { ...snapshot, invites: snapshot.invites.filter(({ email }) => !unsent.has(email)) };
}

/** What to record of a roster, by how the organization is. */
export function rosterRecord(
  organization: RunOrganization,
  snapshot: Snapshot,
  desired: Partial<DesiredRoster> & { orgId: string },
  people: RosterPeople,
): OrgRosterRecord {
  const ended = endedIn(desired.members ?? {}, snapshot.now);
  const present = withoutGone(people, snapshot, (email, wasEnded) => wasEnded || email in ended);
  const over = Object.entries(people).filter(
    ([email, { userId }]) => email in ended && !(email in present) && userId !== undefined,
  );
  const rule = twoFactorRule(desired, organization.run.settings.requireTwoFactor);
  const seen = observePeople(snapshot, present, desired, rule);
  const { members: live } = snapshot.organization;
  const others = unnamedRoles(snapshot, present, (person) => organization.declared.managerOf(person, live));
  const members = sortedMembers({
    ...(desired.unmanaged === "remove" ? nameable(others) : {}),
    ...ended,
    ...seen.members,
  });
  return {
    ...desired,
    members,
    __people: recordedPeople({ ...Object.fromEntries(over), ...seen.people }, members),
    awaiting: awaitingIn(seen.people),
    unmanagedMembers: (desired.unmanaged ?? "warn") === "warn" ? others : undefined,
    memberCount: live.length,
    pendingInviteCount: pendingInviteCount(snapshot),
  };
}
