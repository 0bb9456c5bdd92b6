import { type DesiredRoster, entryLike, type RosterEntry } from "../../vocabulary/roster-arguments";
import { findMember, newestInvite } from "../people-index";
import type { Snapshot } from "../snapshot";
import type { RosterPeople } from "./people";

/**
 * A roster in which people whose roles only `up` will know stay as they are: they are neither changed nor removed by
 * the plan. Who is not there yet is left out.
 */
export function withUnknownPeople(
  desired: DesiredRoster,
  emails: readonly string[],
  snapshot: Snapshot,
  known: RosterPeople,
): DesiredRoster {
  const standIns = emails.flatMap((email) => {
    const entry = asTheyAre(email, snapshot, known);
    return entry === undefined ? [] : [[email, entry] as const];
  });
  return { ...desired, members: { ...desired.members, ...Object.fromEntries(standIns) } };
}

function asTheyAre(email: string, snapshot: Snapshot, known: RosterPeople): RosterEntry | undefined {
  const person = known[email];
  const entry = person && withoutEnd(person.entry);
  const live =
    findMember(snapshot.organization.members, { email, userId: person?.userId }) ??
    newestInvite(snapshot.invites, email);
  return live ? entryLike(entry ?? live.role, live, true) : entry;
}

/** The end that is stated by now is not known. */
function withoutEnd(entry: RosterEntry): RosterEntry {
  if (typeof entry === "string") return entry;
  const { until, ...others } = entry;
  return others;
}

/** What a plan says of people whose entries are not known. */
export function describeUnknownPeople(emails: readonly string[]): string[] {
  return emails.map(
    (email) => `? ${email}: their entry is known at up, which may change their roles or end their access`,
  );
}
