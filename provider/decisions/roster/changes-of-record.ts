import { type RosterMembers, termsIn } from "../../vocabulary/roster-arguments";
import { describeTermChange } from "../../vocabulary/terms";
import type { RosterPeople } from "./people";
import type { Plan } from "./plan";

/** What only the stack is told: terms of people whom no other line tells them of, and who is forgotten. */
export function changesOfRecord(
  { invitations, removals, revocations }: Pick<Plan, "invitations" | "removals" | "revocations">,
  members: RosterMembers,
  before: RosterPeople,
  known: RosterPeople,
  unknownEntries: readonly string[] = [],
): Pick<Plan, "termChanges" | "forgotten"> {
  const told = new Set(
    [...invitations.map(({ wish }) => wish), ...removals, ...revocations].map((one) => one.email),
  );
  const termChanges = Object.entries(members).flatMap(([email, entry]) => {
    const old = told.has(email) ? undefined : before[email];
    const change = old && describeTermChange(termsIn(old.entry), termsIn(entry));
    return change === undefined ? [] : { email, change };
  });
  const named = new Set([...Object.keys(members), ...unknownEntries]);
  const forgotten = Object.keys(before).filter((email) => !(email in known) && !named.has(email));
  return { termChanges, forgotten };
}
