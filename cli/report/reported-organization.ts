import type { Invite, Member } from "../../client";
import { expiryOf, isExpired } from "../../client/invites";
import { asciiLowerCase } from "../../client/text";
import type {
  Person,
  ReportedInvite,
  ReportedOrganization,
  Resource,
  ResourceRole,
  Unread,
} from "../../report/report";
import { addressOf, sortedByAddress } from "../live/organization-snapshot";
import type { ReadOrganization } from "./read-organization";
import type { StatedAccess, StatedPeople } from "./stated";
import { awaitsTwoFactor, unstatedRoles } from "./unstated-roles";

/** An organization as the report has it; `stated` is undefined where no files were given. */
export function reportedOrganization(
  read: ReadOrganization,
  stated: StatedPeople | undefined,
  now: Date,
): ReportedOrganization {
  const { organization, invites = [], applications = [], dashboards = [] } = read;
  const members = sortedByAddress(organization.members);
  const unexpired = invites.filter((invite) => !isExpired(invite, now));
  const taken = read.invites === undefined ? null : members.length + unexpired.length;
  return {
    orgId: asciiLowerCase(organization.id),
    name: organization.name,
    settings: {
      mfaMode: organization.mfaMode ?? null,
      allowedDomains: organization.whitelistedEmailDomains ?? [],
      billingEmail: organization.billingEmail ?? null,
      planId: organization.planId ?? null,
    },
    seats: { taken, limit: organization.limits?.member ?? null },
    people: members.map((member) => personOf(member, read, stated)),
    invites: invites.map((invite) => inviteOf(invite, read, stated, now)),
    applications,
    dashboards,
    absent: absentFrom([...members, ...invites], stated),
    ...(read.credentials && { credentials: read.credentials.credentials }),
    listings: [...listingsOf(read), ...(read.credentials?.listings ?? [])],
  };
}

/** What is missing in the answers about an organization. */
export function unreadOf({ organization, unread: unreadLists, credentials }: ReadOrganization): Unread[] {
  const { id, name } = organization;
  const where = { orgId: asciiLowerCase(id), name };
  const unread = [...unreadLists, ...(credentials?.unread ?? []).map((one) => ({ ...where, ...one }))];
  const lists = organization.members.flatMap((one) => [one.applicationRoles, one.dashboardRoles]);
  const missing = lists.filter((list) => list === undefined).length;
  if (missing === 0) return unread;
  const problem = `Losant did not answer ${missing} lists of roles on applications or dashboards`;
  return [...unread, { ...where, what: "roles", problem }];
}

function personOf(member: Member, read: ReadOrganization, stated: StatedPeople | undefined): Person {
  const roles = rolesOf(member, read);
  const terms = stated?.get(addressOf(member));
  const signIn = { twoFactor: member.twoFactorAuthEnabled ?? null, singleSignOn: member.ssoLinked ?? null };
  const isWaiting = awaitsTwoFactor({ ...roles, ...signIn }, terms);
  const name = [member.firstName, member.lastName].filter((part) => part).join(" ");
  return {
    email: member.email,
    userId: member.userId,
    name: name === "" ? null : name,
    ...roles,
    ...signIn,
    ...(isWaiting && { awaitsTwoFactor: true }),
    ...termsOf(terms, stated),
    unstatedRoles: unstatedRoles(roles, terms, isWaiting),
  };
}

function inviteOf(
  invite: Invite,
  read: ReadOrganization,
  stated: StatedPeople | undefined,
  now: Date,
): ReportedInvite {
  const sent = Date.parse(invite.inviteDate ?? "");
  return {
    email: invite.email,
    ...rolesOf(invite, read),
    sentAt: Number.isNaN(sent) ? null : new Date(sent).toISOString(),
    expiresAt: expiryOf(invite)?.toISOString() ?? null,
    isExpired: isExpired(invite, now),
    ...termsOf(stated?.get(addressOf(invite)), stated),
  };
}

function rolesOf(person: Member | Invite, { applications, dashboards }: ReadOrganization) {
  return {
    role: person.unknownRole ?? person.role,
    applicationRoles: namedRoles(person.applicationRoles, applications),
    dashboardRoles: namedRoles(person.dashboardRoles, dashboards),
  };
}

function namedRoles(roles: Member["applicationRoles"], resources: Resource[] = []): ResourceRole[] | null {
  if (roles === undefined) return null;
  const named = roles.map(({ resourceId, role }) => {
    const id = asciiLowerCase(resourceId);
    return { id, name: nameIn(resources, id), role };
  });
  return named.sort((one, other) => ((one.name ?? one.id) < (other.name ?? other.id) ? -1 : 1));
}

const namesOf = new WeakMap<Resource[], Map<string, string | null>>();

/** Thousands of people have roles on hundreds of applications. */
function nameIn(resources: Resource[], id: string): string | null {
  const names = namesOf.get(resources) ?? new Map(resources.map((one) => [one.id, one.name]));
  namesOf.set(resources, names);
  return names.get(id) ?? null;
}

function termsOf(terms: StatedAccess | undefined, stated: StatedPeople | undefined) {
  const { until = null, endsAt = null, reason = null, owner = null, teams = [] } = terms ?? {};
  const isNamed = stated === undefined ? null : terms !== undefined;
  return { isNamed, until, endsAt, reason, owner, teams: [...teams] };
}

function absentFrom(there: readonly (Member | Invite)[], stated: StatedPeople = new Map()) {
  const addresses = new Set(there.map(addressOf));
  return [...stated]
    .filter(([email]) => !addresses.has(email))
    .map(([email, { until, isEnded }]) => ({ email, until, isEnded }));
}

function listingsOf({
  organization,
  invites,
  applications,
  dashboards,
}: ReadOrganization): ReportedOrganization["listings"] {
  const lists = { members: organization.members, invites, applications, dashboards };
  return (["members", "invites", "applications", "dashboards"] as const).map((what) => {
    const list: readonly unknown[] | undefined = lists[what];
    return { what, items: list?.length ?? 0, isComplete: list !== undefined };
  });
}
