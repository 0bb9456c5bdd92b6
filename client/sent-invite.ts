import type { Invite, InvitePost } from "./schemas/invite";
import type { ResourceRole } from "./schemas/roles";

/** By how much the clocks of Losant's machines may differ, in milliseconds. */
const clockTolerance = 2000;

/** When an invite was sent whose answer was lost. */
export interface Sending {
  /** Losant's time now; undefined where no answer ever told it. */
  now: Date | undefined;
  /** Milliseconds since the invite was first sent. */
  elapsed: number;
}

/**
 * Whether a listed invite is the one that was sent. One that stood there before does not count: it may end
 * earlier, and no mail went out for it.
 */
export function isSentInvite(invite: Invite, wish: InvitePost, { now, elapsed }: Sending): boolean {
  const sent = Date.parse(invite.inviteDate);
  const earliest = now === undefined ? Number.NEGATIVE_INFINITY : now.getTime() - elapsed - clockTolerance;
  return (
    isSameAddress(invite.email, wish.email) && !invite.hasExpired && sent >= earliest && grants(invite, wish)
  );
}

/** Losant keeps addresses in lower case, whatever was sent. */
export function isSameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function grants(invite: Invite, wish: InvitePost): boolean {
  return (
    invite.role === wish.role &&
    canonical(invite.applicationRoles) === canonical(wish.applicationRoles) &&
    canonical(invite.dashboardRoles) === canonical(wish.dashboardRoles) &&
    (wish.disallowTransfer ?? invite.disallowTransfer) === invite.disallowTransfer
  );
}

function canonical(roles: ResourceRole[] = []): string {
  return roles
    .map(({ resourceId, role }) => `${resourceId.toLowerCase()} ${role}`)
    .sort()
    .join();
}
