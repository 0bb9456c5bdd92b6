import type { ResourceRole, Role } from "./roles";

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

/** Whose accounts must have multi-factor authentication. */
export type MfaMode = "notRequired" | "adminRequired" | "required";

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

/** The settings of a new organization. */
export interface OrganizationPost extends OrganizationPatch {
  /** 1 to 255 characters. */
  name: string;
}

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

/** The answer of calls that have nothing else to report. */
export interface Success {
  success: true;
  /** What else the answer holds. */
  [key: string]: unknown;
}

/** The authenticated user. */
export interface Me {
  id?: string | undefined;
  /** 24 hex digits. */
  userId: string;
  email: string;
  /** What else the answer holds. */
  [key: string]: unknown;
}
