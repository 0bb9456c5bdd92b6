import { settingsPatch } from "../entities/organization";
import {
  administeredOrganization,
  changeableOrganization,
  requireUnlimitedToken,
  visibleOrganization,
} from "../rules/access";
import { formatOrganization } from "../wire/organization";
import { summaryParameters } from "./query";
import { noBody, route } from "./route";

/** GET /orgs/{orgId}: any member may read (assumed, whatever the role). */
export const orgGet = route({
  action: "org.get",
  type: "organization",
  method: "GET",
  path: "/orgs/{orgId}",
  query: summaryParameters,
  body: noBody,
  handle: ({ store, orgId, query }) => formatOrganization(store, visibleOrganization(store, orgId), query),
});

/** PATCH /orgs/{orgId}: changes the settings given, keeps the others. */
export const orgPatch = route({
  action: "org.patch",
  type: "organization",
  method: "PATCH",
  path: "/orgs/{orgId}",
  query: summaryParameters,
  body: settingsPatch,
  handle: ({ store, orgId, query, body: { cardToken: _cardToken, ...settings } }) => {
    const organization = changeableOrganization(store, orgId);
    Object.assign(organization, settings, { lastUpdated: store.isoNow() });
    return formatOrganization(store, organization, query);
  },
});

/** DELETE /orgs/{orgId}: its applications, dashboards and invites go with it (vendor's documentation). */
export const orgDelete = route({
  action: "org.delete",
  type: "success",
  method: "DELETE",
  path: "/orgs/{orgId}",
  query: {},
  body: noBody,
  handle: ({ store, orgId }) => {
    const { state } = store;
    const doomed = administeredOrganization(store, orgId);
    requireUnlimitedToken(store, orgId);
    const survives = (resource: { ownerId: string }) => resource.ownerId !== doomed.id;
    state.organizations = state.organizations.filter((organization) => organization !== doomed);
    state.applications = state.applications.filter(survives);
    state.dashboards = state.dashboards.filter(survives);
    delete state.invites[doomed.id];
    return { success: true };
  },
});
