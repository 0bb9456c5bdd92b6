import { organizationRoles } from "../client/roles";
import type { ReportedOrganization, Resource } from "./report";

/** Who has access to one application or dashboard. */
export interface ResourceAccess {
  resource: Resource;
  /** Who has a role on it, by the position in the list of people. */
  own: { person: number; email: string; role: string }[];
  /** How many others their role in the organization lets in, from admin to view. */
  byOrganizationRole: { role: string; people: number }[];
}

const lists = { applications: "applicationRoles", dashboards: "dashboardRoles" } as const;

/**
 * Who has access to each application or dashboard, those too of which only the id is known. A role on it counts in place
 * of the role in the organization.
 */
export function accessByResource(
  { people, ...organization }: ReportedOrganization,
  kind: "applications" | "dashboards",
): ResourceAccess[] {
  const list = lists[kind];
  const own = new Map<string, ResourceAccess["own"]>();
  for (const [person, { email, ...roles }] of people.entries())
    for (const { id, role } of roles[list] ?? [])
      own.set(id, [...(own.get(id) ?? []), { person, email, role }]);
  const known = new Set(organization[kind].map(({ id }) => id));
  const unnamed = [...own.keys()].filter((id) => !known.has(id)).map((id) => ({ id, name: null }));
  const all = countByRole(people.map(({ role }) => role));
  return [...organization[kind], ...unnamed].map((resource) => {
    const ofResource = own.get(resource.id) ?? [];
    const apart = countByRole(ofResource.map(({ person }) => people[person]?.role ?? ""));
    const byOrganizationRole = organizationRoles
      .filter((role) => role !== "none")
      .map((role) => ({ role, people: (all.get(role) ?? 0) - (apart.get(role) ?? 0) }));
    return {
      resource,
      own: ofResource,
      byOrganizationRole: byOrganizationRole.filter((one) => one.people > 0),
    };
  });
}

function countByRole(roles: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const role of roles) counts.set(role, (counts.get(role) ?? 0) + 1);
  return counts;
}
