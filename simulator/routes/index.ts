import * as auditLogs from "./audit-logs";
import * as credentials from "./credentials";
import * as me from "./me";
import * as org from "./org";
import * as orgInvites from "./org-invites";
import * as orgInvitesPublic from "./org-invites-public";
import * as orgMembers from "./org-members";
import * as orgTransferResources from "./org-transfer-resources";
import * as orgUsage from "./org-usage";
import * as orgs from "./orgs";
import * as ownedResources from "./owned-resources";
import type { Route } from "./route";
import * as userApiTokens from "./user-api-tokens";

/** Every action that the simulator serves: all that these modules export. */
export const routes: readonly Route[] = Object.values({
  ...auditLogs,
  ...credentials,
  ...me,
  ...org,
  ...orgInvites,
  ...orgInvitesPublic,
  ...orgMembers,
  ...orgTransferResources,
  ...orgUsage,
  ...orgs,
  ...ownedResources,
  ...userApiTokens,
});
