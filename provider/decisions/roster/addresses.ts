import type { Member } from "../../../client";
import type { RosterMembers } from "../../vocabulary/roster-arguments";
import { hasAddress } from "../addresses";
import { findMember, type PersonKey } from "../people-index";
import type { Snapshot } from "../snapshot";
import type { RosterPeople, RosterPerson } from "./people";

/** An entry whose address is another user now, as the one whom it followed is no longer a member. */
export interface Heir {
  email: string;
  userId: string;
  former: string;
}

/** What a roster recorded, by the addresses by which it names people now. */
export interface Readdressed {
  known: RosterPeople;
  heirs: Heir[];
}

/**
 * Whom the addresses of a roster mean. An entry follows the person whom it recorded. Who is stated by the address that
 * they have now is followed by that one, and then the old address, if it is stated as well, means whoever has it. Once
 * the person of an entry is gone, its address means whoever has it now, as one who is stated for the first time.
 */
export function readdressed(
  recorded: RosterPeople,
  stated: readonly string[],
  { organization: { members } }: Pick<Snapshot, "organization">,
): Readdressed {
  const named = new Set(stated);
  const known = { ...recorded };
  const heirs: Heir[] = [];
  for (const [email, person] of Object.entries(recorded)) {
    const member = followed(person, members);
    const holder = findMember(members, { email });
    if (person.userId === undefined || member?.email === email) continue;
    if (!member && holder && named.has(email)) {
      heirs.push({ email, userId: holder.userId, former: person.userId });
      delete known[email];
    } else if (member && canMove(email, member, holder)) {
      if (known[email] === person) delete known[email];
      known[member.email] = person;
    }
  }
  return { known, heirs };

  function canMove(email: string, member: Member, holder: Member | undefined): boolean {
    const other = recorded[member.email];
    const isTaken = other !== undefined && followed(other, members) !== undefined;
    return named.has(member.email) && !isTaken && (!named.has(email) || holder !== undefined);
  }
}

/** The member whom an entry has recorded. */
export function followed({ userId }: RosterPerson, members: readonly Member[]): Member | undefined {
  return userId === undefined ? undefined : findMember(members, { userId });
}

/** Tells the people of a roster from others: by user id where one is recorded, else by address. */
export class NamedPeople {
  private readonly userIds: Set<string | undefined>;

  constructor(
    private readonly people: RosterPeople,
    private readonly members: readonly Member[],
  ) {
    this.userIds = new Set(Object.values(people).map(({ userId }) => userId));
  }

  hasMember({ userId, email }: Pick<Member, "userId" | "email">): boolean {
    const named = this.people[email];
    return this.userIds.has(userId) || (named !== undefined && named.userId === undefined);
  }

  /** An invite to the address that a member had before is somebody else's. */
  hasInvited(email: string): boolean {
    const named = this.people[email];
    const member = named && followed(named, this.members);
    return named !== undefined && (member?.email === email || !member || !hasAddress(member));
  }
}

/** The addresses that the program has used of people, by user id; they may have changed since. */
export function addressesByUserId(people: RosterPeople): ReadonlyMap<string | undefined, string> {
  return new Map(Object.entries(people).map(([email, { userId }]) => [userId, email]));
}

/** By which address a roster names somebody. */
export function statedAs(
  members: RosterMembers,
  addresses: ReadonlyMap<string | undefined, string>,
  { email = "", userId }: PersonKey,
): string {
  return email in members ? email : (addresses.get(userId) ?? email);
}
