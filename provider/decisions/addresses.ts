import type { Member } from "../../client";
import { findMember, type PersonKey } from "./people-index";

/** Whether Losant tells an address of somebody: a member whose answer has none is named by user id alone. */
export function hasAddress({ email }: { email: string }): boolean {
  return email.includes("@");
}

/** Whom a resource means. */
export interface Meaning {
  /** By user id where the stack knows one who is still a member. */
  key: PersonKey;
  /** Why that cannot be told. */
  problem?: string | undefined;
}

/**
 * Whom a resource means that states an address: whom the stack knows by it, while they are a member, else whoever has it
 * now. A new resource of an address that has passed to another member could mean either.
 */
export function meaningOf(
  email: string,
  knownUserId: string | undefined,
  isNew: boolean,
  members: readonly Member[],
): Meaning {
  const known = knownUserId === undefined ? undefined : findMember(members, { userId: knownUserId });
  if (!known) return { key: { email } };
  const key = { email, userId: known.userId };
  const holder = findMember(members, { email });
  const isUnclear = isNew && holder !== undefined && holder.userId !== known.userId;
  return isUnclear ? { key, problem: twoPeople(email, known, holder) } : { key };
}

function twoPeople(email: string, known: Member, holder: Member): string {
  return (
    `${email} is another user at Losant now (user ${holder.userId}): the person whom the stack knows by this address ` +
    `is ${known.email} (user ${known.userId}). State ${known.email} where the program means that person, and run up; ` +
    `after that, ${email} means the other one.`
  );
}

/**
 * Says whom an address means that the stack knows one member by and another member has by now; undefined where it is one
 * and the same.
 */
export function passedOn(
  email: string,
  known: Member | undefined,
  holder: Member | undefined,
): string | undefined {
  if (!known || !holder || known.userId === holder.userId) return undefined;
  const now = hasAddress(known) ? ` and who is ${known.email} now` : "";
  const alone = hasAddress(known) ? known.email : "user id";
  return (
    `${email} means user ${known.userId}, whom the stack knows by it${now}; at Losant it is user ${holder.userId} by ` +
    `now. To declare both, first declare user ${known.userId} once, by ${alone}, and run up: after that, ${email} means ` +
    `user ${holder.userId}.`
  );
}

/** A problem, and what `passedOn` tells of the addresses in it. */
export function withMeanings(problem: string, meanings: readonly (string | undefined)[]): string {
  return [problem, ...meanings.filter((meaning) => meaning !== undefined)].join(" ");
}

/** Says that somebody who is followed by user id has another address than the one that the program states. */
export function changedAddress(
  email: string,
  member: Pick<Member, "userId" | "email">,
  members: readonly Member[],
): string | undefined {
  if (member.email === email || !hasAddress(member)) return undefined;
  const holder = findMember(members, { email });
  const other = holder ? ` ${email} is another user now (user ${holder.userId}).` : "";
  return (
    `${email} is now ${member.email} at Losant; they are followed by their user id. State the new address in the ` +
    `program.${other}`
  );
}

/** Says that an address that a program states is another member's now. */
export function anotherUser(email: string, userId: string, former: string): string {
  return `${email} is another user now (user ${userId}), as user ${former}, whom the stack knew by it, is no longer a member`;
}
