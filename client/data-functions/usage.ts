import type { RangeParameters } from "../types";
import { flag, id, moment, optional, resolution } from "./checks";
import { dataFunction } from "./data-function";
import type { Reads } from "./shared-reads";

const range = { orgId: id, start: optional(moment), end: optional(moment) };
const payloads = { ...range, asBytes: optional(flag) };

export const getDeviceCounts = dataFunction({
  name: "getDeviceCounts",
  checks: range,
  ask: (reads, args: RangeParameters) => reads.deviceCounts(args),
});

export const getNotebookMinuteCounts = dataFunction({
  name: "getNotebookMinuteCounts",
  checks: range,
  ask: (reads, args: RangeParameters) => reads.notebookMinuteCounts(args),
});

/** Its names are Losant's types of payloads, which nobody can list beforehand. */
export const getPayloadCounts = dataFunction({
  name: "getPayloadCounts",
  property: "counts",
  checks: payloads,
  ask: (reads, args: Parameters<Reads["payloadCounts"]>[0]) => reads.payloadCounts(args),
});

export const getPayloadCountsBreakdown = dataFunction({
  name: "getPayloadCountsBreakdown",
  checks: { ...payloads, resolution: optional(resolution), includeNonBillable: optional(flag) },
  ask: (reads, args: Parameters<Reads["payloadCountsBreakdown"]>[0]) => reads.payloadCountsBreakdown(args),
});
