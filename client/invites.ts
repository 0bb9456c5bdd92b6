import type { Invite } from "./types";

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

/** Invites in the order in which they were sent: of several to one address, the last one counts. */
export function inOrderSent(invites: readonly Invite[]): Invite[] {
  return [...invites].sort((one, other) => sentAt(one) - sentAt(other));
}

function sentAt(invite: Invite): number {
  return Date.parse(invite.inviteDate ?? "") || 0;
}
