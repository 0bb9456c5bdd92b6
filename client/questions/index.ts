import { getMember } from "./get-member";
import { getOrganization } from "./get-organization";
import { getOrganizations } from "./get-organizations";
import { getPendingInvites } from "./get-pending-invites";
import { getApplications, getDashboards } from "./owned-resources";
import * as usage from "./usage";

export type { Given, Problem } from "./checks";
export { withoutNulls } from "./plain-data";
export { problemText, type Question } from "./question";
export { type Ask, type Reads, sharedReads } from "./shared-reads";

/** What every data function asks, by the function's name. This folder loads neither packages nor the client. */
export const questions = {
  getApplications,
  getDashboards,
  getMember,
  getOrganization,
  getOrganizations,
  getPendingInvites,
  ...usage,
};

export type QuestionName = keyof typeof questions;
