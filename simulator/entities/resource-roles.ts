import { z } from "zod";
import { id } from "./primitives";

const resourceRole = z.strictObject({
  resourceId: id,
  role: z.enum(["collaborate", "view", "none"]),
});

const namesEachOnce = (roles: readonly { resourceId: string }[]) =>
  new Set(roles.map((role) => role.resourceId)).size === roles.length;

/**
 * Roles on single applications or dashboards: at most 100 (vendor's schema orgRoleInfo),
 * each resource once (assumed).
 */
export const resourceRoles = z
  .array(resourceRole)
  .max(100)
  .refine(namesEachOnce, "names a resource more than once");

/** One role on one application or dashboard. */
export type ResourceRole = z.infer<typeof resourceRole>;
