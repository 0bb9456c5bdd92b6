import { member } from "../entities/member";
import { id } from "../entities/primitives";
import {
  administeredOrganization,
  changeableOrganization,
  requireUnlimitedToken,
  requireWritable,
  visibleOrganization,
} from "../rules/access";
import { keepAnAdmin, refuseOwnRole, requireMember } from "../rules/members";
import type { Store } from "../store/store";
import { formatOrganization } from "../wire/organization";
import { summaryParameters } from "./query";
import { noBody, route } from "./route";

const memberPatch = member
  .pick({ userId: true, role: true, applicationRoles: true, dashboardRoles: true })
  .partial()
  .required({ userId: true });

// Assumed: roles on single resources that a PATCH leaves out are kept.
/** PATCH /orgs/{orgId}/member: changes what one member may do. */
export const orgModifyMember = route({
  action: "org.modifyMember",
  type: "organization",
  method: "PATCH",
  path: "/orgs/{orgId}/member",
  query: summaryParameters,
  body: memberPatch,
  handle: ({ store, orgId, query, body: { userId, ...roles } }) => {
    const organization = changeableOrganization(store, orgId);
    const modified = requireMember(organization, userId);
    refuseOwnRole(store.state.userId, userId);
    Object.assign(modified, roles);
    organization.lastUpdated = store.isoNow();
    return formatOrganization(store, organization, query);
  },
});

// Vendor's documentation: admins remove anyone, and anyone may leave but the only admin.
const organizationToLeave = (store: Store, orgId: string, userId: string) => {
  if (userId === store.state.userId) return visibleOrganization(store, orgId);
  requireUnlimitedToken(store, orgId);
  return administeredOrganization(store, orgId);
};

/** DELETE /orgs/{orgId}/member: removes a member. */
export const orgRemoveMember = route({
  action: "org.removeMember",
  type: "organization",
  method: "DELETE",
  path: "/orgs/{orgId}/member",
  query: { userId: id, ...summaryParameters },
  body: noBody,
  handle: ({ store, orgId, query }) => {
    const organization = organizationToLeave(store, orgId, query.userId);
    requireWritable(organization);
    const removed = requireMember(organization, query.userId);
    keepAnAdmin(organization, removed);
    organization.members = organization.members.filter((other) => other !== removed);
    organization.lastUpdated = store.isoNow();
    return formatOrganization(store, organization, query);
  },
});
