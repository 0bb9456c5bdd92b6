const readable = [
  "get",
  "pendingInvites",
  "deviceCounts",
  "notebookMinuteCounts",
  "payloadCounts",
  "payloadCountsBreakdown",
];

const readScopes = (scope: string, operation: string) =>
  readable.includes(operation) ? [scope, `${scope}.read`] : [scope];

const reachedByOrganization = [
  "org",
  "applications",
  "dashboards",
  "auditLogs",
  "applicationApiTokens",
  "applicationKeys",
];

// Vendor's documentation: all.Organization reaches the actions of one organization and of what it owns, not the
// creating and listing of organizations; `.read` reaches what only reads; all.User.cli lists applications.
/** The token scopes of which an action needs one, such as `org.*` for `org.get`. */
export const scopesFor = (action: string): string[] => {
  const [noun = "", operation = ""] = action.split(".");
  const organization = reachedByOrganization.includes(noun) ? readScopes("all.Organization", operation) : [];
  const inApplication = ["applicationApiTokens", "applicationKeys"].includes(noun);
  const application = inApplication ? readScopes("all.Application", operation) : [];
  const cli = action === "applications.get" ? ["all.User.cli"] : [];
  return [...organization, ...application, ...readScopes("all.User", operation), ...cli, `${noun}.*`, action];
};
