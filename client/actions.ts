/**
 * How a call may be retried after its answer was lost.
 * `always`: another try changes nothing. `delete`: likewise, and a `NotFound` to it means that it is done.
 * `reconcile`: only after a check whether it succeeded. `never`: only where Losant said that it did nothing (429).
 */
export type RetryPolicy = "always" | "delete" | "reconcile" | "never";

/** One of the vendor's actions. */
export interface Action {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: string;
  /** What it does, for messages; names in braces are parameters. */
  readonly doing: string;
  /** Token scopes, one of which is needed. */
  readonly scopes: readonly string[];
  readonly retry: RetryPolicy;
}

/** Scopes that reach beyond one action; the vendor's documentation lists them beside each action's own. */
const wide = ["org.*", "all.Organization", "all.User"];
const listable = ["all.Organization", "all.User", "all.Organization.read", "all.User.read"];
const inApplications = [...listable, "all.Application", "all.Application.read"];
const readable = [...wide, "all.Organization.read", "all.User.read"];

/** The vendor's actions that this client calls: paths, methods and scopes as its API description has them. */
export const actions = {
  "org.get": {
    method: "GET",
    path: "/orgs/{orgId}",
    doing: "Reading organization {orgId}",
    scopes: ["org.get", ...readable],
    retry: "always",
  },
  "org.patch": {
    method: "PATCH",
    path: "/orgs/{orgId}",
    doing: "Changing organization {orgId}",
    scopes: ["org.patch", ...wide],
    retry: "always",
  },
  "org.delete": {
    method: "DELETE",
    path: "/orgs/{orgId}",
    doing: "Deleting organization {orgId}",
    scopes: ["org.delete", ...wide],
    retry: "delete",
  },
  "org.pendingInvites": {
    method: "GET",
    path: "/orgs/{orgId}/invites",
    doing: "Reading the invites of organization {orgId}",
    scopes: ["org.pendingInvites", ...readable],
    retry: "always",
  },
  "org.inviteMember": {
    method: "POST",
    path: "/orgs/{orgId}/invites",
    doing: "Inviting {email} to organization {orgId}",
    scopes: ["org.inviteMember", ...wide],
    retry: "reconcile",
  },
  "org.revokeInvite": {
    method: "DELETE",
    path: "/orgs/{orgId}/invites",
    doing: "Revoking invite {inviteId} of organization {orgId}",
    scopes: ["org.revokeInvite", ...wide],
    retry: "delete",
  },
  "org.modifyMember": {
    method: "PATCH",
    path: "/orgs/{orgId}/member",
    doing: "Changing the roles of user {userId} in organization {orgId}",
    scopes: ["org.modifyMember", ...wide],
    retry: "always",
  },
  "org.removeMember": {
    method: "DELETE",
    path: "/orgs/{orgId}/member",
    doing: "Removing user {userId} from organization {orgId}",
    scopes: ["org.removeMember", ...wide],
    retry: "delete",
  },
  "org.transferResources": {
    method: "PATCH",
    path: "/orgs/{orgId}/transferResources",
    doing: "Transferring resources of organization {orgId} to {destinationType} {destinationId}",
    scopes: ["org.transferResources", ...wide],
    retry: "never",
  },
  "org.deviceCounts": {
    method: "GET",
    path: "/orgs/{orgId}/deviceCounts",
    doing: "Reading the device counts of organization {orgId}",
    scopes: ["org.deviceCounts", ...readable],
    retry: "always",
  },
  "org.notebookMinuteCounts": {
    method: "GET",
    path: "/orgs/{orgId}/notebookMinuteCounts",
    doing: "Reading the notebook minutes of organization {orgId}",
    scopes: ["org.notebookMinuteCounts", ...readable],
    retry: "always",
  },
  "org.payloadCounts": {
    method: "GET",
    path: "/orgs/{orgId}/payloadCounts",
    doing: "Reading the payload counts of organization {orgId}",
    scopes: ["org.payloadCounts", ...readable],
    retry: "always",
  },
  "org.payloadCountsBreakdown": {
    method: "GET",
    path: "/orgs/{orgId}/payloadCountsBreakdown",
    doing: "Reading the payload counts by time of organization {orgId}",
    scopes: ["org.payloadCountsBreakdown", ...readable],
    retry: "always",
  },
  "orgs.get": {
    method: "GET",
    path: "/orgs",
    doing: "Listing organizations",
    scopes: ["orgs.get", "orgs.*", "all.User", "all.User.read"],
    retry: "always",
  },
  "orgs.post": {
    method: "POST",
    path: "/orgs",
    doing: "Creating organization {name}",
    scopes: ["orgs.post", "orgs.*", "all.User"],
    retry: "never",
  },
  "applications.get": {
    method: "GET",
    path: "/applications",
    doing: "Listing applications {whose}",
    scopes: ["applications.get", "applications.*", ...listable, "all.User.cli"],
    retry: "always",
  },
  "dashboards.get": {
    method: "GET",
    path: "/dashboards",
    doing: "Listing dashboards {whose}",
    scopes: ["dashboards.get", "dashboards.*", ...listable],
    retry: "always",
  },
  "applicationApiTokens.get": {
    method: "GET",
    path: "/applications/{applicationId}/tokens",
    doing: "Listing the API tokens of application {applicationId}",
    scopes: ["applicationApiTokens.get", "applicationApiTokens.*", ...inApplications],
    retry: "always",
  },
  "applicationKeys.get": {
    method: "GET",
    path: "/applications/{applicationId}/keys",
    doing: "Listing the access keys of application {applicationId}",
    scopes: ["applicationKeys.get", "applicationKeys.*", ...inApplications],
    retry: "always",
  },
  "auditLogs.get": {
    method: "GET",
    path: "/orgs/{orgId}/audit-logs",
    doing: "Reading the audit log of organization {orgId}",
    scopes: ["auditLogs.get", "auditLogs.*", ...listable],
    retry: "always",
  },
  "me.get": {
    method: "GET",
    path: "/me",
    doing: "Reading the authenticated user",
    scopes: ["me.get", "me.*", "all.User", "all.User.read"],
    retry: "always",
  },
  "userApiTokens.get": {
    method: "GET",
    path: "/me/tokens",
    doing: "Listing the API tokens of the authenticated user",
    scopes: ["userApiTokens.get", "userApiTokens.*", "all.User", "all.User.read"],
    retry: "always",
  },
} as const satisfies Record<string, Action>;

/** The name of an action, as the vendor's own clients call it. */
export type ActionName = keyof typeof actions;
