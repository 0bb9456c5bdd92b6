/**
 * How a call may be repeated after its answer was lost.
 * `freely`: repeating changes nothing. `delete`: likewise, and a repeated 404 means that it is done. `look`:
 * only after looking whether it happened. `never`: only where Losant said that it did nothing (429).
 */
export type Repetition = "freely" | "delete" | "look" | "never";

/** One of the vendor's actions. */
export interface Action {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: string;
  /** What it does, for messages; names in braces are parameters. */
  readonly doing: string;
  /** Token scopes, one of which is needed. */
  readonly scopes: readonly string[];
  readonly repeat: Repetition;
}

/** Scopes that reach beyond one action; the vendor's documentation lists them beside each action's own. */
const wide = ["org.*", "all.Organization", "all.User"];
const listable = ["all.Organization", "all.User", "all.Organization.read", "all.User.read"];
const readable = [...wide, "all.Organization.read", "all.User.read"];

/** The vendor's actions that this client calls: paths, methods and scopes as its API description has them. */
export const actions = {
  "org.get": {
    method: "GET",
    path: "/orgs/{orgId}",
    doing: "Reading organization {orgId}",
    scopes: ["org.get", ...readable],
    repeat: "freely",
  },
  "org.patch": {
    method: "PATCH",
    path: "/orgs/{orgId}",
    doing: "Changing organization {orgId}",
    scopes: ["org.patch", ...wide],
    repeat: "freely",
  },
  "org.delete": {
    method: "DELETE",
    path: "/orgs/{orgId}",
    doing: "Deleting organization {orgId}",
    scopes: ["org.delete", ...wide],
    repeat: "delete",
  },
  "org.pendingInvites": {
    method: "GET",
    path: "/orgs/{orgId}/invites",
    doing: "Reading the invites of organization {orgId}",
    scopes: ["org.pendingInvites", ...readable],
    repeat: "freely",
  },
  "org.inviteMember": {
    method: "POST",
    path: "/orgs/{orgId}/invites",
    doing: "Inviting {email} to organization {orgId}",
    scopes: ["org.inviteMember", ...wide],
    repeat: "look",
  },
  "org.revokeInvite": {
    method: "DELETE",
    path: "/orgs/{orgId}/invites",
    doing: "Revoking invite {inviteId} of organization {orgId}",
    scopes: ["org.revokeInvite", ...wide],
    repeat: "delete",
  },
  "org.modifyMember": {
    method: "PATCH",
    path: "/orgs/{orgId}/member",
    doing: "Changing the roles of user {userId} in organization {orgId}",
    scopes: ["org.modifyMember", ...wide],
    repeat: "freely",
  },
  "org.removeMember": {
    method: "DELETE",
    path: "/orgs/{orgId}/member",
    doing: "Removing user {userId} from organization {orgId}",
    scopes: ["org.removeMember", ...wide],
    repeat: "delete",
  },
  "org.transferResources": {
    method: "PATCH",
    path: "/orgs/{orgId}/transferResources",
    doing: "Transferring resources of organization {orgId} to {destinationType} {destinationId}",
    scopes: ["org.transferResources", ...wide],
    repeat: "never",
  },
  "org.deviceCounts": {
    method: "GET",
    path: "/orgs/{orgId}/deviceCounts",
    doing: "Reading the device counts of organization {orgId}",
    scopes: ["org.deviceCounts", ...readable],
    repeat: "freely",
  },
  "org.notebookMinuteCounts": {
    method: "GET",
    path: "/orgs/{orgId}/notebookMinuteCounts",
    doing: "Reading the notebook minutes of organization {orgId}",
    scopes: ["org.notebookMinuteCounts", ...readable],
    repeat: "freely",
  },
  "org.payloadCounts": {
    method: "GET",
    path: "/orgs/{orgId}/payloadCounts",
    doing: "Reading the payload counts of organization {orgId}",
    scopes: ["org.payloadCounts", ...readable],
    repeat: "freely",
  },
  "org.payloadCountsBreakdown": {
    method: "GET",
    path: "/orgs/{orgId}/payloadCountsBreakdown",
    doing: "Reading the payload counts by time of organization {orgId}",
    scopes: ["org.payloadCountsBreakdown", ...readable],
    repeat: "freely",
  },
  "orgs.get": {
    method: "GET",
    path: "/orgs",
    doing: "Listing organizations",
    scopes: ["orgs.get", "orgs.*", "all.User", "all.User.read"],
    repeat: "freely",
  },
  "orgs.post": {
    method: "POST",
    path: "/orgs",
    doing: "Creating organization {name}",
    scopes: ["orgs.post", "orgs.*", "all.User"],
    repeat: "never",
  },
  "applications.get": {
    method: "GET",
    path: "/applications",
    doing: "Listing applications {whose}",
    scopes: ["applications.get", "applications.*", ...listable, "all.User.cli"],
    repeat: "freely",
  },
  "dashboards.get": {
    method: "GET",
    path: "/dashboards",
    doing: "Listing dashboards {whose}",
    scopes: ["dashboards.get", "dashboards.*", ...listable],
    repeat: "freely",
  },
  "me.get": {
    method: "GET",
    path: "/me",
    doing: "Reading the authenticated user",
    scopes: ["me.get", "me.*", "all.User", "all.User.read"],
    repeat: "freely",
  },
} as const satisfies Record<string, Action>;

/** The name of an action, as the vendor's own clients call it. */
export type ActionName = keyof typeof actions;
