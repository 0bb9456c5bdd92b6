// Made by `npm run schema` from what sdk/index.ts exports.
import type * as pulumi from "@pulumi/pulumi";
import { dataFunctions } from "../../client/data-functions";
import { nativeFace } from "../faces/native";
import { invoke, outputForm } from "../native/invoke";
import type {
  GetDeviceCountsResult,
  GetMemberArgs,
  GetMemberResult,
  GetNotebookMinuteCountsResult,
  GetOrganizationArgs,
  GetOrganizationResult,
  GetOrganizationsArgs,
  GetOwnedResourcesArgs,
  GetPayloadCountsArgs,
  GetPayloadCountsBreakdownArgs,
  GetPayloadCountsBreakdownResult,
  GetPayloadCountsResult,
  GetPendingInvitesArgs,
  OwnedResource,
  PendingInvite,
  UsageArgs,
} from "../index";
import { OrgInvite as DynamicOrgInvite } from "../org-invite";
import { OrgMember as DynamicOrgMember } from "../org-member";
import { OrgMembership as DynamicOrgMembership } from "../org-membership";
import { OrgRoster as DynamicOrgRoster } from "../org-roster";
import { Organization as DynamicOrganization } from "../organization";
import { ResourceTransfer as DynamicResourceTransfer } from "../resource-transfer";

export type {
  AwaitedPerson,
  DeviceCount,
  GetDeviceCountsResult,
  GetMemberArgs,
  GetMemberResult,
  GetNotebookMinuteCountsResult,
  GetOrganizationArgs,
  GetOrganizationResult,
  GetOrganizationsArgs,
  GetOwnedResourcesArgs,
  GetPayloadCountsArgs,
  GetPayloadCountsBreakdownArgs,
  GetPayloadCountsBreakdownResult,
  GetPayloadCountsResult,
  GetPendingInvitesArgs,
  InviteArgs,
  LosantId,
  MfaMode,
  Moment,
  NotebookMinuteCount,
  OrgInviteArgs,
  OrgMemberArgs,
  OrgMembershipArgs,
  OrgRosterArgs,
  OrganizationArgs,
  OrganizationLimits,
  OrganizationMember,
  OrganizationSummary,
  OwnedResource,
  PayloadCount,
  PendingInvite,
  ReadRosterOptions,
  ResourceRole,
  ResourceRoleOutput,
  ResourceTransferArgs,
  Role,
  RoleArgs,
  RosterEntry,
  RosterEntryArgs,
  RosterEntryOutput,
  RosterEntryRoles,
  TermArgs,
  TwoFactorArgs,
  UsageArgs,
  UsageRange,
} from "../index";
export { readRoster } from "../read-roster";

/**
 * An invite to an organization, until it is accepted. From then on it changes nothing: the member's roles are
 * managed by OrgMember or outside of the program.
 *
 * Creating it adopts a pending invite of that address if its roles are the same; otherwise that invite is revoked
 * and re-sent. A person who is a member already counts as accepted and gets no email. A changed role revokes the
 * invite and re-sends it, as Losant cannot change an invite. Destroying it revokes a pending invite; a person who
 * accepted stays a member. Its id is `orgId/email`, in clear even where the email is a secret.
 *
 * For one resource that manages a person at any stage, see OrgMembership.
 *
 * @example
 * ```ts
 * import * as losant from "pulumi-losant/native";
 *
 * const bob = new losant.OrgInvite("bob", {
 *   orgId: "575ed6e87ae143cd83dc4aa8",
 *   email: "bob@example.com",
 *   role: "view",
 * });
 * export const bobsInvite = bob.status; // "pending", "expired", "withdrawn", "accepted" or "ended"
 * ```
 */
export class OrgInvite extends DynamicOrgInvite {
  protected static override readonly face = nativeFace;
}

/**
 * A person who is a member of an organization already: their roles are as the program states.
 *
 * Creating it adopts the member and changes the roles that the program states and that differ; what it does not
 * state is left alone. A person who is not a member is refused: see OrgInvite and OrgMembership. Destroying it
 * removes the member, unless `deletionPolicy` is `"retain"`, the program declares the person elsewhere, or the
 * person is the authenticated user. Its id is `orgId/userId`.
 *
 * @example
 * ```ts
 * import * as losant from "pulumi-losant/native";
 *
 * const ann = new losant.OrgMember("ann", {
 *   orgId: "575ed6e87ae143cd83dc4aa8",
 *   email: "ann@example.com",
 *   role: "edit",
 *   dashboardRoles: [{ resourceId: "575ed70c7ae143cd83dc4aaa", role: "none" }],
 * });
 * export const annsId = ann.userId;
 * ```
 */
