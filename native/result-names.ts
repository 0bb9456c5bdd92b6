/**
 * An invoke answers with an object. What a data function gives as a list or a map stands in that object under a name
 * of its own.
 */
export const resultNames = {
  getOrganizations: "organizations",
  getPendingInvites: "invites",
  getPayloadCounts: "counts",
} as const;
