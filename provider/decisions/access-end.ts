import type { Member } from "../../client";
import { describeTerms, type Terms } from "../vocabulary/terms";
import { counted } from "../vocabulary/text";
import { endOf } from "../vocabulary/until";
import { adminsIn } from "./guard-rails/admin-floor";
import type { PlannedChanges } from "./planned-changes";

const day = 24 * 60 * 60 * 1000;

/** Access that ends within so many days is warned about. */
const warningDays = 14;

/** The days that are left of access that ends soon, begun ones counted; undefined where it ends later, never, or has ended. */
export function daysLeft({ until }: Terms, now: Date): number | undefined {
  const end = endOf(until);
  const left = end === undefined ? Number.POSITIVE_INFINITY : end.getTime() - now.getTime();
  return left > 0 && left <= warningDays * day ? Math.ceil(left / day) : undefined;
}

/** A warning of access that ends soon; undefined where it ends later, never, or has ended. */
export function endWarning(email: string, terms: Terms, now: Date): string | undefined {
  const days = daysLeft(terms, now);
  if (days === undefined) return undefined;
  return `${email}: access ends in ${counted(days, "day", "days")} (${describeTerms(terms)}).`;
}

/**
 * A warning that an admin whose access ends soon leaves too few others; those whose access ends soon or has ended as well
 * are none.
 */
export function adminEndWarning(
  email: string,
  userId: string | undefined,
  members: readonly Member[],
  { ended, endingSoon }: Pick<PlannedChanges, "ended" | "endingSoon">,
  minAdmins: number,
): string | undefined {
  const admins = adminsIn(members);
  const isLeaving = (admin: Member) =>
    admin.userId === userId || endingSoon.has(admin.userId) || ended.userIds.has(admin.userId);
  const leaving = admins.filter(isLeaving).length;
  const isAdmin = admins.some((admin) => admin.userId === userId);
  if (!isAdmin || admins.length - leaving >= minAdmins) return undefined;
  const together = leaving > 1 ? `, ${leaving} of whom end soon` : "";
  return (
    `${email} is one of ${counted(admins.length, "admin", "admins")}${together}, and minAdmins is ${minAdmins}: make ` +
    `somebody else an admin before the access ends, or it cannot end.`
  );
}

/** Why somebody is removed, or their invite revoked: `access has ended (until 2027-01-31)`. */
export function describeEnded(terms: Terms): string {
  return `access has ended (${describeTerms(terms)})`;
}

/** Under which terms the program had stated somebody whom it states no more; empty for none. */
export function describeFormer(terms: Terms): string {
  const told = describeTerms(terms);
  return told === "" ? "" : `; was stated with ${told}`;
}
