import type { Roles } from "../people/roles";

/** One line with all that somebody had, enough to restore it. */
export function receipt(what: string, email: string, orgId: string, roles: Roles): string {
  const had = JSON.stringify({
    email,
    role: roles.role,
    applicationRoles: roles.applicationRoles,
    dashboardRoles: roles.dashboardRoles,
  });
  return `${email}: ${what} organization ${orgId}; to restore: ${had}`;
}
