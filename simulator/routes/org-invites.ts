import type { z } from "zod";
import { type Invite, invite, inviteTtl } from "../entities/invite";
import { id } from "../entities/primitives";
import { administeredOrganization, changeableOrganization } from "../rules/access";
import {
  refuseInvited,
  refuseMember,
  requireAllowedDomain,
  requireInvite,
  requireSeat,
} from "../rules/invites";
import { inviteToken } from "../store/identifiers";
import type { Store } from "../store/store";
import { formatInvites } from "../wire/invite";
import { noBody, route } from "./route";

const invitePost = invite
  .pick({ email: true, role: true, applicationRoles: true, dashboardRoles: true, disallowTransfer: true })
  .partial()
  .required({ email: true, role: true });

/** GET /orgs/{orgId}/invites: a bare array, expired ones too. */
export const orgPendingInvites = route({
  action: "org.pendingInvites",
  method: "GET",
  path: "/orgs/{orgId}/invites",
  query: {},
  body: noBody,
  handle: ({ store, orgId }) => formatInvites(store, administeredOrganization(store, orgId).id),
});

// Assumed: without disallowTransfer an invite may be accepted under another address.
const newInvite = (store: Store, sent: z.output<typeof invitePost>): Invite => {
  const inviteId = store.nextId();
  return {
    id: inviteId,
    applicationRoles: [],
    dashboardRoles: [],
    disallowTransfer: false,
    ...sent,
    inviteDate: store.isoNow(),
    ttl: inviteTtl,
    token: inviteToken(inviteId),
  };
};

/** POST /orgs/{orgId}/invites: 200, and the bare array of all invites (vendor's schema). */
export const orgInviteMember = route({
  action: "org.inviteMember",
  method: "POST",
  path: "/orgs/{orgId}/invites",
  query: {},
  body: invitePost,
  handle: ({ store, orgId, body }) => {
    const organization = changeableOrganization(store, orgId);
    const invites = store.invites(organization.id);
    refuseMember(organization, body.email);
    refuseInvited(invites, body.email);
    requireAllowedDomain(organization, body.email);
    requireSeat(organization, invites, store.now());
    invites.push(newInvite(store, body));
    return formatInvites(store, organization.id);
  },
});

/** DELETE /orgs/{orgId}/invites: 200, and the bare array of those left (vendor's schema). */
export const orgRevokeInvite = route({
  action: "org.revokeInvite",
  method: "DELETE",
  path: "/orgs/{orgId}/invites",
  query: { inviteId: id },
  body: noBody,
  handle: ({ store, orgId, query }) => {
    const organization = changeableOrganization(store, orgId);
    const invites = store.invites(organization.id);
    const revoked = requireInvite(invites, (candidate) => candidate.id === query.inviteId);
    store.state.invites[organization.id] = invites.filter((other) => other !== revoked);
    return formatInvites(store, organization.id);
  },
});
