import { isDeepStrictEqual } from "node:util";
import type { Role } from "../../client";
import type { ResourceRole } from "../engine/arguments";

/** What a person may do: a role in the organization, and others on single applications and dashboards. */
export interface Roles {
  role: Role;
  applicationRoles?: ResourceRole[] | undefined;
  dashboardRoles?: ResourceRole[] | undefined;
}

const names = ["role", "applicationRoles", "dashboardRoles"] as const;

/** The roles of whoever has them, without what else is known of that person. */
export function rolesOf<Person extends Partial<Roles>>(person: Person): Pick<Person, keyof Roles> {
  return {
    role: person.role,
    applicationRoles: person.applicationRoles,
    dashboardRoles: person.dashboardRoles,
  };
}

/** Which of the stated roles differ from what somebody has; what is not stated is left alone. */
export function rolesThatDiffer(have: Partial<Roles>, want: Partial<Roles>): (keyof Roles)[] {
  return names.filter((name) => want[name] !== undefined && !isDeepStrictEqual(have[name], want[name]));
}

/**
 * What to send to change recorded roles into wanted ones: what differs, and every stated list. Losant does not
 * say whether a list left out of a change is kept or cleared.
 */
export function rolesToSend(have: Partial<Roles>, want: Partial<Roles>): Partial<Roles> {
  const differing = rolesThatDiffer(have, want);
  const sent = names.filter(
    (name) => want[name] !== undefined && (name !== "role" || differing.includes(name)),
  );
  return Object.fromEntries(sent.map((name) => [name, want[name]]));
}

/** For people: `role view => edit, applicationRoles 5f…: view => none`. */
export function describeRoleChange(have: Partial<Roles>, want: Partial<Roles>): string {
  return rolesThatDiffer(have, want)
    .map((name) => `${name} ${describeRole(have[name])} => ${describeRole(want[name])}`)
    .join(", ");
}

/** One of a person's roles on one line. */
export function describeRole(value: Role | ResourceRole[] | undefined): string {
  if (value === undefined || typeof value === "string") return value ?? "(none stated)";
  return value.length === 0 ? "[]" : `[${value.map((one) => `${one.resourceId}: ${one.role}`).join(", ")}]`;
}
