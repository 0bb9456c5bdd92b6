import { isDeepStrictEqual } from "node:util";
import type { ResourceRole, Role } from "../../client";
import { organizationRoles } from "../../client/roles";

export type { ResourceRole, Role } from "../../client";
export { organizationRoles as roles } from "../../client/roles";

/** From least to most. */
const ranks: readonly Role[] = [...organizationRoles].reverse();

/** What a person may do: a role in the organization, and others on single applications and dashboards. */
export interface Roles {
  role: Role;
  /** Undefined where it is not known, or not stated. */
  applicationRoles?: ResourceRole[] | undefined;
  dashboardRoles?: ResourceRole[] | undefined;
}

/** Roles as Losant answers them: a word for a role that is not known counts as none, and is told as it is. */
export type Answered = Partial<Roles> & { unknownRole?: unknown };

/** The two lists, which a program may leave alone by not stating them. */
export const roleLists = ["applicationRoles", "dashboardRoles"] as const;
const names = ["role", ...roleLists] as const;

/** The roles of whoever has them, without what else is known of that person. */
export function rolesOf<Person extends Partial<Roles>>(person: Person): Pick<Person, keyof Roles> {
  return {
    role: person.role,
    applicationRoles: person.applicationRoles,
    dashboardRoles: person.dashboardRoles,
  };
}

/** Live roles, with the lists that an answer left out taken from what is recorded. */
export function completedRoles(live: Roles, recorded: Partial<Roles> | undefined): Roles {
  return {
    role: live.role,
    applicationRoles: live.applicationRoles ?? recorded?.applicationRoles,
    dashboardRoles: live.dashboardRoles ?? recorded?.dashboardRoles,
  };
}

/** Roles in which a list that is not known counts as empty. */
export function withEmptyLists<Have extends Answered>(have: Have) {
  return {
    role: have.role,
    ...(have.unknownRole !== undefined && { unknownRole: have.unknownRole }),
    applicationRoles: have.applicationRoles ?? [],
    dashboardRoles: have.dashboardRoles ?? [],
  };
}

/** Which of the stated roles differ from what somebody has; what is not stated, or not known, is no difference. */
export function rolesThatDiffer(have: Partial<Roles>, want: Partial<Roles>): (keyof Roles)[] {
  return names.filter(
    (name) =>
      want[name] !== undefined && have[name] !== undefined && !isDeepStrictEqual(have[name], want[name]),
  );
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

/**
 * What a program states, with the lists that it stated before and no longer states as empty: taking a right out of
 * the program takes it away, as preview shows.
 */
export function emptyingWithdrawnLists<Desired extends Partial<Roles>>(
  desired: Desired,
  statedBefore: readonly string[],
  isUnknown?: (name: string) => boolean,
): Desired {
  const withdrawn = roleLists.filter(
    (name) => statedBefore.includes(name) && desired[name] === undefined && !isUnknown?.(name),
  );
  return { ...desired, ...Object.fromEntries(withdrawn.map((name) => [name, []])) };
}

/** The lists among the names of stated arguments. */
export function listsIn(stated: readonly string[] | undefined): string[] {
  return roleLists.filter((name) => stated?.includes(name));
}

/** The one of two roles that gives more. */
export function higherRole<One extends Role>(one: One, other: One): One {
  return isPromotion(one, other) ? other : one;
}

/** Whether a role gives more than another. */
export function isPromotion(from: Role, to: Role): boolean {
  return ranks.indexOf(to) > ranks.indexOf(from);
}
