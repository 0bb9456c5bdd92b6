import { z } from "zod";
import { addressForm, inviteProblem } from "../email-address";
import { losantId, notAnId } from "../losant-id";
import { organizationRoles, resourceRoles } from "../roles";
import type * as types from "../types/roles";
import { maybe } from "./maybe";

export const Id = z.string().regex(losantId, notAnId);

/** An email address; whether it is deliverable is for Losant to say. */
export const Email = z
  .string()
  .max(1024)
  .regex(addressForm, "must be an email address such as ann@example.com");

/** The address of somebody who is to be invited. */
export const InvitedEmail = Email.check(({ value, issues }) => {
  const problem = inviteProblem(value);
  if (problem !== undefined)
    issues.push({ code: "custom", input: value, message: `cannot be invited: ${problem}` });
});

/** An organization role, as the vendor's schemas list them. */
export const RoleName = z.enum(organizationRoles) satisfies z.ZodType<types.Role>;

/** A role word that is not known gives nobody a role that is: it is kept apart. */
export function withKnownRole<Answered extends { role?: string | undefined }>(answered: Answered) {
  const role = RoleName.safeParse(answered.role).data;
  const unknownRole = role === undefined ? answered.role : undefined;
  return { ...answered, role: role ?? ("none" as const), ...(unknownRole && { unknownRole }) };
}

/** A role on one application or dashboard. */
export const ResourceRole = z.object({
  resourceId: z.string(),
  role: z.enum(resourceRoles),
}) satisfies z.ZodType<types.ResourceRole>;

/** Roles on single resources, as sent: at most 100 (the vendor's schemas). */
export const ResourceRolesToSend = z
  .array(z.strictObject({ ...ResourceRole.shape, resourceId: Id }))
  .max(100, "must be at most 100 roles");

/** Roles on single resources, as answered; a list that is missing is unknown, not empty. */
export const ResourceRoles = maybe(z.array(ResourceRole));
