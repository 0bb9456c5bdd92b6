import { z } from "zod";
import type { Page } from "../types/page";
import type { ResourceRole, Role } from "../types/roles";
import { maybe } from "./maybe";
import { page } from "./page";
import { Email, Id, ResourceRoles, ResourceRolesToSend, RoleName, withKnownRole } from "./roles";
import type { AnswerSchema, ArgumentSchema } from "./schema";

/** A member, as `GET /orgs/{orgId}` lists them. */
export interface Member {
  /** 24 hex digits; empty where the answer gives none. */
  userId: string;
  /** Where the answer gives none: `user` and the user id. */
  email: string;
  /** `none` where the answer gives no role that is known; a word that is not known is `unknownRole`. */
  role: Role;
  unknownRole?: string | undefined;
  /** Undefined where the answer does not give the list: unknown, not empty. */
  applicationRoles?: ResourceRole[] | undefined;
  /** Undefined where the answer does not give the list: unknown, not empty. */
  dashboardRoles?: ResourceRole[] | undefined;
  firstName?: string | undefined;
  lastName?: string | undefined;
  twoFactorAuthEnabled?: boolean | undefined;
  ssoLinked?: boolean | undefined;
  /** What else the answer holds. */
  [key: string]: unknown;
}

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

const MemberSchema = AnsweredMember.transform((member) => {
  const userId = member.userId ?? "";
  const email = member.email || `user ${userId || "without an id"}`;
  return withKnownRole({ ...member, userId, email });
});

/** Whose accounts must have multi-factor authentication. */
export type MfaMode = "notRequired" | "adminRequired" | "required";

const MfaModeName = z.enum(["notRequired", "adminRequired", "required"]);

/** What an organization may hold. */
export interface OrganizationLimits {
  /** Members and unexpired invites together. */
  member?: number | undefined;
  /** The limits on everything else. */
  [key: string]: unknown;
}

/** How much an organization holds. */
export interface OrganizationSummary {
  appCount?: number | undefined;
  dashCount?: number | undefined;
  deviceCount?: number | undefined;
  memberCount?: number | undefined;
  pendingInviteCount?: number | undefined;
  /** The other figures. */
  [key: string]: unknown;
}

/** An organization, as every call that answers one gives it. */
export interface Organization {
  /** 24 hex digits. */
  id: string;
  name: string;
  description?: string | undefined;
  iconColor?: string | undefined;
  billingEmail?: string | undefined;
  planId?: string | undefined;
  mfaMode?: MfaMode | undefined;
  members: Member[];
  limits?: OrganizationLimits | undefined;
  summary?: OrganizationSummary | undefined;
  /** Domains to which invites may go; empty for all. */
  whitelistedEmailDomains?: string[] | undefined;
  /** What else the answer holds. */
  [key: string]: unknown;
}

const OrganizationSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  description: maybe(z.string()),
  iconColor: maybe(z.string()),
  billingEmail: maybe(z.string()),
  planId: maybe(z.string()),
  mfaMode: maybe(MfaModeName),
  members: z.array(MemberSchema),
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

export const Organization: AnswerSchema<Organization> = OrganizationSchema;

/** An organization of one id: acting on an answer about another one would change the wrong people. */
export function OrganizationOf(orgId: string): AnswerSchema<Organization> {
  const isTheOne = ({ id }: { id: string }) => id.toLowerCase() === orgId.toLowerCase();
  return OrganizationSchema.refine(isTheOne, { path: ["id"], error: "is that of another organization" });
}

/** One page of organizations. */
export type OrganizationPage = Page<Organization>;

export const OrganizationPage: AnswerSchema<OrganizationPage> = z.looseObject({
  ...page,
  items: z.array(OrganizationSchema),
});

/** The settings that a change may send; what is left out stays as it is. */
export interface OrganizationPatch {
  /** 1 to 255 characters. */
  name?: string | undefined;
  /** At most 32767 characters. */
  description?: string | undefined;
  planId?: string | undefined;
  billingEmail?: string | undefined;
  /** The token of a payment card; no message shows it. */
  cardToken?: string | undefined;
  iconColor?: string | undefined;
  mfaMode?: MfaMode | undefined;
}

/** Limits as in the vendor's schema. */
const SettingsSchema = z.strictObject({
  name: z.string().min(1).max(255).optional(),
  description: z.string().max(32767).optional(),
  planId: z.string().max(1024).optional(),
  billingEmail: Email.optional(),
  cardToken: z.string().max(1024).optional(),
  iconColor: z.string().max(64).optional(),
  mfaMode: MfaModeName.optional(),
});

export const OrganizationPatch: ArgumentSchema<OrganizationPatch> = SettingsSchema;

/** The settings of a new organization. */
export interface OrganizationPost extends OrganizationPatch {
  /** 1 to 255 characters. */
  name: string;
}

export const OrganizationPost: ArgumentSchema<OrganizationPost> = z.strictObject({
  ...SettingsSchema.shape,
  name: z.string().min(1).max(255),
});

/** A change of a member's roles; what is left out is not sent. */
export interface MemberPatch {
  /** 24 hex digits. */
  userId: string;
  role?: Role | undefined;
  /** At most 100. */
  applicationRoles?: ResourceRole[] | undefined;
  /** At most 100. */
  dashboardRoles?: ResourceRole[] | undefined;
}

export const MemberPatch: ArgumentSchema<MemberPatch> = z.strictObject({
  userId: Id,
  role: RoleName.optional(),
  applicationRoles: ResourceRolesToSend.optional(),
  dashboardRoles: ResourceRolesToSend.optional(),
});

/** What to move, and to whom. */
export interface ResourceTransfer {
  /** 24 hex digits. */
  destinationId: string;
  destinationType: "user" | "organization";
  /** At most 1000. */
  applicationIds?: string[] | undefined;
  /** At most 1000. */
  dashboardIds?: string[] | undefined;
  strict?: boolean | undefined;
}

export const ResourceTransfer: ArgumentSchema<ResourceTransfer> = z.strictObject({
  destinationId: Id,
  destinationType: z.enum(["user", "organization"]),
  applicationIds: z.array(Id).max(1000).optional(),
  dashboardIds: z.array(Id).max(1000).optional(),
  strict: z.boolean().optional(),
});

/** The answer of calls that have nothing else to report. */
export interface Success {
  success: true;
  /** What else the answer holds. */
  [key: string]: unknown;
}

export const Success: AnswerSchema<Success> = z.looseObject({ success: z.literal(true) });

/** The authenticated user. */
export interface Me {
  id?: string | undefined;
  /** 24 hex digits. */
  userId: string;
  email: string;
  /** What else the answer holds. */
  [key: string]: unknown;
}

export const Me: AnswerSchema<Me> = z.looseObject({
  id: z.string().optional(),
  userId: z.string(),
  email: z.string(),
});
