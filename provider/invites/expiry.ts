import type { Invite } from "../../client";

/** An invite that ends within this time, in milliseconds, is warned about: two days. */
const warningTime = 2 * 24 * 60 * 60 * 1000;

/** When an invite ends: Losant tells when it was sent and how long it holds. */
export function expiryOf(invite: Pick<Invite, "inviteDate" | "ttl">): Date {
  return new Date(Date.parse(invite.inviteDate ?? "") + (invite.ttl ?? 0));
}

export function isExpired(invite: Invite, now: Date): boolean {
  return invite.hasExpired === true || expiryOf(invite).getTime() <= now.getTime();
}

/** A line about an invite that still holds but ends soon. */
export function expiryWarning(invite: Invite, now: Date): string | undefined {
  if (expiryOf(invite).getTime() - now.getTime() > warningTime) return undefined;
  return `warning: ${invite.email}: the invite ends on ${expiryOf(invite).toISOString()} and is not accepted yet.`;
}
