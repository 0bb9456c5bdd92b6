import { dayMs } from "../time";
import { number } from "../words";
import type { Encoding, Layer, Position } from "./draw";
import { colors, size } from "./theme";

/** A figure at a moment; `label` is read aloud. */
export interface Point {
  at: string;
  value: number;
  label: string;
  /** Of a day that is not over. */
  isUnderWay?: boolean;
}

/** From where to where a picture's time goes. */
export type Times = readonly [start: string, end: string];

function timeAxis(times: Times, values: readonly number[]): Position {
  const [first, last] = times.map((time) => Date.parse(time));
  return {
    field: "at",
    type: "temporal",
    scale: { type: "utc", domain: [first ?? 0, last ?? 0] },
    axis: {
      format: "%b %-d",
      title: null,
      description: `Days, ${dayOf(times[0])} to ${dayOf(times[1])}`,
      values: [...values],
      labelOverlap: true,
      labelFlush: true,
    },
  };
}

function dayOf(time: string): string {
  return time.slice(0, 10);
}

/** The days that have their date below them: not so many that they touch. */
function datedDays(times: Times, offset = 0): number[] {
  const [first = 0, last = 0] = times.map((time) => Date.parse(time));
  const step = Math.max(1, Math.ceil((last - first) / dayMs / 10)) * dayMs;
  const start = Math.ceil(first / dayMs) * dayMs + offset;
  const count = Math.max(0, Math.floor((last - start) / step) + 1);
  return Array.from({ length: count }, (_, at) => start + at * step);
}

/** The axis of values: from zero to the most that is drawn. */
function valueAxis(unit: string, most: number): Position {
  return {
    field: "value",
    type: "quantitative",
    // Stacked bars with round corners are cut out by ids, which several pictures on a page would share.
    stack: null,
    scale: { domain: [0, Math.max(1, most)], nice: true },
    axis: {
      labelExpr: shortNumber,
      title: unit,
      description: `Number of ${unit}, from 0`,
      titleY: -14,
      titleX: 0,
    },
  };
}

/** Zero has no unit. */
export const shortNumber = "datum.value === 0 ? '0' : format(datum.value, '~s')";

/** A bar for each day; lighter for one that is not over. */
export function dayBars(points: readonly Point[], times: Times, unit: string, most: number): Layer {
  const width = Math.max(2, Math.min(24, (0.65 * size.width) / daysOf(times)));
  return {
    data: { values: [...points] },
    mark: { type: "bar", color: colors.series, width, cornerRadiusTopLeft: 1.5, cornerRadiusTopRight: 1.5 },
    encoding: {
      x: timeAxis(times, datedDays(times, dayMs / 2)),
      y: valueAxis(unit, most),
      fillOpacity: { condition: { test: "datum.isUnderWay", value: 0.45 }, value: 1 },
      description: { field: "label", type: "nominal" },
    },
  };
}

function daysOf([start, end]: Times): number {
  return Math.max(1, (Date.parse(end) - Date.parse(start)) / dayMs);
}

/** A line through points, with the area below it. */
export function filledLine(points: readonly Point[], times: Times, unit: string, most: number): Layer {
  const label = points.at(-1)?.label ?? "";
  return {
    data: { values: [...points] },
    mark: {
      type: "area",
      color: colors.series,
      fillOpacity: 0.14,
      line: { color: colors.series, strokeWidth: 2.5, strokeOpacity: 1 },
      description: label,
    },
    encoding: { x: timeAxis(times, datedDays(times)), y: valueAxis(unit, most) },
  };
}

/** From the last point, which has a dot, to what is projected: dashed, with its number at its end. */
export function projection(from: Point, to: Point, limit: number | null, most: number): Layer[] {
  const encoding: Encoding = {
    x: { field: "at", type: "temporal" },
    y: { field: "value", type: "quantitative" },
  };
  const [now, then] = [from, to].map(({ at, value }) => ({ at, value }));
  const isBelow = limit !== null && limit > to.value && limit - to.value < most * labelShare;
  return [
    {
      data: { values: [now ?? {}, then ?? {}] },
      mark: { type: "line", color: colors.series, strokeWidth: 2, strokeDash: [5, 4], description: to.label },
      encoding,
    },
    {
      data: { values: [now ?? {}] },
      mark: {
        type: "point",
        color: colors.series,
        filled: true,
        opacity: 1,
        size: 50,
        description: from.label,
      },
      encoding,
    },
    {
      data: { values: [then ?? {}] },
      mark: {
        ...words(`projected ${number(to.value)}`),
        align: "right",
        baseline: isBelow ? "top" : "bottom",
        dy: isBelow ? 8 : -8,
      },
      encoding,
    },
  ];
}

/** What a line of text takes of a picture's height. */
const labelShare = 0.15;

/** The limit as a line with its number; where it is far above all values, a word at the top says so. */
export function limitLine(limit: number | null, most: number): Layer[] {
  if (limit === null) return [];
  const label = `Limit ${number(limit)}`;
  const data = { values: [{ value: limit }] };
  const mark = { ...words(label), color: colors.limit };
  if (limit > most) {
    const text = `${label}, above this picture`;
    // Beside the unit on its left and a projection on its right.
    const place: Encoding = { x: { value: size.width / 2 }, y: { value: -14 } };
    return [
      { data, mark: { ...mark, text, align: "center", aria: true, description: text }, encoding: place },
    ];
  }
  const y: Position = { field: "value", type: "quantitative" };
  return [
    {
      data,
      mark: { type: "rule", color: colors.limit, strokeWidth: 1.5, description: label },
      encoding: { y },
    },
    {
      data,
      mark: { ...mark, align: "left", baseline: "bottom", dx: 2, dy: -4 },
      encoding: { x: { value: 0 }, y },
    },
  ];
}

/** Words that repeat what a line or a bar says to a screen reader. */
export function words(text: string) {
  return { type: "text", text, fontWeight: "bold", aria: false } as const;
}

/** How far the axis of values goes: to the limit too, unless that would press all values to the ground. */
export function mostOf(values: readonly number[], limit: number | null): number {
  const most = values.reduce((one, other) => Math.max(one, other), 0);
  return limit !== null && limit <= 4 * most ? Math.max(most, limit) : most;
}
