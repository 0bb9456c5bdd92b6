import type { organizationRoles, resourceRoles } from "../roles";

/** A role in an organization. */
export type Role = (typeof organizationRoles)[number];

/** A role on one application or dashboard; it overrides the role in the organization. */
export interface ResourceRole {
  /** The application or dashboard: 24 hex digits. */
  resourceId: string;
  role: (typeof resourceRoles)[number];
}
