import type { DayValue, OrganizationUsage, Range } from "../figures";
import { dayMs } from "../time";
import { counted, number } from "../words";
import { draw } from "./draw";
import { dayBars, mostOf, type Point } from "./layers";
import type { UsageSection } from "./section";

/** What a picture of days is about. */
interface Subject {
  id: string;
  title: string;
  /** In the plural. */
  unit: string;
  column: string;
}

/** A bar for each day. */
export async function daysSection(
  subject: Subject,
  days: readonly DayValue[] | null,
  { range, readAt }: OrganizationUsage,
): Promise<UsageSection | undefined> {
  if (days === null) return undefined;
  const { id, title, unit, column } = subject;
  const points = days.map((day) => pointOf(day, unit, readAt));
  const most = mostOf(
    days.map(({ value }) => value),
    null,
  );
  const summary = summaryOf(days, unit, readAt);
  return {
    id,
    title,
    summary,
    svg: await draw({ title, summary, layers: [dayBars(points, wholeDays(range), unit, most)] }),
    table: { columns: ["Day", column], rows: days.map(({ day, value }) => [day, value]) },
  };
}

/** In the middle of its day. */
function pointOf({ day, value }: DayValue, unit: string, readAt: string): Point {
  const isUnderWay = readAt.startsWith(day);
  return {
    at: new Date(Date.parse(day) + dayMs / 2).toISOString(),
    value,
    label: `${day}: ${number(value)} ${unit}${isUnderWay ? " so far" : ""}`,
    isUnderWay,
  };
}

function wholeDays({ start, end }: Range) {
  const [first, last] = [Date.parse(start), Date.parse(end)].map((time) => Math.floor(time / dayMs) * dayMs);
  return [new Date(first ?? 0).toISOString(), new Date((last ?? 0) + dayMs).toISOString()] as const;
}

function summaryOf(days: readonly DayValue[], unit: string, readAt: string): string {
  const sum = days.reduce((all, { value }) => all + value, 0);
  const [first, ...others] = days;
  if (first === undefined) return `No days with ${unit}.`;
  const most = others.reduce((one, other) => (other.value > one.value ? other : one), first);
  const isUnderWay = readAt.startsWith(days.at(-1)?.day ?? "-");
  const open = isUnderWay ? " The last day is not over." : "";
  return `${number(sum)} ${unit} in ${counted(days.length, "day")}; most on ${most.day}: ${number(most.value)}.${open}`;
}
