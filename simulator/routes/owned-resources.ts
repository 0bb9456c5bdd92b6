import { z } from "zod";
import { id } from "../entities/primitives";
import { visibleResources } from "../rules/resources";
import { formatApplication, formatDashboard } from "../wire/owned-resource";
import { pageOf, pageParameters } from "./page";
import { summaryParameters } from "./query";
import { noBody, route } from "./route";

const idOrBlank = z.union([z.literal(""), id]).optional();

/** GET /applications: a page of those that the authenticated user may see. */
export const applicationsGet = route({
  action: "applications.get",
  type: "applications",
  method: "GET",
  path: "/applications",
  query: {
    ...pageParameters,
    sortField: z.enum(["name", "id", "creationDate", "ownerId", "lastUpdated"]).default("name"),
    orgId: idOrBlank,
    ...summaryParameters,
  },
  body: noBody,
  handle: ({ store, query }) => {
    const resources = visibleResources(store, "application", query.orgId).map((each) =>
      formatApplication(store, each, query),
    );
    const { shown, figures } = pageOf(resources, query);
    return { items: shown, ...figures };
  },
});

// Assumed: no dashboard here is linked to an application, so only a blank applicationId finds any.
/** GET /dashboards: a page of those that the authenticated user may see. */
export const dashboardsGet = route({
  action: "dashboards.get",
  type: "dashboards",
  method: "GET",
  path: "/dashboards",
  query: {
    ...pageParameters,
    sortField: z
      .enum(["name", "id", "creationDate", "ownerId", "applicationId", "lastUpdated"])
      .default("name"),
    orgId: idOrBlank,
    applicationId: idOrBlank,
  },
  body: noBody,
  handle: ({ store, query }) => {
    const resources = query.applicationId ? [] : visibleResources(store, "dashboard", query.orgId);
    const { shown, figures } = pageOf(
      resources.map((each) => formatDashboard(store, each)),
      query,
    );
    return { items: shown, ...figures };
  },
});
