import type { Organization } from "../../client";
import type { ResourceRoleOutput, Role } from "../roles";
import { id } from "./arguments";
import { outputForm } from "./output-form";
import { withRoleLists } from "./role-lists";
import { sharedQuestion } from "./shared-question";

/** The arguments of {@link getOrganization}. */
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

/** An organization whose members all have their role lists. */
export function withMembers(organization: Organization): GetOrganizationResult {
  return { ...organization, members: organization.members.map(withRoleLists) };
}

/** An organization as read, shared by all callers: copy what is given on. */
export const sharedOrganization = sharedQuestion<GetOrganizationArgs, GetOrganizationResult>({
  call: "getOrganization",
  checks: { orgId: id },
  ask: async (client, { orgId }) => withMembers(await client.org.get({ orgId })),
});

/**
 * Reads an organization: settings, members, limits and the summary of what it holds.
 *
 * @throws pulumi.RunError with Losant's own message, and what to do.
 * @example
 * ```ts
 * import * as losant from "pulumi-losant";
 *
 * const acme = losant.getOrganizationOutput({ orgId: "575ed6e87ae143cd83dc4aa8" });
 * export const admins = acme.members.apply((members) => members.filter((one) => one.role === "admin").length);
 * ```
 */
export async function getOrganization(args: GetOrganizationArgs): Promise<GetOrganizationResult> {
  return structuredClone(await sharedOrganization(args));
}

/** As {@link getOrganization}, for arguments that may be Outputs. */
export const getOrganizationOutput = outputForm(getOrganization);
