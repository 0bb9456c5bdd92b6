import { type RosterMembers, type RosterWish, termsIn } from "../../vocabulary/roster-arguments";
import { hasEnded } from "../../vocabulary/until";
import type { PersonKey } from "../people-index";
import { statusOf } from "../person-status";
import type { Snapshot } from "../snapshot";
import type { RosterPeople } from "./people";

/** A roster whose ended access counts as taken out. */
export interface RunningRoster {
  /** Without the people whose access has ended. */
  wish: RosterWish;
  /** With them, as far as something of them is there: the roster takes it away. */
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
  wish: RosterWish,
  known: RosterPeople,
  snapshot: Snapshot,
  isElsewhere: (person: PersonKey) => boolean,
): RunningRoster {
  const ended = endedIn(wish.members, snapshot.now);
  const running = Object.entries(wish.members).filter(([email]) => !(email in ended));
  const people = new Map(Object.entries(known));
  for (const [email, entry] of Object.entries(ended)) {
    const person = people.get(email) ?? { entry };
    const key = { email, userId: person.userId };
    const isGone = statusOf(snapshot, key).stage === "absent";
    // Whom another resource manages is handed over once, and no business of the roster from then on.
    if (isGone || (!(email in known) && isElsewhere(key))) people.delete(email);
    else people.set(email, person);
  }
  return {
    wish: { ...wish, members: Object.fromEntries(running) },
    known: Object.fromEntries(people),
    ended,
  };
}
