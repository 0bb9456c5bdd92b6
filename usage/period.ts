import { z } from "zod";
import type { Period } from "./figures";
import { dayMs, lengthOf } from "./time";

const longestMonth = 31 * dayMs;

const Stated = z.object({
  currentPeriodStart: z.iso.datetime({ offset: true }),
  currentPeriodEnd: z.iso.datetime({ offset: true }),
});

/** The billing period that an organization states if it holds now, else the calendar month. */
export function billingPeriod(organization: object, now: Date): Period {
  const stated = Stated.safeParse(organization).data;
  if (stated === undefined) return calendarMonth(now);
  const [start, end] = [new Date(stated.currentPeriodStart), new Date(stated.currentPeriodEnd)];
  if (start > now || end <= now) return calendarMonth(now);
  return { start: start.toISOString(), end: end.toISOString(), source: "losant" };
}

/** The calendar month of a moment, in UTC. */
export function calendarMonth(now: Date): Period {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  const [start, end] = [new Date(Date.UTC(year, month)), new Date(Date.UTC(year, month + 1))];
  return { start: start.toISOString(), end: end.toISOString(), source: "calendarMonth" };
}

/** The period of a limit that is stated per month: a billing period of a year would be held to a month's limit. */
export function monthlyPeriod(period: Period, now: Date): Period {
  return lengthOf(period) <= longestMonth ? period : calendarMonth(now);
}
