import { z } from "zod";
import type * as types from "../types";
import { maybe } from "./maybe";
import { Email, Id, ResourceRoles, ResourceRolesToSend, Role, withKnownRole } from "./roles";

/** The vendor's schema requires no field of a member: one who is answered in part must not hide all others. */
const AnsweredMember = z.looseObject({
  userId: maybe(z.string()),
  email: maybe(z.string()),
  role: maybe(z.string()),
  applicationRoles: ResourceRoles,
  dashboardRoles: ResourceRoles,
  firstName: maybe(z.string()),
  lastName: maybe(z.string()),
  twoFactorAuthEnabled: maybe(z.boolean()),
  ssoLinked: maybe(z.boolean()),
});

export const Member = AnsweredMember.transform((member) => {
  const userId = member.userId ?? "";
  const email = member.email || `user ${userId || "without an id"}`;
  return withKnownRole({ ...member, userId, email });
}) satisfies z.ZodType<types.Member>;

const MfaMode = z.enum(["notRequired", "adminRequired", "required"]);

export const Organization = z.looseObject({
  id: z.string(),
  name: z.string(),
  description: maybe(z.string()),
  iconColor: maybe(z.string()),
  billingEmail: maybe(z.string()),
  planId: maybe(z.string()),
  mfaMode: maybe(MfaMode),
  members: z.array(Member),
  limits: maybe(z.looseObject({ member: maybe(z.number()) })),
  summary: maybe(
    z.looseObject({
      appCount: maybe(z.number()),
      dashCount: maybe(z.number()),
      deviceCount: maybe(z.number()),
      memberCount: maybe(z.number()),
      pendingInviteCount: maybe(z.number()),
    }),
  ),
  whitelistedEmailDomains: maybe(z.array(z.string())),
}) satisfies z.ZodType<types.Organization>;

/** An organization of one id: acting on an answer about another one would change the wrong people. */
export function OrganizationOf(orgId: string) {
  const isTheOne = ({ id }: { id: string }) => id.toLowerCase() === orgId.toLowerCase();
  return Organization.refine(isTheOne, { path: ["id"], error: "is that of another organization" });
}

/** The settings that a change may send; limits as in the vendor's schema. */
export const OrganizationPatch = z.strictObject({
  name: z.string().min(1).max(255).optional(),
  description: z.string().max(32767).optional(),
  planId: z.string().max(1024).optional(),
  billingEmail: Email.optional(),
  cardToken: z.string().max(1024).optional(),
  iconColor: z.string().max(64).optional(),
  mfaMode: MfaMode.optional(),
}) satisfies z.ZodType<types.OrganizationPatch, types.OrganizationPatch>;

export const OrganizationPost = z.strictObject({
  ...OrganizationPatch.shape,
  name: z.string().min(1).max(255),
}) satisfies z.ZodType<types.OrganizationPost, types.OrganizationPost>;

export const MemberPatch = z.strictObject({
  userId: Id,
  role: Role.optional(),
  applicationRoles: ResourceRolesToSend.optional(),
  dashboardRoles: ResourceRolesToSend.optional(),
}) satisfies z.ZodType<types.MemberPatch, types.MemberPatch>;

export const ResourceTransfer = z.strictObject({
  destinationId: Id,
  destinationType: z.enum(["user", "organization"]),
  applicationIds: z.array(Id).max(1000).optional(),
  dashboardIds: z.array(Id).max(1000).optional(),
  strict: z.boolean().optional(),
}) satisfies z.ZodType<types.ResourceTransfer, types.ResourceTransfer>;

export const Success = z.looseObject({ success: z.literal(true) }) satisfies z.ZodType<types.Success>;

export const Me = z.looseObject({
  id: z.string().optional(),
  userId: z.string(),
  email: z.string(),
}) satisfies z.ZodType<types.Me>;
