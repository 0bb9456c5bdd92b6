import { type DesiredRoster, type RosterMembers, termsIn } from "../../vocabulary/roster-arguments";
import { hasEnded } from "../../vocabulary/until";
import { statusOfGone } from "../decide-person";
import { statusOf } from "../person-status";
import type { Snapshot } from "../snapshot";
import type { RosterPeople } from "./people";

/** The entries of a roster whose access has ended. */
export function endedIn(members: RosterMembers, now: Date): RosterMembers {
  const ended = Object.entries(members).filter(([, entry]) => hasEnded(termsIn(entry).until, now));
  return Object.fromEntries(ended);
}

/**
 * People without those whose access is over and who are not there. `wasEnded`: a run has ended it, as the stack records; who was
 * gone before that is remembered once their entry runs again.
 */
export function withoutGone(
  people: RosterPeople,
  snapshot: Snapshot,
  isOver: (email: string, wasEnded: boolean) => boolean,
): RosterPeople {
  const left = Object.entries(people).filter(([email, { entry, status, userId }]) => {
    const wasEnded = hasEnded(termsIn(entry).until, snapshot.now) && statusOfGone(status) === "ended";
    return !isOver(email, wasEnded) || statusOf(snapshot, { email, userId }).stage !== "absent";
  });
  return Object.fromEntries(left);
}

/** Why access of people who have to be admins may not have ended. */
export function endedAdmins({ requireAdmins = [] }: DesiredRoster, ended: RosterMembers): string[] {
  const gone = requireAdmins.filter((email) => email in ended);
  return gone.map(
    (email) => `requireAdmins: the access of ${email} has ended: state a later until, or take them out`,
  );
}
