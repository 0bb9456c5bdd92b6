import type { Organization } from "../entities/organization";
import type { OwnedResource } from "../entities/owned-resource";
import type { Store } from "../store/store";
import { ownMember } from "./access";

/** The nouns of what organizations and persons own. */
export type ResourceKind = "application" | "dashboard";

// Vendor's documentation: roles on single resources override the role none both ways.
const mayRead = (store: Store, kind: ResourceKind, organization: Organization, id: string): boolean => {
  const member = ownMember(store, organization);
  if (!member) return false;
  const { applicationRoles, dashboardRoles } = member;
  const roles = kind === "application" ? applicationRoles : dashboardRoles;
  const role = roles.find(({ resourceId }) => resourceId === id)?.role ?? member.role;
  return member.role === "admin" || role !== "none";
};

// Vendor's schema: without orgId all, blank the person's own, else those of that organization.
// Assumed: an organization of which one is no member has an empty list, not a refusal.
/** The applications or dashboards that the authenticated user may see. */
export const visibleResources = (
  store: Store,
  kind: ResourceKind,
  orgId: string | undefined,
): OwnedResource[] => {
  const { applications, dashboards, userId } = store.state;
  const ownerId = orgId === "" ? userId : orgId;
  const isVisible = (resource: OwnedResource): boolean => {
    if (resource.ownerId === userId) return true;
    const organization = store.organization(resource.ownerId);
    return organization !== undefined && mayRead(store, kind, organization, resource.id);
  };
  return (kind === "application" ? applications : dashboards).filter(
    (resource) => (ownerId === undefined || resource.ownerId === ownerId) && isVisible(resource),
  );
};
