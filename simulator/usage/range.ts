import type { Organization } from "../entities/organization";
import { validation } from "../rules/api-error";
import { dayMs } from "../store/clock";

/** A stretch of time in milliseconds since the epoch; the end belongs to it. */
export interface Range {
  start: number;
  end: number;
}

const startOf = (time: number, unit: number) => Math.floor(time / unit) * unit;

// Assumed: without a start, the last 30 days, today included; without an end, now.
/** The range that was asked for. Refuses one that ends before it starts. */
export const requestedRange = (query: { start?: number; end?: number }, now: number): Range => {
  const end = query.end ?? now;
  const start = query.start ?? startOf(end, dayMs) - 29 * dayMs;
  if (start > end) throw validation("start must not be after end.");
  return { start, end };
};

// Assumed: no figures before the organization existed, none of the future.
/** The days or hours (UTC) that a range touches, each by its start. */
export const bucketsIn = (range: Range, unit: number, organization: Organization, now: number): number[] => {
  const first = startOf(Math.max(range.start, Date.parse(organization.creationDate)), unit);
  const last = Math.min(range.end, now);
  const length = Math.max(0, Math.floor((last - first) / unit) + 1);
  return Array.from({ length }, (_, index) => first + index * unit);
};
