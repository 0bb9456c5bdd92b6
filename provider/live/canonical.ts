import type { Invite, Member, Organization } from "../../client";
import { sortedByResource } from "../engine/arguments";

/**
 * What Losant answers, in the same form that `check` gives a program's arguments: addresses and ids in lower
 * case, role lists sorted. So state, drift and comparisons agree.
 */
export function canonicalOrganization(organization: Organization): Organization {
  return { ...organization, members: organization.members.map(canonicalMember) };
}

export function canonicalMember(member: Member): Member {
  return { ...member, userId: member.userId.toLowerCase(), ...canonicalPerson(member) };
}

export function canonicalInvite(invite: Invite): Invite {
  return { ...invite, ...canonicalPerson(invite) };
}

function canonicalPerson(person: Pick<Member, "email" | "applicationRoles" | "dashboardRoles">) {
  return {
    email: person.email.trim().toLowerCase(),
    applicationRoles: sortedByResource(person.applicationRoles ?? []),
    dashboardRoles: sortedByResource(person.dashboardRoles ?? []),
  };
}
