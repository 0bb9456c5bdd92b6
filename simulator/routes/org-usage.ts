import { z } from "zod";
import { requireUsageRights } from "../rules/access";
import { dayMs, hourMs, toIso } from "../store/clock";
import type { Store } from "../store/store";
import { deviceHistory, devicesOn } from "../usage/devices";
import { notebooksOn } from "../usage/notebooks";
import { payloadBreakdown } from "../usage/payload-breakdown";
import { payloadSources, payloadStats } from "../usage/payloads";
import { bucketsIn, type Range, requestedRange } from "../usage/range";
import { ownedBy } from "../wire/organization";
import { flag, milliseconds } from "./query";
import { noBody, route } from "./route";

const rangeParameters = { start: milliseconds, end: milliseconds };

const usageOf = (store: Store, orgId: string, query: { start?: number; end?: number }) => {
  const organization = requireUsageRights(store, orgId);
  const now = store.now();
  const range = requestedRange(query, now);
  return {
    range,
    until: Math.min(range.end, now),
    applications: ownedBy(store.state.applications, organization.id),
    buckets: (unit: number) => bucketsIn(range, unit, organization, now),
  };
};

const envelope = (range: Range, counts: object[]) => ({
  start: toIso(range.start),
  end: toIso(range.end),
  counts,
});

/** GET /orgs/{orgId}/deviceCounts: whole days. */
export const orgDeviceCounts = route({
  action: "org.deviceCounts",
  type: "deviceCounts",
  method: "GET",
  path: "/orgs/{orgId}/deviceCounts",
  query: rangeParameters,
  body: noBody,
  handle: ({ store, orgId, query }) => {
    const usage = usageOf(store, orgId, query);
    const histories = usage.applications.map((application) => deviceHistory(application, usage.until));
    const days = usage.buckets(dayMs).map((day) => ({ date: toIso(day), ...devicesOn(histories, day) }));
    return envelope(usage.range, days);
  },
});

/** GET /orgs/{orgId}/notebookMinuteCounts: whole days. */
export const orgNotebookMinuteCounts = route({
  action: "org.notebookMinuteCounts",
  type: "notebookMinuteCounts",
  method: "GET",
  path: "/orgs/{orgId}/notebookMinuteCounts",
  query: rangeParameters,
  body: noBody,
  handle: ({ store, orgId, query }) => {
    const usage = usageOf(store, orgId, query);
    const days = usage.buckets(dayMs);
    return envelope(
      usage.range,
      days.map((day) => ({ date: toIso(day), ...notebooksOn(usage.applications, day) })),
    );
  },
});

/** GET /orgs/{orgId}/payloadCounts: by type and source, without an envelope (vendor's schema payloadStats). */
export const orgPayloadCounts = route({
  action: "org.payloadCounts",
  method: "GET",
  path: "/orgs/{orgId}/payloadCounts",
  query: { ...rangeParameters, asBytes: flag.default(false) },
  body: noBody,
  handle: ({ store, orgId, query }) => {
    const usage = usageOf(store, orgId, query);
    return payloadStats(
      payloadSources(usage.applications, usage.until),
      usage.buckets(hourMs),
      query.asBytes,
    );
  },
});

/** GET /orgs/{orgId}/payloadCountsBreakdown: per day or hour; a day at the edge counts only its hours within the range (assumed). */
export const orgPayloadCountsBreakdown = route({
  action: "org.payloadCountsBreakdown",
  type: "payloadCountsBreakdown",
  method: "GET",
  path: "/orgs/{orgId}/payloadCountsBreakdown",
  query: {
    ...rangeParameters,
    resolution: z.enum(["86400000", "3600000"]).default("86400000").transform(Number),
    asBytes: flag.default(false),
    includeNonBillable: flag.default(false),
  },
  body: noBody,
  handle: ({ store, orgId, query }) => {
    const usage = usageOf(store, orgId, query);
    const sources = payloadSources(usage.applications, usage.until);
    const values = payloadBreakdown(sources, usage.buckets(hourMs), query);
    const counts = [...values].map(([date, value]) => ({ date: toIso(date), value }));
    return envelope(usage.range, counts);
  },
});