export class OrgMember extends DynamicOrgMember {
  protected static override readonly face = nativeFace;
}

/**
 * One person in an organization, at any stage: a person who is absent is invited, a pending invite with other roles
 * is re-sent, a lapsed invite is renewed (at most once a week), a member gets the stated roles. Taken out of the
 * program, the invite is revoked or the member removed, whichever is there.
 *
 * A member is followed by user id, so a changed email address is not a new person. A member who was removed
 * outside of the program is `left`: a change at every preview, and invited again for another value of `resend` only (see
 * `renewal`). Its id is `orgId/email`, in clear even where the email is a secret.
 *
 * @example
 * ```ts
 * import * as losant from "pulumi-losant/native";
 *
 * const carol = new losant.OrgMembership("carol", {
 *   orgId: "575ed6e87ae143cd83dc4aa8",
 *   email: "carol@example.com",
 *   role: "collaborate",
 * });
 * export const carolIs = carol.status; // "pending", "expired", "withdrawn", "active", "left" or "ended"
 * ```
 */
export class OrgMembership extends DynamicOrgMembership {
  protected static override readonly face = nativeFace;
}

/**
 * Everybody who belongs to an organization, in one authoritative resource: preview prints the plan for each person,
 * `up` prints the outcome. Changes are made in this order: promote, revoke and remove, demote, invite; so no admin
 * goes before their successor is there. A failure in the middle keeps what was done, and the next `up` continues.
 *
 * With `unmanaged: "ignore"` it may stand beside OrgInvite, OrgMember and OrgMembership of other people. It is
 * registered after those that the program constructs in the same turn of the event loop, and never removes a person
 * whom they declare.
 *
 * Destroying it removes nobody, unless `deletionPolicy` is `"remove"`. Its id is `orgId/roster`.
 *
 * @example
 * ```ts
 * import * as losant from "pulumi-losant/native";
 *
 * const roster = new losant.OrgRoster("everybody", {
 *   orgId: "575ed6e87ae143cd83dc4aa8",
 *   members: {
 *     "ann@example.com": "admin",
 *     "bob@example.com": "edit",
 *     "client@example.org": {
 *       role: "none",
 *       applicationRoles: [{ resourceId: "575ed71e7ae143cd83dc4aaa", role: "view" }],
 *     },
 *   },
 *   requireAdmins: ["ann@example.com"],
 * });
 * export const unmanaged = roster.unmanagedMembers;
 * ```
 */
export class OrgRoster extends DynamicOrgRoster {
  protected static override readonly face = nativeFace;
}

/**
 * An organization's settings.
 *
 * With `orgId` it adopts an organization and changes the settings that the program states and that differ;
 * without, it creates one. Destroying it leaves the organization, unless `deletionPolicy` is `"delete"`. Its id
 * is the organization's.
 *
 * @example
 * ```ts
 * import * as losant from "pulumi-losant/native";
 *
 * const organization = new losant.Organization("acme", {
 *   orgId: "575ed6e87ae143cd83dc4aa8",
 *   description: "Everything of ours that measures",
 *   mfaMode: "adminRequired",
 * });
 * export const members = organization.memberCount;
 * ```
 */
export class Organization extends DynamicOrganization {
  protected static override readonly face = nativeFace;
}

/**
 * Moves applications and dashboards to another owner, once. Destroying it moves nothing back, and says so. A
 * transfer is never repeated automatically: where Losant's response was lost, the request may have
 * succeeded, and the error says so. Its id is a new one each time.
 *
 * @example
 * ```ts
 * import * as losant from "pulumi-losant/native";
 *
 * new losant.ResourceTransfer("hand-over", {
 *   orgId: "575ed6e87ae143cd83dc4aa8",
 *   destinationId: "575ed70c7ae143cd83dc4aa9",
 *   destinationType: "organization",
 *   applicationIds: ["575ed71e7ae143cd83dc4aaa"],
 * });
 * ```
 */
export class ResourceTransfer extends DynamicResourceTransfer {
  protected static override readonly face = nativeFace;
}

/**
 * Reads one member of an organization.
 *
 * @throws pulumi.RunError where nobody is found, or with Losant's own message.
 * @example
 * ```ts
 * import * as losant from "pulumi-losant/native";
 *
 * const ann = losant.getMemberOutput({ orgId: "575ed6e87ae143cd83dc4aa8", email: "ann@example.com" });
 * export const annsRole = ann.role;
 * ```
 */
export function getMember(
  args: GetMemberArgs,
  options?: pulumi.InvokeOptions,
): Promise<GetMemberResult> {
  return invoke(dataFunctions.getMember, args, options);
}

