import type { Invite, Member, ResourceRole, Role } from "../../client";
import { expiryOf } from "../../client/invites";
import { printable } from "../../client/printable";
import { asciiLowerCase } from "../../client/text";
import { addressProblem, rolesProblem } from "../../people";
import { addressOf, type OrganizationSnapshot } from "../live/organization-snapshot";
import { repeated } from "./repeated";
import { type ResourceKey, resourceKeys } from "./resource-keys";

/** A role on one application or dashboard, by name where that is unique, else by id. */
export type ExportedRole = ResourceKey & { role: ResourceRole["role"] };

/** A person of an organization, as files state them. */
export interface ExportedPerson {
  email: string;
  role: Role;
  /** Empty too where a program may not state what there is. */
  applicationRoles: ExportedRole[];
  dashboardRoles: ExportedRole[];
  /** What of the person no program may state, and why. */
  omissions: string[];
  /** Worth knowing to a reader: lines, fit for comments; the omissions too. */
  comments: string[];
}

/** Everybody whom a program may state, and lines about whom it may not. */
export interface ExportedPeople {
  people: ExportedPerson[];
  leftOut: string[];
}

/** Everybody who belongs to an organization, or is invited. */
export function exportedPeople(snapshot: OrganizationSnapshot): ExportedPeople {
  const keys = {
    applicationRoles: resourceKeys(snapshot.applications),
    dashboardRoles: resourceKeys(snapshot.dashboards),
  };
  const everybody = [
    ...snapshot.members.map((person: Member | Invite) => ({ person, what: "member", comments: [] })),
    ...snapshot.pending.map((person) => ({ person, what: "invited", comments: [describeInvite(person)] })),
  ];
  const shared = repeated(everybody.map(({ person }) => addressOf(person)));
  const judged = everybody.map((one) => ({ ...one, problem: problemOf(one.person, shared) }));
  const people = judged.flatMap(({ person, comments, problem }) =>
    problem === undefined ? [personOf(person, keys, comments)] : [],
  );
  const leftOut = judged.flatMap(({ person, what, problem }) =>
    problem === undefined
      ? []
      : [printable(`${person.email} (${what}, ${person.unknownRole ?? person.role}): ${problem}`)],
  );
  return { people: people.sort((one, other) => (one.email < other.email ? -1 : 1)), leftOut: leftOut.sort() };
}

/** Lines about expired invites: they give no access any more, so they are not declared. */
export function expiredInvites({ expired }: OrganizationSnapshot): string[] {
  return expired.map((invite) => printable(`${invite.email}: ${invite.role}, ${describeInvite(invite)}`));
}

function problemOf(person: Member | Invite, shared: ReadonlySet<string>): string | undefined {
  const address = addressOf(person);
  const isRepeated = shared.has(address) ? "is there more than once" : undefined;
  const problem = addressProblem(address) ?? isRepeated;
  if (problem !== undefined) return `the address ${problem}`;
  return person.unknownRole === undefined ? undefined : "the role is not one that a program can state";
}

const roleLists = ["applicationRoles", "dashboardRoles"] as const;
type Keys = Record<(typeof roleLists)[number], (id: string) => ResourceKey>;

function personOf(person: Member | Invite, keys: Keys, comments: readonly string[]): ExportedPerson {
  const lists = roleLists.map((name) => {
    const roles = rolesOf(person[name], keys[name]);
    return { name, roles, problem: rolesProblem(roles) };
  });
  const [applicationRoles = [], dashboardRoles = []] = lists.map(({ roles, problem }) =>
    problem ? [] : roles,
  );
  const omissions = lists.flatMap(({ name, roles, problem }) =>
    problem === undefined ? [] : [`${name} (${roles.length}) are left out: the list ${problem}`],
  );
  return {
    email: addressOf(person),
    role: person.role,
    applicationRoles,
    dashboardRoles,
    omissions,
    comments: [...comments, ...omissions].map(printable),
  };
}

function describeInvite(invite: Invite): string {
  const expiry = expiryOf(invite)?.toISOString().slice(0, 10);
  const sent =
    invite.inviteDate === undefined ? "" : ` on ${new Date(invite.inviteDate).toISOString().slice(0, 10)}`;
  return `invited${sent}${expiry === undefined ? "" : `, valid until ${expiry}`}`;
}

function rolesOf(roles: readonly ResourceRole[] = [], keyOf: (id: string) => ResourceKey): ExportedRole[] {
  const exported = roles.map(({ resourceId, role }) => ({ ...keyOf(asciiLowerCase(resourceId)), role }));
  return exported.sort((one, other) => (textOf(one) < textOf(other) ? -1 : 1));
}

/** What stands for the application or dashboard. */
export function textOf(role: ExportedRole): string {
  return "name" in role ? role.name : role.resourceId;
}
