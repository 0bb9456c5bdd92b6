import { canonicalAddress } from "./text";
import type { Invite, InvitePost, ResourceRole } from "./types";

/** By how much the clocks of Losant's machines may differ, in milliseconds. */
const clockTolerance = 2000;

/** When an invite was sent whose answer was lost. */
export interface Sending {
  /** Losant's time now; undefined where no answer has given it. */
  now: Date | undefined;
  /** Milliseconds since the invite was first sent. */
  elapsed: number;
}

/**
 * Whether a listed invite is the one that was sent. One from before does not count: it may end earlier, and no
 * email was sent for it. What the list leaves out is taken to be as it was sent, or the person would get a second
 * email.
 */
export function isSentInvite(invite: Invite, sent: InvitePost, { now, elapsed }: Sending): boolean {
  if (!isSameAddress(invite.email, sent.email) || invite.hasExpired) return false;
  const isOlder =
    now !== undefined && Date.parse(invite.inviteDate ?? "") < now.getTime() - elapsed - clockTolerance;
  return !isOlder && grants(invite, sent);
}

/** Losant keeps addresses in lower case, whatever was sent. */
export function isSameAddress(one: string, other: string): boolean {
  return canonicalAddress(one) === canonicalAddress(other);
}

function grants(invite: Invite, sent: InvitePost): boolean {
  return (
    invite.role === sent.role &&
    isSameOrUnknown(invite.applicationRoles, sent.applicationRoles) &&
    isSameOrUnknown(invite.dashboardRoles, sent.dashboardRoles) &&
    (sent.disallowTransfer ?? invite.disallowTransfer) === (invite.disallowTransfer ?? sent.disallowTransfer)
  );
}

function isSameOrUnknown(listed: ResourceRole[] | undefined, sent: ResourceRole[] = []): boolean {
  return listed === undefined || canonical(listed) === canonical(sent);
}

function canonical(roles: ResourceRole[]): string {
  return roles
    .map(({ resourceId, role }) => `${resourceId.toLowerCase()} ${role}`)
    .sort()
    .join();
}
