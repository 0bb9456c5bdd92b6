import { type RosterMembers, termsIn } from "../../vocabulary/roster-arguments";
import { describeTermChange, termDifference } from "../../vocabulary/terms";
import type { RosterPeople } from "./people";
import type { Plan } from "./plan";

type Told = Pick<Plan, "invitations" | "removals" | "revocations" | "promotions" | "demotions" | "waiting">;
type Changed = Pick<Plan, "termChanges" | "forgotten" | "promotions" | "demotions" | "waiting">;

/**
 * What the stack is told besides: new terms, with what else a line says of the person, or alone; and who is forgotten.
 * Whoever is invited or leaves is told with all terms.
 */
export function changesOfRecord(
  { invitations, removals, revocations, promotions, demotions, waiting }: Told,
  members: RosterMembers,
  before: RosterPeople,
  known: RosterPeople,
  unknownEntries: readonly string[] = [],
): Changed {
  const addresses = new Map(Object.entries(before).map(([email, { userId }]) => [userId, email]));
  const statedAs = ({ email, userId }: { email: string; userId?: string }) =>
    email in members ? email : (addresses.get(userId) ?? email);
  const changeOf = (email: string, describe: typeof termDifference) => {
    const entry = members[email];
    const old = before[email];
    return entry && old ? describe(termsIn(old.entry), termsIn(entry)) : undefined;
  };
  const withTerms = <One extends object>(one: One, email: string): One => {
    const termChange = changeOf(email, termDifference);
    return termChange === undefined ? one : { ...one, termChange };
  };
  const changed = [...promotions, ...demotions].map(({ member }) => statedAs(member));
  const others = [...invitations.map(({ desired }) => desired), ...removals, ...revocations, ...waiting];
  const told = new Set([...changed, ...others.map(({ email }) => email)]);
  const termChanges = Object.keys(members).flatMap((email) => {
    const change = told.has(email) ? undefined : changeOf(email, describeTermChange);
    return change === undefined ? [] : { email, change };
  });
  const named = new Set([...Object.keys(members), ...unknownEntries]);
  return {
    promotions: promotions.map((one) => withTerms(one, statedAs(one.member))),
    demotions: demotions.map((one) => withTerms(one, statedAs(one.member))),
    waiting: waiting.map((one) => withTerms(one, one.email)),
    termChanges,
    forgotten: Object.keys(before).filter((email) => !(email in known) && !named.has(email)),
  };
}

/** What to say where the program reads fewer files of people than at the last `up`; nothing where either is not known. */
export function missingFiles(files?: readonly string[], before?: readonly string[]): string | undefined {
  if (files === undefined || before === undefined || files.length >= before.length) return undefined;
  const missing = before.filter((file) => !files.includes(file));
  return (
    `The program reads ${files.length} of the ${before.length} files of people that the last up read. Not read: ` +
    `${missing.join(", ")}. People whom only those name are taken out. If that is not meant, see that the files are there.`
  );
}
