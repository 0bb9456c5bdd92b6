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

// Vendor's documentation: all.Organization reaches the actions of one organization, not the
// creating and listing of organizations; `.read` reaches what only reads.
/** The token scopes of which an action needs one, such as `org.*` for `org.get`. */
export const scopesFor = (action: string): string[] => {
  const [noun = "", operation = ""] = action.split(".");
  const organization = noun === "org" ? readScopes("all.Organization", operation) : [];
  return [...organization, ...readScopes("all.User", operation), `${noun}.*`, action];
};
