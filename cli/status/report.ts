import type { Invite, Member } from "../../client";
import { expiryOf, isExpired } from "../../client/invites";
import { printable } from "../../client/printable";
import { addressOf, type OrganizationSnapshot } from "../live/organization-snapshot";
import { hasEnded } from "./cells";
import type { OrganizationStatus } from "./shape";
import type { StatedTerms, Terms } from "./terms";

const day = 24 * 60 * 60 * 1000;

/** What was asked for of credentials, and came of it. */
export type ReadCredentials = Pick<OrganizationStatus, "credentials" | "credentialsProblem">;

/** The status of one organization. */
export function statusOf(
  { organization, members, invites: all, now }: OrganizationSnapshot,
  terms: Terms,
  token: OrganizationStatus["token"],
  credentials: ReadCredentials = { credentials: null, credentialsProblem: null },
): OrganizationStatus {
  const expired = all.filter((invite) => isExpired(invite, now));
  const unexpired = all.filter((invite) => !expired.includes(invite));
  const invites = [...unexpired, ...expired];
  return {
    orgId: organization.id,
    name: organization.name,
    token,
    mfaMode: organization.mfaMode ?? null,
    allowedDomains: organization.whitelistedEmailDomains ?? [],
    seats: { taken: members.length + unexpired.length, limit: organization.limits?.member ?? null },
    members: members.map((member) => memberStatus(member, terms, now)),
    invites: invites.map((invite) => inviteStatus(invite, terms, now)),
    absent: absentFrom([...members, ...invites], terms, now),
    ...credentials,
  };
}

function memberStatus(member: Member, terms: Terms, now: Date): OrganizationStatus["members"][number] {
  return {
    email: member.email,
    userId: member.userId,
    role: printable(member.unknownRole ?? member.role),
    applicationRoles: member.applicationRoles?.length ?? 0,
    dashboardRoles: member.dashboardRoles?.length ?? 0,
    twoFactor: member.twoFactorAuthEnabled ?? null,
    singleSignOn: member.ssoLinked ?? null,
    ...statedOf(terms.get(addressOf(member)) ?? {}, now),
  };
}

function inviteStatus(invite: Invite, terms: Terms, now: Date): OrganizationStatus["invites"][number] {
  const { daysLeft: accessDaysLeft, ...stated } = statedOf(terms.get(addressOf(invite)) ?? {}, now);
  return {
    email: invite.email,
    role: printable(invite.unknownRole ?? invite.role),
    expiresAt: expiryOf(invite)?.toISOString() ?? null,
    isExpired: isExpired(invite, now),
    daysLeft: daysOf(invite, now),
    ...stated,
    accessDaysLeft,
  };
}

/**
 * Null where the dates contradict what Losant says of the invite. `now` is what Losant's answer says, in whole seconds:
 * an invite may be sent after it, and still holds no day more.
 */
function daysOf(invite: Invite, now: Date): number | null {
  const sent = new Date(invite.inviteDate ?? "");
  const left = daysUntil(expiryOf(invite), sent > now ? sent : now);
  return left === null || hasEnded(left) === isExpired(invite, now) ? left : null;
}

function absentFrom(there: readonly (Member | Invite)[], terms: Terms, now: Date) {
  const addresses = new Set(there.map(addressOf));
  return [...terms]
    .filter(([email]) => !addresses.has(email))
    .map(([email, { until, end }]) => ({ email, until: until ?? null, daysLeft: daysUntil(end, now) }));
}

function statedOf({ until, end, reason, owner }: StatedTerms, now: Date) {
  return {
    until: until ?? null,
    daysLeft: daysUntil(end, now),
    reason: reason ?? null,
    owner: owner ?? null,
  };
}

/** As previews count them: a begun day is a day. What has ended is negative. */
export function daysUntil(end: Date | undefined, now: Date): number | null {
  if (end === undefined) return null;
  const days = (end.getTime() - now.getTime()) / day;
  return days > 0 ? Math.ceil(days) : Math.floor(days);
}
