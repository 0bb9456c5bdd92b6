import type { ResourceRoleOutput, Role } from "../roles";

/** The arguments of `getOrganization`. */
export interface GetOrganizationArgs {
  /** The organization: 24 hex digits. */
  orgId: string;
}

/** A member of an organization with their roles. */
export interface OrganizationMember {
  /** The member's user id. */
  userId: string;
  /** The member's email address; `user` and the user id where Losant gives none. */
  email: string;
  /** The role in the organization; `none` where Losant gives none that is known. */
  role: Role;
  /** A role that is not known, as Losant says it. */
  unknownRole?: string;
  /** Roles on single applications. */
  applicationRoles: ResourceRoleOutput[];
  /** Roles on single dashboards. */
  dashboardRoles: ResourceRoleOutput[];
  /** The member's first name. */
  firstName?: string;
  /** The member's last name. */
  lastName?: string;
  /** Whether the member signs in with a second factor. */
  twoFactorAuthEnabled?: boolean;
  /** Whether the member signs in through the organization's single sign-on. */
  ssoLinked?: boolean;
}

/** How much an organization holds. */
export interface OrganizationSummary {
  /** How many applications the organization has. */
  appCount?: number;
  /** How many dashboards the organization has. */
  dashCount?: number;
  /** How many devices its applications have. */
  deviceCount?: number;
  /** How many members the organization has. */
  memberCount?: number;
  /** How many invites nobody has accepted yet. */
  pendingInviteCount?: number;
}

/** How much an organization may hold. */
export interface OrganizationLimits {
  /** How many members and unexpired invites the organization may have. */
  member?: number;
}

/** An organization: settings, members, limits and summary. */
export interface GetOrganizationResult {
  /** The organization's id. */
  id: string;
  /** The organization's name. */
  name: string;
  /** What the organization says of itself. */
  description?: string;
  /** The colour of its icon, such as `#ff8800`. */
  iconColor?: string;
  /** Where invoices go. */
  billingEmail?: string;
  /** The billing plan's id. */
  planId?: string;
  /** Whether members must sign in with a second factor. */
  mfaMode?: "notRequired" | "adminRequired" | "required";
  /** All members with their roles. */
  members: OrganizationMember[];
  /** How much the organization may hold. */
  limits?: OrganizationLimits;
  /** How much the organization holds. */
  summary?: OrganizationSummary;
  /** Email domains of the people who may be invited; without any, all are allowed. */
  whitelistedEmailDomains?: string[];
}
