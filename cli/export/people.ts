import type { Invite, Member, ResourceRole, Role } from "../../client";
import { asciiLowerCase, oneLine } from "../../client/text";
import { addressOf, expiryOf, type Names, type Picture } from "../live/picture";

/** A role on one application or dashboard, by name where that is unique, else by id. */
export type ExportedRole = ({ name: string } | { resourceId: string }) & { role: ResourceRole["role"] };

/** A person of an organization, as files state them. */
export interface ExportedPerson {
  email: string;
  role: Role;
  applicationRoles: ExportedRole[];
  dashboardRoles: ExportedRole[];
  /** Worth knowing to a reader: one line, fit for a comment. */
  comment: string | undefined;
}

/** Everybody who belongs to an organization, or is invited. */
export function exportedPeople(picture: Picture): ExportedPerson[] {
  const people = [
    ...picture.members.map((member) => personOf(member, picture, undefined)),
    ...picture.pending.map((invite) => personOf(invite, picture, describeInvite(invite))),
  ];
  return people.sort((one, other) => (one.email < other.email ? -1 : 1));
}

/** Lines about invites that have lapsed: nobody has them any more, so they are not declared. */
export function lapsedInvites({ expired }: Picture): string[] {
  return expired.map((invite) => oneLine(`${invite.email}: ${invite.role}, ${describeInvite(invite)}`));
}

function personOf(person: Member | Invite, picture: Picture, comment: string | undefined): ExportedPerson {
  return {
    email: addressOf(person),
    role: person.role,
    applicationRoles: rolesOf(person.applicationRoles, picture.applications),
    dashboardRoles: rolesOf(person.dashboardRoles, picture.dashboards),
    comment: comment === undefined ? undefined : oneLine(comment),
  };
}

function describeInvite(invite: Invite): string {
  const expiry = expiryOf(invite)?.toISOString().slice(0, 10);
  const sent =
    invite.inviteDate === undefined ? "" : ` on ${new Date(invite.inviteDate).toISOString().slice(0, 10)}`;
  return `invited${sent}${expiry === undefined ? "" : `, the invite ends on ${expiry}`}`;
}

function rolesOf(roles: readonly ResourceRole[] = [], names: Names | undefined): ExportedRole[] {
  const exported = roles.map(({ resourceId, role }) => ({
    ...keyOf(asciiLowerCase(resourceId), names),
    role,
  }));
  return exported.sort((one, other) => (textOf(one) < textOf(other) ? -1 : 1));
}

/** A name that several have, or that looks like an id, says nothing. */
function keyOf(id: string, names: Names | undefined): { name: string } | { resourceId: string } {
  const name = names?.get(id);
  if (name === undefined || /^[A-Fa-f\d]{24}$/.test(name) || name === "__proto__") return { resourceId: id };
  const isUnique = [...(names?.values() ?? [])].filter((other) => other === name).length === 1;
  return isUnique ? { name } : { resourceId: id };
}

/** What stands for the application or dashboard. */
export function textOf(role: ExportedRole): string {
  return "name" in role ? role.name : role.resourceId;
}
