import type { Invite, Organization } from "../../client";
import { isExpired } from "../invites/expiry";

/** With fewer free seats than this, an invite waits its turn and looks at the live organization first. */
export const fewSeats = 10;

/** Free seats, as Losant counts them: members and unexpired invites. Undefined: no limit is known. */
export function freeSeats(organization: Organization, invites: Invite[], now: Date): number | undefined {
  const limit = organization.limits?.member;
  return limit === undefined ? undefined : limit - organization.members.length - unexpired(invites, now);
}

/** Why the planned people do not fit, if so. `planned` are addresses that hold no seat yet. */
export function beyondSeats(
  organization: Organization,
  invites: Invite[],
  planned: ReadonlySet<string>,
  now: Date,
): string | undefined {
  const free = freeSeats(organization, invites, now);
  const added = [...planned].filter((email) => !holdsSeat(organization, invites, email, now)).length;
  if (free === undefined || added <= free) return undefined;
  return (
    `organization has ${organization.limits?.member} seats: ${organization.members.length} members + ` +
    `${unexpired(invites, now)} unexpired invites + ${added} planned by this run = ` +
    `${organization.members.length + unexpired(invites, now) + added}. Pulumi creates before it deletes, so a ` +
    `swap of people in a full organization needs an OrgRoster, or two runs: first the removals, then the invites.`
  );
}

function holdsSeat(organization: Organization, invites: Invite[], email: string, now: Date): boolean {
  return (
    organization.members.some((member) => member.email === email) ||
    invites.some((invite) => invite.email === email && !isExpired(invite, now))
  );
}

function unexpired(invites: Invite[], now: Date): number {
  return invites.filter((invite) => !isExpired(invite, now)).length;
}
