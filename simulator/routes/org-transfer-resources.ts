import { z } from "zod";
import { ownerType } from "../entities/owned-resource";
import { id } from "../entities/primitives";
import { changeableOrganization } from "../rules/access";
import { refuseEmptyTransfer, requireDestination, requireOwned, requireRoom } from "../rules/transfers";
import { route } from "./route";

const ids = z.array(id).max(1000).default([]);

const resourceTransfer = z.strictObject({
  destinationId: id,
  destinationType: ownerType,
  applicationIds: ids,
  dashboardIds: ids,
  strict: z.boolean().optional(),
});

/** PATCH /orgs/{orgId}/transferResources: all or nothing (assumed), and no report per item. */
export const orgTransferResources = route({
  action: "org.transferResources",
  type: "success",
  method: "PATCH",
  path: "/orgs/{orgId}/transferResources",
  query: {},
  body: resourceTransfer,
  handle: ({ store, orgId, body }) => {
    const { applications, dashboards } = store.state;
    const source = changeableOrganization(store, orgId);
    refuseEmptyTransfer(body);
    const to = requireDestination(store, source, { id: body.destinationId, type: body.destinationType });
    const movingApplications = requireOwned(applications, body.applicationIds, source);
    const movingDashboards = requireOwned(dashboards, body.dashboardIds, source);
    requireRoom(applications, movingApplications, to, to.organization?.limits.application);
    requireRoom(dashboards, movingDashboards, to, to.organization?.limits.dashboard);
    for (const moving of [...movingApplications, ...movingDashboards])
      Object.assign(moving, { ownerId: to.id, ownerType: to.type });
    return { success: true };
  },
});
