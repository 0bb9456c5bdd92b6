import type { Member } from "../../client";
import { describeTerms, type Terms } from "../vocabulary/terms";
import { counted } from "../vocabulary/text";
import { endOf } from "../vocabulary/until";
import { adminsIn } from "./guard-rails/admin-floor";

const day = 24 * 60 * 60 * 1000;

/** Access that ends within so many days is warned about. */
const warningDays = 14;

/** A warning of access that ends soon; undefined where it ends later, never, or has ended. */
export function endWarning(email: string, terms: Terms, now: Date): string | undefined {
  const end = terms.until === undefined ? undefined : endOf(terms.until);
  const left = end === undefined ? Number.POSITIVE_INFINITY : end.getTime() - now.getTime();
  if (left <= 0 || left > warningDays * day) return undefined;
  const days = Math.ceil(left / day);
  return `${email}: access ends in ${counted(days, "day", "days")} (${describeTerms(terms)}).`;
}

/** A warning that an admin whose access ends soon leaves too few others. */
export function adminEndWarning(
  email: string,
  userId: string | undefined,
  members: readonly Member[],
  minAdmins: number,
): string | undefined {
  const admins = adminsIn(members);
  const others = admins.filter((member) => member.userId !== userId);
  if (others.length === admins.length || others.length >= minAdmins) return undefined;
  return (
    `${email} is one of ${counted(admins.length, "admin", "admins")}, and minAdmins is ${minAdmins}: make somebody ` +
    `else an admin before the access ends, or it cannot end.`
  );
}
