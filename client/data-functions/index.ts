import { getMember } from "./get-member";
import { getOrganization } from "./get-organization";
import { getOrganizations } from "./get-organizations";
import { getPendingInvites } from "./get-pending-invites";
import { getApplications, getDashboards } from "./owned-resources";
import * as usage from "./usage";

export type { Given, Problem } from "./checks";
export { type DataFunction, problemText } from "./data-function";
export { withoutNulls } from "./plain-data";
export { type Ask, type Reads, sharedReads } from "./shared-reads";

/** Every data function by its name. This folder loads neither packages nor the client. */
export const dataFunctions = {
  getApplications,
  getDashboards,
  getMember,
  getOrganization,
  getOrganizations,
  getPendingInvites,
  ...usage,
};

export type DataFunctionName = keyof typeof dataFunctions;
