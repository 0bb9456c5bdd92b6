import { printable } from "../client/printable";
import { bar } from "./bars";
import { cut, inColumns, withBars } from "./columns";
import type { OrganizationUsage } from "./figures";
import { minute, number, share } from "./words";

/** What a row stands for. */
export const groupings = ["day", "hour", "kind"] as const;
export type By = (typeof groupings)[number];

const unknown = "–";
const barWidth = 30;
const nameWidth = 22;

/** The figures of the range that was asked for, a line for each day, hour or kind, with a bar of its payloads. */
export function rangeLines(usage: OrganizationUsage, by: By): string[] {
  const { start, end } = usage.range;
  return [`${minute(start)} to ${minute(end)} (UTC), by ${by}; ${payloadWords[by]}`, "", ...lines[by](usage)];
}

const payloadWords: Record<By, string> = {
  day: "payloads: billable",
  hour: "payloads: billable",
  kind: "payloads: all",
};

const lines: Record<By, (usage: OrganizationUsage) => string[]> = {
  day: dayLines,
  hour: hourLines,
  kind: kindLines,
};

/** A day of all figures; what is not known of it is null. */
export interface DayRow {
  day: string;
  devices: number | null;
  payloads: number | null;
  notebookMinutes: number | null;
}

export function dayRows({ devices, payloads, notebookMinutes }: OrganizationUsage): DayRow[] {
  const totals = new Map(devices?.map(({ day, total }) => [day, total]));
  const values = new Map(payloads?.map(({ day, value }) => [day, value]));
  const minutes = new Map(notebookMinutes?.map((one) => [one.day, one.minutes]));
  const days = [...new Set([...totals.keys(), ...values.keys(), ...minutes.keys()])].sort();
  return days.map((day) => ({
    day,
    devices: totals.get(day) ?? null,
    payloads: values.get(day) ?? null,
    notebookMinutes: minutes.get(day) ?? null,
  }));
}

function dayLines(usage: OrganizationUsage): string[] {
  const { payloads, notebookMinutes } = usage;
  const days = dayRows(usage);
  if (days.length === 0) return ["  no days"];
  const rows = [
    ["DAY", "DEVICES", "PAYLOADS", "NOTEBOOK MIN"],
    ...days.map((one) => [one.day, told(one.devices), told(one.payloads), told(one.notebookMinutes)]),
    [
      "Total",
      "",
      told(total(payloads)),
      told(total(notebookMinutes?.map((one) => ({ value: one.minutes })))),
    ],
  ];
  return barred(
    rows,
    1,
    days.map((one) => one.payloads ?? 0),
  );
}

function hourLines({ payloadHours }: OrganizationUsage): string[] {
  if (payloadHours === null) return ["  not known"];
  if (payloadHours.length === 0) return ["  no hours"];
  const rows = [
    ["HOUR", "PAYLOADS"],
    ...payloadHours.map(({ hour, value }) => [minute(hour), number(value)]),
    ["Total", told(total(payloadHours))],
  ];
  return barred(
    rows,
    1,
    payloadHours.map(({ value }) => value),
  );
}

function kindLines({ payloadKinds }: OrganizationUsage): string[] {
  if (payloadKinds === null) return ["  not known"];
  if (payloadKinds.length === 0) return ["  no payloads"];
  const all = total(payloadKinds) ?? 0;
  const rows = [
    ["TYPE", "SOURCE", "PAYLOADS", "SHARE"],
    ...payloadKinds.map(({ type, source, value }) => [
      cut(printable(type), nameWidth),
      cut(printable(source), nameWidth),
      number(value),
      share(value, all),
    ]),
    ["Total", "", number(all), ""],
  ];
  return barred(
    rows,
    2,
    payloadKinds.map(({ value }) => value),
  );
}

/** Rows with a head before and a sum after them, neither of which has a bar. */
function barred(rows: readonly string[][], left: number, values: readonly number[]): string[] {
  const most = values.reduce((one, other) => Math.max(one, other), 0);
  const bars = (width: number) => ["", ...values.map((value) => bar(value, most, width))];
  return withBars(inColumns(rows, left), bars, barWidth);
}

function total(entries: readonly { value: number }[] | null | undefined): number | null {
  return entries ? entries.reduce((sum, { value }) => sum + value, 0) : null;
}

function told(value: number | null): string {
  return value === null ? unknown : number(value);
}
