import { type DesiredRoster, type RosterMembers, termsIn } from "../../vocabulary/roster-arguments";
import { hasEnded } from "../../vocabulary/until";
import { statusOfGone } from "../decide-person";
import { statusOf } from "../person-status";
import type { Snapshot } from "../snapshot";
import type { RosterPeople, RosterPerson } from "./people";

/** A roster whose ended access counts as taken out. */
export interface RunningRoster {
  /** Without the people whose access has ended. */
  desired: DesiredRoster;
  /**
   * The people whom the roster managed before. Those whose access has ended are among them as far as something of it is
   * there, which the roster takes away; who is stated anew after an end is not, as that is a new declaration.
   */
  known: RosterPeople;
  ended: RosterMembers;
}

/** The entries of a roster whose access has ended. */
export function endedIn(members: RosterMembers, now: Date): RosterMembers {
  const ended = Object.entries(members).filter(([, entry]) => hasEnded(termsIn(entry).until, now));
  return Object.fromEntries(ended);
}

/** Parts a roster into access that runs and access that has ended. */
export function runningRoster(
  desired: DesiredRoster,
  known: RosterPeople,
  snapshot: Snapshot,
): RunningRoster {
  const ended = endedIn(desired.members, snapshot.now);
  const running = Object.entries(desired.members).filter(([email]) => !(email in ended));
  const asStated = Object.fromEntries(Object.entries(ended).map(([email, entry]) => [email, { entry }]));
  return {
    desired: { ...desired, members: Object.fromEntries(running) },
    known: withoutGone({ ...asStated, ...known }, ended, snapshot),
    ended,
  };
}

/**
 * Nothing is left to remember of somebody whose access a run has ended, as stated now or before, and who is not there. Who
 * was gone before that is remembered once their entry runs again.
 */
export function withoutGone(people: RosterPeople, ended: RosterMembers, snapshot: Snapshot): RosterPeople {
  const isOver = (email: string, person: RosterPerson) =>
    email in ended ||
    (hasEnded(termsIn(person.entry).until, snapshot.now) && statusOfGone(person.status) === "ended");
  const isGone = (email: string, person: RosterPerson) =>
    isOver(email, person) && statusOf(snapshot, { email, userId: person.userId }).stage === "absent";
  return Object.fromEntries(Object.entries(people).filter(([email, person]) => !isGone(email, person)));
}

/** Why access of people who have to be admins may not have ended. */
export function endedAdmins({ requireAdmins = [] }: DesiredRoster, ended: RosterMembers): string[] {
  const gone = requireAdmins.filter((email) => email in ended);
  return gone.map(
    (email) => `requireAdmins: the access of ${email} has ended: state a later until, or take them out`,
  );
}