/** As {@link getMember}, for arguments that may be Outputs. */
export const getMemberOutput = outputForm<GetMemberArgs, GetMemberResult>(dataFunctions.getMember);

/**
 * Reads an organization: settings, members, limits and the summary of what it holds.
 *
 * @throws pulumi.RunError with Losant's own message, and what to do.
 * @example
 * ```ts
 * import * as losant from "pulumi-losant/native";
 *
 * const acme = losant.getOrganizationOutput({ orgId: "575ed6e87ae143cd83dc4aa8" });
 * export const admins = acme.members.apply((members) => members.filter((one) => one.role === "admin").length);
 * ```
 */
export function getOrganization(
  args: GetOrganizationArgs,
  options?: pulumi.InvokeOptions,
): Promise<GetOrganizationResult> {
  return invoke(dataFunctions.getOrganization, args, options);
}

/** As {@link getOrganization}, for arguments that may be Outputs. */
export const getOrganizationOutput = outputForm<GetOrganizationArgs, GetOrganizationResult>(dataFunctions.getOrganization);

/**
 * Reads all organizations that the authenticated user belongs to, by name. The token needs `orgs.get` or `orgs.*`.
 *
 * @returns The organizations, by name.
 * @throws pulumi.RunError with Losant's own message, and what to do.
 * @example
 * ```ts
 * import * as losant from "pulumi-losant/native";
 *
 * export const names = losant
 *   .getOrganizations({ name: "acme*" })
 *   .then((organizations) => organizations.map((one) => one.name));
 * ```
 */
export function getOrganizations(
  args: GetOrganizationsArgs = {},
  options?: pulumi.InvokeOptions,
): Promise<GetOrganizationResult[]> {
  return invoke(dataFunctions.getOrganizations, args, options);
}

/** As {@link getOrganizations}, for arguments that may be Outputs. */
export const getOrganizationsOutput = outputForm<GetOrganizationsArgs, GetOrganizationResult[]>(dataFunctions.getOrganizations);

/**
 * Reads the applications of an organization that the authenticated user may see, by name. The token needs
 * `applications.get` or `applications.*`, which `org.*` does not cover. A role on an application takes its name as it is;
 * this is for everything else.
 *
 * @returns The applications, by name.
 * @throws pulumi.RunError with Losant's own message, and what to do.
 * @example
 * ```ts
 * import * as losant from "pulumi-losant/native";
 *
 * const found = losant.getApplicationsOutput({ orgId: "575ed6e87ae143cd83dc4aa8", name: "Factory floor" });
 * export const factoryFloor = found.apply(([application]) => application?.id);
 * ```
 */
export function getApplications(
  args: GetOwnedResourcesArgs,
  options?: pulumi.InvokeOptions,
): Promise<OwnedResource[]> {
  return invoke(dataFunctions.getApplications, args, options);
}

/** As {@link getApplications}, for arguments that may be Outputs. */
export const getApplicationsOutput = outputForm<GetOwnedResourcesArgs, OwnedResource[]>(dataFunctions.getApplications);

/**
 * Reads the dashboards of an organization that the authenticated user may see, by name. The token needs
 * `dashboards.get` or `dashboards.*`, which `org.*` does not cover.
 *
 * @returns The dashboards, by name.
 * @throws pulumi.RunError with Losant's own message, and what to do.
 * @example
 * ```ts
 * import * as losant from "pulumi-losant/native";
 *
 * export const names = losant
 *   .getDashboards({ orgId: "575ed6e87ae143cd83dc4aa8" })
 *   .then((dashboards) => dashboards.map((one) => one.name));
 * ```
 */
export function getDashboards(
  args: GetOwnedResourcesArgs,
  options?: pulumi.InvokeOptions,
): Promise<OwnedResource[]> {
  return invoke(dataFunctions.getDashboards, args, options);
}

/** As {@link getDashboards}, for arguments that may be Outputs. */
export const getDashboardsOutput = outputForm<GetOwnedResourcesArgs, OwnedResource[]>(dataFunctions.getDashboards);

/**
 * Reads the invites of an organization that nobody has accepted. Expired ones are among them until somebody
 * revokes them: look at `hasExpired`.
 *
 * @returns The invites, expired ones too.
 * @throws pulumi.RunError with Losant's own message, and what to do.
 * @example
 * ```ts
 * import * as losant from "pulumi-losant/native";
 *
 * export const waiting = losant
 *   .getPendingInvites({ orgId: "575ed6e87ae143cd83dc4aa8" })
 *   .then((invites) => invites.filter((invite) => !invite.hasExpired).map((invite) => invite.email));
 * ```
 */
