export type { AuditLogEntry, AuditLogPage } from "../schemas/audit-log";
export type { Credential, CredentialPage } from "../schemas/credential";
export type { Invite, InvitePost } from "../schemas/invite";
export type {
  Me,
  Member,
  MemberPatch,
  MfaMode,
  Organization,
  OrganizationLimits,
  OrganizationPage,
  OrganizationPatch,
  OrganizationPost,
  OrganizationSummary,
  ResourceTransfer,
  Success,
} from "../schemas/organization";
export type { OwnedResource, OwnedResourcePage } from "../schemas/owned-resource";
export type {
  DeviceCount,
  DeviceCounts,
  NotebookMinuteCount,
  NotebookMinuteCounts,
  PayloadCount,
  PayloadCounts,
  PayloadCountsBreakdown,
  UsageRange,
} from "../schemas/usage";
export type { TokenRole, UserApiToken, UserApiTokenPage } from "../schemas/user-api-token";
export * from "./page";
export * from "./parameters";
export * from "./roles";
