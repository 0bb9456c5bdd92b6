import type { OwnedResource } from "../entities/owned-resource";
import type { Store } from "../store/store";
import { chooseSummary, emptyFields, type SummaryQuery } from "./summary";
import { deviceCount } from "./usage-summary";

// Assumed: nothing was ever changed, so lastUpdated is the day of creation.
const formatOwned = (store: Store, resource: OwnedResource) => ({
  ...resource,
  lastUpdated: resource.creationDate,
  organizationName: store.organization(resource.ownerId)?.name,
});

/** An application as the vendor's schema applications lists it. */
export const formatApplication = (store: Store, resource: OwnedResource, query: SummaryQuery) => {
  const fields = {
    ...emptyFields,
    dashCount: () => 0,
    deviceCount: () => deviceCount([resource], store.now()),
    payloadCount: () => ({}),
  };
  return {
    ...formatOwned(store, resource),
    applicationId: resource.id,
    summary: chooseSummary(fields, query, ["payloadCount"]),
  };
};

/** A dashboard as the vendor's schema dashboards lists it; its blocks are not simulated. */
export const formatDashboard = (store: Store, resource: OwnedResource) => ({
  ...formatOwned(store, resource),
  dashboardId: resource.id,
  blocks: [],
});
