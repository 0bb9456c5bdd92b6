import { expiryOf } from "../invites";
import { printable } from "../printable";
import { canonicalAddress } from "../text";
import type { Invite, Organization, OrgParameters, ResourceRole } from "../types";
import { type Given, id, optional, text } from "./checks";
import { dataFunction } from "./data-function";

export const getOrganization = dataFunction({
  name: "getOrganization",
  checks: { orgId: id },
  ask: async (reads, args: OrgParameters) => withMembers(await reads.organization(args)),
});

/** An organization whose members all have their role lists. */
function withMembers(organization: Organization) {
  return { ...organization, members: organization.members.map(withRoleLists) };
}

export const getOrganizations = dataFunction({
  name: "getOrganizations",
  property: "organizations",
  checks: { name: optional(text) },
  ask: async (reads, args: { name?: string }) => (await reads.organizations(args)).map(withMembers),
});

/** Whom to look for. */
export interface Wanted {
  orgId: string;
  userId?: string;
  email?: string;
}

/** It reads the whole organization, so that asking for many members is one request. */
export const getMember = dataFunction({
  name: "getMember",
  checks: { orgId: id, userId: optional(id), email: optional(text) },
  together: nobodyNamed,
  ask: async (reads, { orgId, userId, email }: Wanted) => {
    const { members } = await reads.organization({ orgId });
    const member = members.find((one) =>
      userId ? isSame(one.userId, userId) : isSame(one.email, email ?? ""),
    );
    if (member) return withRoleLists(member);
    throw new Error(`${printable(email ?? `User ${userId}`)} is not a member of organization ${orgId}`);
  },
});

function nobodyNamed({ userId, email }: Given) {
  return userId || email ? [] : [{ property: "userId or email", reason: "one of them is required" }];
}

function isSame(one: string, other: string): boolean {
  return canonicalAddress(one) === canonicalAddress(other);
}

export const getPendingInvites = dataFunction({
  name: "getPendingInvites",
  property: "invites",
  checks: { orgId: id },
  ask: async (reads, args: OrgParameters) => (await reads.pendingInvites(args)).map(withEnd),
});

function withEnd(invite: Invite) {
  return { ...withRoleLists(invite), expiresAt: expiryOf(invite)?.toISOString() };
}

interface RoleLists {
  applicationRoles?: ResourceRole[] | undefined;
  dashboardRoles?: ResourceRole[] | undefined;
}

/** Somebody with their role lists; one that the answer leaves out is given as empty. */
function withRoleLists<Person extends RoleLists>(person: Person) {
  const { applicationRoles = [], dashboardRoles = [] } = person;
  return { ...person, applicationRoles, dashboardRoles };
}
