import { z } from "zod";
import type { AuditEntry } from "../entities/audit-entry";
import { administeredOrganization } from "../rules/access";
import { notFound } from "../rules/api-error";
import { pageParameters } from "./page";
import { milliseconds } from "./query";
import { noBody, route } from "./route";

const mostFilters = 10;

// The vendor's client writes the filter so; of its parts only the action is known here.
const filterNames = Array.from(
  { length: mostFilters },
  (_, index) => `auditLogFilter[request][${index}][action]`,
);
const filterParameters = Object.fromEntries(filterNames.map((name) => [name, z.string().optional()]));

const { page, perPage } = pageParameters;

interface Sorting {
  sortField: "creationDate" | "responseStatus" | "actorName";
  sortDirection: "asc" | "desc";
}

// What is equal stays in the order of the log: the newest first.
const sorted = (entries: readonly AuditEntry[], { sortField, sortDirection }: Sorting): AuditEntry[] => {
  const sign = sortDirection === "asc" ? 1 : -1;
  const compare = (one: string | number, other: string | number) => (one < other ? -1 : one > other ? 1 : 0);
  return entries.toSorted((one, other) => sign * compare(one[sortField], other[sortField]));
};

// Vendor's documentation: only organizations of enterprises have a log, for admins; that others get a 404 is assumed.
/** GET /orgs/{orgId}/audit-logs: a page of the writing calls, newest first. */
export const auditLogsGet = route({
  action: "auditLogs.get",
  type: "auditLogs",
  method: "GET",
  path: "/orgs/{orgId}/audit-logs",
  query: {
    page,
    perPage,
    start: milliseconds,
    end: milliseconds,
    sortField: z.enum(["creationDate", "responseStatus", "actorName"]).default("creationDate"),
    sortDirection: z.enum(["asc", "desc"]).default("desc"),
    ...filterParameters,
  },
  body: noBody,
  handle: ({ store, orgId, query }) => {
    const organization = administeredOrganization(store, orgId);
    if (!store.state.hasAuditLog) throw notFound("The organization has no audit log.");
    const wanted = new Map<string, unknown>(Object.entries(query));
    const actions = filterNames.flatMap((name) => wanted.get(name) ?? []);
    const { start = 0, end = Number.POSITIVE_INFINITY } = query;
    const all = sorted(
      store.state.auditLog.filter(
        ({ orgId, requestAction, creationDate }) =>
          orgId === organization.id &&
          (actions.length === 0 || actions.includes(requestAction)) &&
          Date.parse(creationDate) >= start &&
          Date.parse(creationDate) <= end,
      ),
      query,
    );
    const items = all.slice(query.page * query.perPage, (query.page + 1) * query.perPage);
    const figures = { count: items.length, totalCount: all.length, page: query.page, perPage: query.perPage };
    const { sortField, sortDirection } = query;
    return { items, ...figures, sortField, sortDirection, orgId: organization.id };
  },
});
