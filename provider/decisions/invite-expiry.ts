import type { Invite } from "../../client";

/** An invite that ends within this time, in milliseconds, is warned about: two days. */
const warningTime = 2 * 24 * 60 * 60 * 1000;

/** When an invite ends, where Losant tells when it was sent and how long it holds. */
export function expiryOf(invite: Pick<Invite, "inviteDate" | "ttl">): Date | undefined {
  const expiry = new Date(Date.parse(invite.inviteDate ?? "") + (invite.ttl ?? Number.NaN));
  return Number.isNaN(expiry.getTime()) ? undefined : expiry;
}

/** Losant's own word counts; dates are compared only where it says nothing, as clocks can be wrong. */
export function isExpired(invite: Invite, now: Date): boolean {
  if (invite.hasExpired !== undefined) return invite.hasExpired;
  const expiry = expiryOf(invite);
  return expiry !== undefined && expiry <= now;
}

/** A line about an invite that still holds but ends soon. */
export function expiryWarning(invite: Invite, now: Date): string | undefined {
  const expiry = expiryOf(invite);
  if (expiry === undefined || expiry.getTime() - now.getTime() > warningTime) return undefined;
  return `${invite.email}: the invite expires on ${expiry.toISOString()} and has not been accepted.`;
}
