import type { DayValue, Period } from "./figures";
import { dayMs, lengthOf } from "./time";

/**
 * What a sum comes to at the period's end: as much for each moment to come as for those so far. Null on the period's first
 * day, of which nothing follows yet.
 */
export function projectedSum(soFar: number, period: Period, now: Date): number | null {
  const elapsed = now.getTime() - Date.parse(period.start);
  if (elapsed < dayMs) return null;
  return Math.round((soFar * lengthOf(period)) / elapsed);
}

/**
 * What a number of things comes to at the period's end: the line from the period's first day to its last one so far goes
 * on. Null while there is one day only.
 */
export function projectedLevel(days: readonly DayValue[], period: Period, now: Date): number | null {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const between = Date.parse(last.day) - Date.parse(first.day);
  if (between < dayMs) return null;
  const perMillisecond = (last.value - first.value) / between;
  const left = Date.parse(period.end) - now.getTime();
  return Math.max(0, Math.round(last.value + perMillisecond * left));
}
