import type { Member } from "../../../client";
import { type RosterMembers, termsIn } from "../../vocabulary/roster-arguments";
import type { Terms } from "../../vocabulary/terms";

/** The terms of people who have some, under the address that is stated and the one that they have now. */
export function termsByAddress(
  members: RosterMembers,
  memberOf: (email: string) => Member | undefined,
): ReadonlyMap<string, Terms> {
  const terms = Object.entries(members).map(([email, entry]) => [email, termsIn(entry)] as const);
  const stated = terms.filter(([, one]) => Object.keys(one).length > 0);
  const live = stated.map(([email, one]) => [memberOf(email)?.email ?? email, one] as const);
  return new Map([...live, ...stated]);
}
