import type { Invite, Member } from "../../../client";
import { type RosterMembers, termsIn } from "../../vocabulary/roster-arguments";
import type { Terms } from "../../vocabulary/terms";

/** The terms of people who have some: by user id of members, else by the address that is stated. */
export function termsOfPeople(
  members: RosterMembers,
  memberOf: (email: string) => Member | undefined,
): ReadonlyMap<string, Terms> {
  const terms = Object.entries(members).map(([email, entry]) => [email, termsIn(entry)] as const);
  const stated = terms.filter(([, one]) => Object.keys(one).length > 0);
  return new Map(stated.map(([email, one]) => [memberOf(email)?.userId ?? email, one]));
}

/** The terms of one of them. */
export function termsOf(terms: ReadonlyMap<string, Terms>, person: Member | Invite): Terms | undefined {
  return terms.get("userId" in person ? String(person.userId) : person.email);
}
