import { z } from "zod";
import { maybe } from "./maybe";
import { Email, Id, ResourceRoles, ResourceRolesToSend, Role } from "./roles";

/** A member, as `GET /orgs/{orgId}` lists them. */
export const Member = z.looseObject({
  userId: z.string(),
  email: z.string(),
  role: Role,
  applicationRoles: ResourceRoles,
  dashboardRoles: ResourceRoles,
  firstName: maybe(z.string()),
  lastName: maybe(z.string()),
  twoFactorAuthEnabled: maybe(z.boolean()),
  ssoLinked: maybe(z.boolean()),
});
export type Member = z.infer<typeof Member>;

const MfaMode = z.enum(["notRequired", "adminRequired", "required"]);

/** An organization, as every call that answers one gives it. */
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
});
export type Organization = z.infer<typeof Organization>;

/** One page of organizations. */
export const OrganizationPage = z.looseObject({
  items: z.array(Organization),
  count: z.number(),
  totalCount: z.number(),
  page: maybe(z.number()),
  perPage: maybe(z.number()),
});
export type OrganizationPage = z.infer<typeof OrganizationPage>;

/** The settings that a change may send; limits as in the vendor's schema. */
export const OrganizationPatch = z.strictObject({
  name: z.string().min(1).max(255).optional(),
  description: z.string().max(32767).optional(),
  planId: z.string().max(1024).optional(),
  billingEmail: Email.optional(),
  cardToken: z.string().max(1024).optional(),
  iconColor: z.string().max(64).optional(),
  mfaMode: MfaMode.optional(),
});
export type OrganizationPatch = z.infer<typeof OrganizationPatch>;

/** The settings of a new organization. */
export const OrganizationPost = z.strictObject({
  ...OrganizationPatch.shape,
  name: z.string().min(1).max(255),
});
export type OrganizationPost = z.infer<typeof OrganizationPost>;

/** A change of a member's roles; what is left out is not sent. */
export const MemberPatch = z.strictObject({
  userId: Id,
  role: Role.optional(),
  applicationRoles: ResourceRolesToSend.optional(),
  dashboardRoles: ResourceRolesToSend.optional(),
});
export type MemberPatch = z.infer<typeof MemberPatch>;

/** What to move, and to whom. */
export const ResourceTransfer = z.strictObject({
  destinationId: Id,
  destinationType: z.enum(["user", "organization"]),
  applicationIds: z.array(Id).max(1000).optional(),
  dashboardIds: z.array(Id).max(1000).optional(),
  strict: z.boolean().optional(),
});
export type ResourceTransfer = z.infer<typeof ResourceTransfer>;

/** What calls answer that have nothing else to tell. */
export const Success = z.looseObject({ success: z.literal(true) });
export type Success = z.infer<typeof Success>;

/** The token's own person. */
export const Me = z.looseObject({
  id: z.string().optional(),
  userId: z.string(),
  email: z.string(),
});
export type Me = z.infer<typeof Me>;