export function getPendingInvites(
  args: GetPendingInvitesArgs,
  options?: pulumi.InvokeOptions,
): Promise<PendingInvite[]> {
  return invoke(dataFunctions.getPendingInvites, args, options);
}

/** As {@link getPendingInvites}, for arguments that may be Outputs. */
export const getPendingInvitesOutput = outputForm<GetPendingInvitesArgs, PendingInvite[]>(dataFunctions.getPendingInvites);

/**
 * Reads how many devices were created and deleted, and how many there were, day by day.
 *
 * @throws pulumi.RunError with Losant's own message, and what to do.
 * @example
 * ```ts
 * import * as losant from "pulumi-losant/native";
 *
 * const devices = losant.getDeviceCountsOutput({ orgId: "575ed6e87ae143cd83dc4aa8", start: "2026-11-01" });
 * export const devicesToday = devices.counts.apply((days) => days.at(-1)?.total);
 * ```
 */
export function getDeviceCounts(
  args: UsageArgs,
  options?: pulumi.InvokeOptions,
): Promise<GetDeviceCountsResult> {
  return invoke(dataFunctions.getDeviceCounts, args, options);
}

/** As {@link getDeviceCounts}, for arguments that may be Outputs. */
export const getDeviceCountsOutput = outputForm<UsageArgs, GetDeviceCountsResult>(dataFunctions.getDeviceCounts);

/**
 * Reads the minutes that notebooks ran, and how the runs ended, day by day.
 *
 * @throws pulumi.RunError with Losant's own message, and what to do.
 * @example
 * ```ts
 * import * as losant from "pulumi-losant/native";
 *
 * const runs = losant.getNotebookMinuteCountsOutput({ orgId: "575ed6e87ae143cd83dc4aa8" });
 * export const minutes = runs.counts.apply((days) => days.reduce((sum, day) => sum + day.minutes, 0));
 * ```
 */
export function getNotebookMinuteCounts(
  args: UsageArgs,
  options?: pulumi.InvokeOptions,
): Promise<GetNotebookMinuteCountsResult> {
  return invoke(dataFunctions.getNotebookMinuteCounts, args, options);
}

/** As {@link getNotebookMinuteCounts}, for arguments that may be Outputs. */
export const getNotebookMinuteCountsOutput = outputForm<UsageArgs, GetNotebookMinuteCountsResult>(dataFunctions.getNotebookMinuteCounts);

/**
 * Reads payload counts by type and source, such as `deviceState` by `device.mqtt`, summed over the range. Types
 * without any are absent.
 *
 * @returns The figures by type and source.
 * @throws pulumi.RunError with Losant's own message, and what to do.
 * @example
 * ```ts
 * import * as losant from "pulumi-losant/native";
 *
 * const payloads = losant.getPayloadCountsOutput({ orgId: "575ed6e87ae143cd83dc4aa8", asBytes: true });
 * export const stateBytes = payloads.deviceState;
 * ```
 */
export function getPayloadCounts(
  args: GetPayloadCountsArgs,
  options?: pulumi.InvokeOptions,
): Promise<GetPayloadCountsResult> {
  return invoke(dataFunctions.getPayloadCounts, args, options);
}

/** As {@link getPayloadCounts}, for arguments that may be Outputs. */
export const getPayloadCountsOutput = outputForm<GetPayloadCountsArgs, GetPayloadCountsResult>(dataFunctions.getPayloadCounts);

/**
 * Reads payload counts summed by day or by hour; only what is billed, unless `includeNonBillable` is set.
 *
 * @throws pulumi.RunError with Losant's own message, and what to do.
 * @example
 * ```ts
 * import * as losant from "pulumi-losant/native";
 *
 * const days = losant.getPayloadCountsBreakdownOutput({ orgId: "575ed6e87ae143cd83dc4aa8" });
 * export const billed = days.counts.apply((counts) => counts.reduce((sum, day) => sum + day.value, 0));
 * ```
 */
export function getPayloadCountsBreakdown(
  args: GetPayloadCountsBreakdownArgs,
  options?: pulumi.InvokeOptions,
): Promise<GetPayloadCountsBreakdownResult> {
  return invoke(dataFunctions.getPayloadCountsBreakdown, args, options);
}

/** As {@link getPayloadCountsBreakdown}, for arguments that may be Outputs. */
export const getPayloadCountsBreakdownOutput = outputForm<GetPayloadCountsBreakdownArgs, GetPayloadCountsBreakdownResult>(dataFunctions.getPayloadCountsBreakdown);
