import type { Role } from "../provider/vocabulary/roles";
import { accessOf, everybodyIn, type PersonAccess } from "./access";
import { type NamedRole, namedRoles } from "./allowed-values";
import type { Directory } from "./directory";
import type { RosterOptions } from "./schema";

/** A person of a roster, in the form that `OrgRoster` takes. */
export interface PersonEntry {
  role: Role;
  applicationRoles?: NamedRole[];
  dashboardRoles?: NamedRole[];
  until?: string;
  reason?: string;
  owner?: string;
  resend?: string;
}

/** What `OrgRoster` takes, without the organization. */
export interface RosterArguments extends RosterOptions {
  members: Record<string, Role | PersonEntry>;
}

/** Makes a roster of what files say, as it is at a moment. */
export function rosterOf(directory: Directory, now: Date): RosterArguments {
  const members = everybodyIn(directory).map(
    (email) =>
      [email, entryOf(accessOf(directory, email, now), directory.people.get(email)?.resend)] as const,
  );
  return { ...directory.options, members: Object.fromEntries(members) };
}

/** Whose role alone is stated is written by that. */
function entryOf(access: PersonAccess, resend: string | undefined): Role | PersonEntry {
  const { role, applications, dashboards, until, reason, owner } = access;
  const entry: PersonEntry = {
    role,
    ...(applications && { applicationRoles: namedRoles(applications) }),
    ...(dashboards && { dashboardRoles: namedRoles(dashboards) }),
    ...(until !== undefined && { until }),
    ...(reason !== undefined && { reason }),
    ...(owner !== undefined && { owner }),
    ...(resend !== undefined && { resend }),
  };
  return Object.keys(entry).length === 1 ? role : entry;
}
