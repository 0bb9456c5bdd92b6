import { z } from "zod";
import { id, moment, organizationRole } from "./primitives";

/** An API token of the authenticated user, as the vendor's schema apiToken lists it: without the token itself. */
export const userApiToken = z.strictObject({
  id,
  name: z.string().min(1).max(255),
  status: z.enum(["active", "inactive"]),
  creationDate: moment,
  /** Without one, it never expires. */
  expirationDate: moment.optional(),
  /** Absent of the token in use: it has the state's `tokenScopes`. */
  scope: z.array(z.string().min(1)).optional(),
  /** The most that it may do in organizations that `orgRoles` does not name; absent for no limit. */
  defaultRole: organizationRole.optional(),
  orgRoles: z
    .array(z.strictObject({ orgId: z.union([id, z.literal("sandbox")]), role: organizationRole }))
    .optional(),
});

/** An API token of the authenticated user. */
export type UserApiToken = z.infer<typeof userApiToken>;
