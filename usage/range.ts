import type { Period, Range } from "./figures";
import { dayMs } from "./time";

/** The most days of a range. */
export const mostDays = 93;

const dayLength = 10;
const isDay = /^\d{4}-\d\d-\d\d$/;
const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** A moment as it is stated: a day (UTC) is its start, or its last millisecond. Undefined for what is no time. */
export function momentIn(text: string, edge: "start" | "end"): Date | undefined {
  if (!isDay.test(text) && !isMoment.test(text)) return undefined;
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime()) || !isOfCalendar(text)) return undefined;
  return isDay.test(text) && edge === "end" ? new Date(moment.getTime() + dayMs - 1) : moment;
}

/** `2026-02-30` would become a day of March. */
function isOfCalendar(text: string): boolean {
  const day = text.slice(0, dayLength);
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}

/** Days (UTC) that a range touches. */
export function daysIn({ start, end }: Range): number {
  return Math.floor(Date.parse(end) / dayMs) - Math.floor(Date.parse(start) / dayMs) + 1;
}

/** What is asked for, as far as it is stated. */
export interface Stated {
  from?: Date | undefined;
  to?: Date | undefined;
}

/** Why a stated range cannot be asked for; undefined where it can. */
export function problemOf({ from, to }: Stated, now: Date): string | undefined {
  const end = to ?? now;
  if (from === undefined) return undefined;
  if (from > end) return `--from is after ${to === undefined ? "now" : "--to"}`;
  const days = daysIn({ start: from.toISOString(), end: end.toISOString() });
  return days > mostDays ? `${days} days are asked for; at most ${mostDays} are possible` : undefined;
}

/**
 * The range that is asked for: without a start, from the period's start, or 93 days where that is longer ago; with an end
 * before the period, the 30 days up to it.
 */
export function askedRange({ from, to }: Stated, period: Period, now: Date): Range {
  const end = to ?? now;
  const start = from ?? usualStart(end, new Date(period.start));
  return { start: start.toISOString(), end: end.toISOString() };
}

function usualStart(end: Date, periodStart: Date): Date {
  const day = Math.floor(end.getTime() / dayMs) * dayMs;
  if (end < periodStart) return new Date(day - 29 * dayMs);
  return new Date(Math.max(day - (mostDays - 1) * dayMs, periodStart.getTime()));
}

/** The same time in ranges of at most 93 days each. */
export function piecesOf({ start, end }: Range): Range[] {
  const [first, last] = [Date.parse(start), Date.parse(end)];
  const firstDay = Math.floor(first / dayMs) * dayMs;
  const starts: number[] = [];
  for (let at = firstDay; at <= last; at += mostDays * dayMs) starts.push(at);
  return starts.map((at, index) => ({
    start: new Date(Math.max(at, first)).toISOString(),
    end: new Date(Math.min((starts[index + 1] ?? last + 1) - 1, last)).toISOString(),
  }));
}

/** Whether a part begins with a day (UTC), and a range has all of its days. */
export function isPartOf(part: Range, range: Range): boolean {
  const [start, end] = [Date.parse(part.start), Date.parse(part.end)];
  return start % dayMs === 0 && Date.parse(range.start) <= start && end <= Date.parse(range.end);
}
