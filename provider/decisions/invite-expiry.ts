import type { Invite } from "../../client";
import { expiryOf } from "../../client/invites";

/** An invite that ends within this time, in milliseconds, is warned about: two days. */
const warningTime = 2 * 24 * 60 * 60 * 1000;

/** A line about an invite that still holds but ends soon. */
export function expiryWarning(invite: Invite, now: Date): string | undefined {
  const expiry = expiryOf(invite);
  if (expiry === undefined || expiry.getTime() - now.getTime() > warningTime) return undefined;
  return `${invite.email}: the invite expires on ${expiry.toISOString()} and has not been accepted.`;
}
