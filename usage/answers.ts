import type {
  DeviceCounts,
  NotebookMinuteCounts,
  PayloadCounts,
  PayloadCountsBreakdown,
} from "../client/types";
import type { DayValue, DeviceDay, HourValue, KindValue, NotebookDay } from "./figures";

/** An answer, or why there is none. */
export type Answer<Data> = { data: Data } | { problem: string };

/** Losant's answers in the form of figures: in the order of their days, each of which is there once. */
export function deviceDays(answers: readonly DeviceCounts[]): DeviceDay[] {
  const days = answers.flatMap(({ counts }) =>
    counts.map(({ date, total, created, deleted }) => ({ day: dayOf(date), total, created, deleted })),
  );
  return byDay(days, (one, other) => ({
    ...other,
    created: one.created + other.created,
    deleted: one.deleted + other.deleted,
  }));
}

export function notebookDays(answers: readonly NotebookMinuteCounts[]): NotebookDay[] {
  const days = answers.flatMap(({ counts }) =>
    counts.map(({ date, minutes, completed, canceled, errored, timeout }) => ({
      day: dayOf(date),
      minutes,
      runs: completed + canceled + errored + timeout,
    })),
  );
  return byDay(days, (one, other) => ({
    day: one.day,
    minutes: one.minutes + other.minutes,
    runs: one.runs + other.runs,
  }));
}

export function payloadDays(answers: readonly PayloadCountsBreakdown[]): DayValue[] {
  const days = answers.flatMap(({ counts }) =>
    counts.map(({ date, value }) => ({ day: dayOf(date), value })),
  );
  return byDay(days, (one, other) => ({ day: one.day, value: one.value + other.value }));
}

export function payloadHours({ counts }: PayloadCountsBreakdown): HourValue[] {
  const hours = counts.map(({ date, value }) => ({ hour: momentOf(date).toISOString(), value }));
  return hours.sort((one, other) => compare(one.hour, other.hour));
}

export function payloadKinds(counts: PayloadCounts): KindValue[] {
  const kinds = Object.entries(counts).flatMap(([type, bySource]) =>
    Object.entries(bySource).map(([source, value]) => ({ type, source, value })),
  );
  return kinds.sort(
    (one, other) =>
      other.value - one.value || compare(one.type, other.type) || compare(one.source, other.source),
  );
}

/** Two answers may both have the day at which a range was cut in two. */
function byDay<Entry extends { day: string }>(
  entries: readonly Entry[],
  together: (one: Entry, other: Entry) => Entry,
): Entry[] {
  const days = new Map<string, Entry>();
  for (const entry of entries) {
    const known = days.get(entry.day);
    days.set(entry.day, known === undefined ? entry : together(known, entry));
  }
  return [...days.values()].sort((one, other) => compare(one.day, other.day));
}

function dayOf(date: string): string {
  return momentOf(date).toISOString().slice(0, 10);
}

function momentOf(date: string): Date {
  const moment = new Date(date);
  if (Number.isNaN(moment.getTime())) throw new Error(`Losant answered ${date}, which is no date`);
  return moment;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
