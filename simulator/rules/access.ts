import type { Member } from "../entities/member";
import type { Organization } from "../entities/organization";
import type { Person } from "../entities/person";
import type { Store } from "../store/store";
import { ApiError, forbidden, notFound } from "./api-error";
import { scopesFor } from "./scopes";

// Assumed: a missing and a wrong token are both answered 401.
/** Refuses a request without the token. */
export const requireToken = (store: Store, authorization: string | undefined): void => {
  if (authorization === `Bearer ${store.state.token}`) return;
  throw new ApiError(401, "The token is missing or not valid.");
};

// Vendor's schema: each action lists its scopes. That a missing one is answered 403 is assumed.
/** Refuses an action for which the token has no scope. */
export const requireScope = (store: Store, action: string): void => {
  const allowed = scopesFor(action);
  if (store.state.tokenScopes.some((scope) => allowed.includes(scope))) return;
  throw forbidden(`The token has none of the scopes ${allowed.join(", ")}.`);
};

/** The authenticated user. */
export const actorOf = (store: Store): Person => {
  const actor = store.person(store.state.userId);
  if (!actor) throw new ApiError(401, "The token belongs to nobody.");
  return actor;
};

/** The authenticated user among an organization's members. */
export const ownMember = (store: Store, organization: Organization): Member | undefined =>
  organization.members.find((member) => member.userId === store.state.userId);

// Assumed: an organization of which one is no member is answered like one that is not there.
/** The organization of an id, if the authenticated user is a member. */
export const visibleOrganization = (store: Store, orgId: string): Organization => {
  const organization = store.organization(orgId);
  if (organization && ownMember(store, organization)) return organization;
  throw notFound(`Organization ${orgId} was not found.`);
};

// Vendor's documentation: only admins invite, revoke, remove, change roles and settings, and transfer.
// Assumed: the list of invites and the deletion are held to the same.
/** The organization of an id, if the authenticated user is an admin there. */
export const administeredOrganization = (store: Store, orgId: string): Organization => {
  const organization = visibleOrganization(store, orgId);
  if (ownMember(store, organization)?.role === "admin") return organization;
  throw forbidden("Only an admin of the organization may do this.");
};

// Vendor's schema org has disabledAt and isReadOnly; that they stop every change but the deletion is assumed.
/** Refuses changes of an organization that is disabled or read-only. */
export const requireWritable = (organization: Organization): void => {
  if (!organization.isReadOnly && organization.disabledAt === false) return;
  throw forbidden("The organization is disabled or read-only.");
};

/** The role to which the token in use is limited in an organization. */
const roleLimit = (store: Store, orgId: string): Member["role"] | undefined => {
  const own = store.state.userApiTokens.find(({ scope }) => scope === undefined);
  return own?.orgRoles?.find((one) => one.orgId === orgId)?.role ?? own?.defaultRole;
};

// Vendor's documentation: a token may be limited to a role below its user's. That reading is not held to it is assumed.
/** Refuses what only admins may do, where the token in use is limited to a lower role. */
export const requireUnlimitedToken = (store: Store, orgId: string): void => {
  if ((roleLimit(store, orgId) ?? "admin") === "admin") return;
  throw forbidden("The token is limited to a role that is no admin's.");
};

/** The organization of an id, if the authenticated user may change it. */
export const changeableOrganization = (store: Store, orgId: string): Organization => {
  const organization = administeredOrganization(store, orgId);
  requireUnlimitedToken(store, orgId);
  requireWritable(organization);
  return organization;
};

// Vendor's documentation: the role none sees nothing by default. That this covers usage figures is assumed.
/** The organization of an id, if the authenticated user may see its usage figures. */
export const requireUsageRights = (store: Store, orgId: string): Organization => {
  const organization = visibleOrganization(store, orgId);
  if (ownMember(store, organization)?.role !== "none") return organization;
  throw forbidden("The role none gives no access to usage figures.");
};
