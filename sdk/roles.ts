import type * as pulumi from "@pulumi/pulumi";
import type { LosantId } from "./resource";

/**
 * What a person may do in an organization, from least to most: `none` (sees nothing by default), `view`,
 * `collaborate` (modifies), `edit` (creates), `admin` (also decides who belongs to it).
 */
export type Role = "admin" | "edit" | "collaborate" | "view" | "none";

/**
 * A role on one application or dashboard, which overrides the organization role both ways. State one of `resourceId`
 * and `name`.
 */
export interface ResourceRole {
  /** The application or dashboard: 24 hex digits. */
  resourceId?: pulumi.Input<LosantId>;
  /**
   * The name of the application or dashboard in the organization, exact and in its case; resolved to its id when the
   * program is previewed, and recorded as that. Needs the scope `applications.get` or `dashboards.get`. No such name,
   * or several: an error with the nearest names, or with the ids to choose from.
   */
  name?: pulumi.Input<string>;
  /** What the person may do there. */
  role: pulumi.Input<"collaborate" | "view" | "none">;
}

/** A role on one application or dashboard, as read. */
export interface ResourceRoleOutput {
  /** The application or dashboard. */
  resourceId: string;
  /** What the person may do there. */
  role: "collaborate" | "view" | "none";
}

/** The roles that a person can be given. */
export interface RoleArgs {
  /**
   * Roles on single applications; at most 100, each application once, in any order. Never stated: existing roles
   * are left alone. `[]`, or a list that was stated and is taken out of the program, takes all away. A client who
   * may see one application only has `role: "none"` and that application here.
   */
  applicationRoles?: pulumi.Input<pulumi.Input<ResourceRole>[]>;
  /** Roles on single dashboards; the same rules as `applicationRoles`. */
  dashboardRoles?: pulumi.Input<pulumi.Input<ResourceRole>[]>;
}
