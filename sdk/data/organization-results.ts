import type { ResourceRoleOutput, Role } from "../roles";

/** The arguments of `getOrganization`. */
export interface GetOrganizationArgs {
  /** The organization: 24 hex digits. */
  orgId: string;
}

/** A member of an organization with their roles. */
export interface OrganizationMember {
  userId: string;
  email: string;
  role: Role;
  applicationRoles: ResourceRoleOutput[];
  dashboardRoles: ResourceRoleOutput[];
  firstName?: string;
  lastName?: string;
  /** Whether the member signs in with a second factor. */
  twoFactorAuthEnabled?: boolean;
  /** Whether the member signs in through the organization's single sign-on. */
  ssoLinked?: boolean;
}

/** How much an organization holds. */
export interface OrganizationSummary {
  appCount?: number;
  dashCount?: number;
  deviceCount?: number;
  memberCount?: number;
  pendingInviteCount?: number;
}

/** An organization: settings, members, limits and summary. */
export interface GetOrganizationResult {
  id: string;
  name: string;
  description?: string;
  iconColor?: string;
  billingEmail?: string;
  planId?: string;
  mfaMode?: "notRequired" | "adminRequired" | "required";
  members: OrganizationMember[];
  /** `member`: how many members and unexpired invites the organization may have. */
  limits?: { member?: number };
  summary?: OrganizationSummary;
  /** Email domains of the people who may be invited; without any, all are allowed. */
  whitelistedEmailDomains?: string[];
}
