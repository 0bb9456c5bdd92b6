import { z } from "zod";

/** A Losant id: 24 hex digits in either case (the vendor's schemas). */
export const Id = z.string().regex(/^[A-Fa-f\d]{24}$/, "must be 24 hex digits");

/** A mail address; what more it takes to be deliverable is Losant's to say. */
export const Email = z
  .string()
  .max(1024)
  .regex(/^[^\s@]+@[^\s@]+$/, "must be a mail address such as ann@example.com");

/** An organization role, as the vendor's schemas list them. */
export const Role = z.enum(["admin", "edit", "collaborate", "view", "none"]);
export type Role = z.infer<typeof Role>;

/** A role on one application or dashboard. */
export const ResourceRole = z.object({
  resourceId: z.string(),
  role: z.enum(["collaborate", "view", "none"]),
});
export type ResourceRole = z.infer<typeof ResourceRole>;

/** Roles on single resources, as sent: at most 100 (the vendor's schemas). */
export const ResourceRolesToSend = z
  .array(z.strictObject({ ...ResourceRole.shape, resourceId: Id }))
  .max(100, "must be at most 100 roles");

/** Roles on single resources, as answered; a list that is missing counts as empty. */
export const ResourceRoles = z
  .array(ResourceRole)
  .nullish()
  .transform((list) => list ?? []);
