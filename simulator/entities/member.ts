import { z } from "zod";
import { email, id, organizationRole } from "./primitives";
import { resourceRoles } from "./resource-roles";

/** A member as the vendor's schema org lists it. */
export const member = z.strictObject({
  userId: id,
  firstName: z.string().min(1).max(1024),
  lastName: z.string().max(1024),
  email,
  avatarUrl: z.url().max(1024).optional(),
  role: organizationRole,
  applicationRoles: resourceRoles,
  dashboardRoles: resourceRoles,
  twoFactorAuthEnabled: z.boolean(),
  ssoLinked: z.boolean(),
});

/** A person's place in one organization. */
export type Member = z.infer<typeof member>;

/** A person's entry among the members, without any role on single resources. */
export const memberOf = (
  person: Omit<Member, "role" | "applicationRoles" | "dashboardRoles">,
  role: Member["role"],
): Member => ({
  ...person,
  role,
  applicationRoles: [],
  dashboardRoles: [],
});

/** A member in a PUT state: `email` and `role` are enough, the rest is filled in. */
export const memberInput = member.partial().required({ email: true, role: true });

/** A member as a test writes it. */
export type MemberInput = z.infer<typeof memberInput>;
