import { hasExpired, type Invite } from "../entities/invite";
import type { Organization } from "../entities/organization";
import { ApiError, notFound, validation } from "./api-error";

// Assumed: 400.
/** Refuses the address of a member. */
export const refuseMember = (organization: Organization, email: string): void => {
  if (organization.members.some((member) => member.email === email))
    throw validation(`${email} is already a member of this organization.`);
};

// Assumed: 400. Assumed too: an expired invite stays listed and stands in the way until it is revoked.
/** Refuses an address that has an invite. */
export const refuseInvited = (invites: readonly Invite[], email: string): void => {
  if (invites.some((invite) => invite.email === email))
    throw validation(`${email} is already invited to this organization.`);
};

// Vendor's documentation: members and unexpired invites together stay within limits.member. Assumed: 400.
/** Refuses one more person in a full organization. */
export const requireSeat = (organization: Organization, invites: readonly Invite[], now: number): void => {
  const limit = organization.limits.member;
  const pending = invites.filter((invite) => !hasExpired(invite, now)).length;
  const taken = organization.members.length + pending;
  if (limit !== undefined && taken >= limit)
    throw validation(`The organization is full: ${taken} of ${limit} members and pending invites.`);
};

// Vendor's schema org lists whitelistedEmailDomains; the refusal (400), and that a domain means itself alone, are assumed.
/** Refuses an address outside the organization's allowed domains. */
export const requireAllowedDomain = (organization: Organization, email: string): void => {
  const allowed = organization.whitelistedEmailDomains.map((domain) => domain.toLowerCase());
  const domain = email.slice(email.lastIndexOf("@") + 1);
  if (allowed.length > 0 && !allowed.includes(domain))
    throw validation(`Addresses of ${domain} are not allowed; allowed are: ${allowed.join(", ")}.`);
};

// Assumed: 404 for an invite that is not there; only the 404 of the organization is declared.
/** The invite that a condition describes. */
export const requireInvite = (invites: readonly Invite[], matches: (invite: Invite) => boolean): Invite => {
  const invite = invites.find(matches);
  if (invite) return invite;
  throw notFound("The invite was not found.");
};

// Vendor's schema: 410 for an expired invite.
/** Refuses an invite that has ended. */
export const requireUnexpired = (invite: Invite, now: number): void => {
  if (hasExpired(invite, now)) throw new ApiError(410, "The invite has expired.");
};
