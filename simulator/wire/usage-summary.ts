import type { Organization } from "../entities/organization";
import type { OwnedResource } from "../entities/owned-resource";
import { dayMs, hourMs } from "../store/clock";
import { deviceHistory, devicesOn } from "../usage/devices";
import { notebooksOn, runsOf } from "../usage/notebooks";
import { payloadSources, payloadStats } from "../usage/payloads";
import { bucketsIn } from "../usage/range";
import { periodOf } from "./period";

const buckets = (organization: Organization, now: number, unit: number) =>
  bucketsIn({ start: periodOf(now).start, end: now }, unit, organization, now);

/** How many devices some applications have now. */
export const deviceCount = (applications: readonly OwnedResource[], now: number): number =>
  devicesOn(
    applications.map((application) => deviceHistory(application, now)),
    now,
  ).total;

/** The payloads of the billing period so far. */
export const payloadCount = (
  organization: Organization,
  applications: readonly OwnedResource[],
  now: number,
) => payloadStats(payloadSources(applications, now), buckets(organization, now, hourMs), false);

/** The notebook runs of the billing period so far. */
export const notebookStats = (
  organization: Organization,
  applications: readonly OwnedResource[],
  now: number,
) => {
  const days = buckets(organization, now, dayMs).map((day) => notebooksOn(applications, day));
  return {
    awaitingCompletion: 0,
    minutesThisPeriod: days.reduce((sum, day) => sum + day.minutes, 0),
    runsThisPeriod: days.reduce((sum, day) => sum + runsOf(day), 0),
  };
};
