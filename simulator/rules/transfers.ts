import type { Organization } from "../entities/organization";
import type { OwnedResource } from "../entities/owned-resource";
import type { Store } from "../store/store";
import { changeableOrganization } from "./access";
import { notFound, validation } from "./api-error";

/** Where applications and dashboards go; the organization where it is one. */
export interface Destination {
  id: string;
  type: OwnedResource["ownerType"];
  organization?: Organization;
}

// Assumed: a person's things belong to that person alone, so the only one to give to is oneself.
const requireSelf = (store: Store, userId: string): void => {
  if (userId !== store.state.userId) throw notFound(`User ${userId} was not found.`);
};

// Vendor's documentation: a transfer needs admin rights on both sides. 404, 403 and the refusal of one's own source are assumed.
/** The destination of a transfer. */
export const requireDestination = (store: Store, source: Organization, to: Destination): Destination => {
  if (to.id === source.id) throw validation("The destination already owns these resources.");
  if (to.type === "organization") return { ...to, organization: changeableOrganization(store, to.id) };
  requireSelf(store, to.id);
  return to;
};

// Assumed: 400, with or without `strict`, of which the vendor's schema says nothing.
/** Those of the resources that are to move; refuses what is not there and what the source does not own. */
export const requireOwned = (
  resources: readonly OwnedResource[],
  ids: readonly string[],
  source: Organization,
): OwnedResource[] => {
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  return ids.map((id) => {
    const resource = byId.get(id);
    if (resource?.ownerId === source.id) return resource;
    throw validation(`${id} is not owned by this organization.`);
  });
};

// Vendor's documentation: there must be room in the destination's limits. Assumed: 400.
/** Refuses a transfer for which the destination has no room. */
export const requireRoom = (
  resources: readonly OwnedResource[],
  moving: readonly OwnedResource[],
  destination: Destination,
  limit: number | undefined,
): void => {
  const held = resources.filter((resource) => resource.ownerId === destination.id).length;
  if (limit !== undefined && held + moving.length > limit)
    throw validation(`The destination holds ${held} of ${limit} and has no room for ${moving.length} more.`);
};

// Assumed: the vendor's schema demands neither list, but a transfer of nothing must be a mistake.
/** Refuses a transfer of nothing. */
export const refuseEmptyTransfer = (transfer: { applicationIds: string[]; dashboardIds: string[] }): void => {
  if (transfer.applicationIds.length + transfer.dashboardIds.length > 0) return;
  throw validation("applicationIds or dashboardIds must name something to transfer.");
};
