import type * as pulumi from "@pulumi/pulumi";
import { dataFunctions } from "../../client/data-functions";
import type * as dynamic from "../index";
import { invoke, outputForm } from "./invoke";

export type { GetMemberArgs, GetMemberResult } from "../data/get-member";
export type { GetOrganizationsArgs } from "../data/get-organizations";
export type { GetOwnedResourcesArgs, OwnedResource } from "../data/get-owned-resources";
export type { GetPendingInvitesArgs, PendingInvite } from "../data/get-pending-invites";
export type {
  GetOrganizationArgs,
  GetOrganizationResult,
  OrganizationLimits,
  OrganizationMember,
  OrganizationSummary,
} from "../data/organization-results";
export type { InvokeOutputOptions } from "./invoke";
export * from "./usage";

/**
 * Reads an organization: settings, members, limits and the summary of what it holds.
 * As {@link dynamic.getOrganization}, asked through the provider.
 *
 * @throws pulumi.RunError with the provider's message.
 */
export function getOrganization(
  args: dynamic.GetOrganizationArgs,
  options?: pulumi.InvokeOptions,
): Promise<dynamic.GetOrganizationResult> {
  return invoke(dataFunctions.getOrganization, args, options);
}

/** As {@link getOrganization}, for arguments that may be Outputs. */
export const getOrganizationOutput = outputForm<dynamic.GetOrganizationArgs, dynamic.GetOrganizationResult>(
  dataFunctions.getOrganization,
);

/**
 * Reads all organizations that the authenticated user belongs to, by name.
 * As {@link dynamic.getOrganizations}, asked through the provider.
 *
 * @throws pulumi.RunError with the provider's message.
 */
export function getOrganizations(
  args: dynamic.GetOrganizationsArgs = {},
  options?: pulumi.InvokeOptions,
): Promise<dynamic.GetOrganizationResult[]> {
  return invoke(dataFunctions.getOrganizations, args, options);
}

/** As {@link getOrganizations}, for arguments that may be Outputs. */
export const getOrganizationsOutput = outputForm<
  dynamic.GetOrganizationsArgs,
  dynamic.GetOrganizationResult[]
>(dataFunctions.getOrganizations);

/**
 * Reads one member of an organization.
 * As {@link dynamic.getMember}, asked through the provider.
 *
 * @throws pulumi.RunError with the provider's message.
 */
export function getMember(
  args: dynamic.GetMemberArgs,
  options?: pulumi.InvokeOptions,
): Promise<dynamic.GetMemberResult> {
  return invoke(dataFunctions.getMember, args, options);
}

/** As {@link getMember}, for arguments that may be Outputs. */
export const getMemberOutput = outputForm<dynamic.GetMemberArgs, dynamic.GetMemberResult>(
  dataFunctions.getMember,
);

/**
 * Reads the applications of an organization that the authenticated user may see, by name.
 * As {@link dynamic.getApplications}, asked through the provider.
 *
 * @throws pulumi.RunError with the provider's message.
 */
export function getApplications(
  args: dynamic.GetOwnedResourcesArgs,
  options?: pulumi.InvokeOptions,
): Promise<dynamic.OwnedResource[]> {
  return invoke(dataFunctions.getApplications, args, options);
}

/** As {@link getApplications}, for arguments that may be Outputs. */
export const getApplicationsOutput = outputForm<dynamic.GetOwnedResourcesArgs, dynamic.OwnedResource[]>(
  dataFunctions.getApplications,
);

/**
 * Reads the dashboards of an organization that the authenticated user may see, by name.
 * As {@link dynamic.getDashboards}, asked through the provider.
 *
 * @throws pulumi.RunError with the provider's message.
 */
export function getDashboards(
  args: dynamic.GetOwnedResourcesArgs,
  options?: pulumi.InvokeOptions,
): Promise<dynamic.OwnedResource[]> {
  return invoke(dataFunctions.getDashboards, args, options);
}

/** As {@link getDashboards}, for arguments that may be Outputs. */
export const getDashboardsOutput = outputForm<dynamic.GetOwnedResourcesArgs, dynamic.OwnedResource[]>(
  dataFunctions.getDashboards,
);

/**
 * Reads the invites of an organization that nobody has accepted, expired ones too.
 * As {@link dynamic.getPendingInvites}, asked through the provider.
 *
 * @throws pulumi.RunError with the provider's message.
 */
export function getPendingInvites(
  args: dynamic.GetPendingInvitesArgs,
  options?: pulumi.InvokeOptions,
): Promise<dynamic.PendingInvite[]> {
  return invoke(dataFunctions.getPendingInvites, args, options);
}

/** As {@link getPendingInvites}, for arguments that may be Outputs. */
export const getPendingInvitesOutput = outputForm<dynamic.GetPendingInvitesArgs, dynamic.PendingInvite[]>(
  dataFunctions.getPendingInvites,
);
