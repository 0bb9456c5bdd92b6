import { type Invite, type Member, type Organization, printable } from "../../client";
import { canonicalAddress } from "../../client/text";
import type { ResourceRole } from "../vocabulary/roles";

/**
 * What Losant answers, in the same form that `check` gives a program's arguments: addresses and ids in lower
 * case, role lists sorted. So state, drift and comparisons agree.
 */
export function canonicalOrganization(organization: Organization): Organization {
  return {
    ...organization,
    id: organization.id.toLowerCase(),
    members: organization.members.map(canonicalMember),
  };
}

export function canonicalMember(member: Member): Member {
  const { firstName = "", lastName = "" } = member;
  return {
    ...member,
    userId: printable(member.userId).toLowerCase(),
    ...(firstName && { firstName: printable(firstName) }),
    ...(lastName && { lastName: printable(lastName) }),
    ...canonicalPerson(member),
  };
}

export function canonicalInvite(invite: Invite): Invite {
  return { ...invite, id: printable(invite.id), ...canonicalPerson(invite) };
}

/** Addresses and ids stand in messages: what is no text for a terminal is taken out where it comes in. */
function canonicalPerson(person: Pick<Member, "email" | "applicationRoles" | "dashboardRoles">) {
  return {
    email: canonicalAddress(printable(person.email)),
    applicationRoles: canonicalRoles(person.applicationRoles),
    dashboardRoles: canonicalRoles(person.dashboardRoles),
  };
}

function canonicalRoles(list: readonly ResourceRole[] | undefined): ResourceRole[] | undefined {
  return list
    ?.map(({ resourceId, role }) => ({ resourceId: printable(resourceId).toLowerCase(), role }))
    .sort((one, other) => (one.resourceId < other.resourceId ? -1 : 1));
}
