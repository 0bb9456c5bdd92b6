import { meGet } from "./me";
import { orgDelete, orgGet, orgPatch } from "./org";
import { orgInviteMember, orgPendingInvites, orgRevokeInvite } from "./org-invites";
import { orgInvitesGet, orgInvitesPost } from "./org-invites-public";
import { orgModifyMember, orgRemoveMember } from "./org-members";
import { orgTransferResources } from "./org-transfer-resources";
import {
  orgDeviceCounts,
  orgNotebookMinuteCounts,
  orgPayloadCounts,
  orgPayloadCountsBreakdown,
} from "./org-usage";
import { orgsGet, orgsPost } from "./orgs";
import { applicationsGet, dashboardsGet } from "./owned-resources";
import type { Route } from "./route";

/** Every action that the simulator serves. */
export const routes: readonly Route[] = [
  applicationsGet,
  dashboardsGet,
  meGet,
  orgDelete,
  orgDeviceCounts,
  orgGet,
  orgInviteMember,
  orgInvitesGet,
  orgInvitesPost,
  orgModifyMember,
  orgNotebookMinuteCounts,
  orgPatch,
  orgPayloadCounts,
  orgPayloadCountsBreakdown,
  orgPendingInvites,
  orgRemoveMember,
  orgRevokeInvite,
  orgsGet,
  orgsPost,
  orgTransferResources,
];
