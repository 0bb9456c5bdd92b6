import { hasExpired } from "../entities/invite";
import type { Organization } from "../entities/organization";
import type { OwnedResource } from "../entities/owned-resource";
import type { Store } from "../store/store";
import { formatPeriod } from "./period";
import { chooseSummary, emptyFields, type SummaryField, type SummaryQuery } from "./summary";
import { deviceCount, notebookStats, payloadCount } from "./usage-summary";

/** Those of some applications or dashboards that an owner has. */
export const ownedBy = (resources: readonly OwnedResource[], ownerId: string): OwnedResource[] =>
  resources.filter((resource) => resource.ownerId === ownerId);

// Assumed: pendingInviteCount leaves expired invites out.
const pendingInviteCount = (store: Store, orgId: string) =>
  store.invites(orgId).filter((invite) => !hasExpired(invite, store.now())).length;

const summaryFields = (store: Store, organization: Organization): Record<string, SummaryField> => {
  const applications = ownedBy(store.state.applications, organization.id);
  return {
    ...emptyFields,
    appCount: () => applications.length,
    dashCount: () => ownedBy(store.state.dashboards, organization.id).length,
    deviceCount: () => deviceCount(applications, store.now()),
    memberCount: () => organization.members.length,
    pendingInviteCount: () => pendingInviteCount(store, organization.id),
    notebookStats: () => notebookStats(organization, applications, store.now()),
    payloadCount: () => payloadCount(organization, applications, store.now()),
  };
};

/** An organization as the vendor's schema org has it. */
export const formatOrganization = (store: Store, organization: Organization, query: SummaryQuery = {}) => ({
  ...organization,
  orgId: organization.id,
  ...formatPeriod(store.now()),
  summary: chooseSummary(summaryFields(store, organization), query, ["payloadCount"]),
});
