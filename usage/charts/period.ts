import type { OrganizationUsage, Standing } from "../figures";
import { dayMs } from "../time";
import { number, periodText, share } from "../words";
import { draw } from "./draw";
import { filledLine, limitLine, mostOf, type Point, projection } from "./layers";
import type { UsageSection } from "./section";

/** What a picture of a period is about. */
interface Subject {
  id: string;
  title: string;
  /** In the plural. */
  unit: string;
}

/** A sum as it grows over its period, where it is going, and the limit. */
export async function periodSection(
  subject: Subject,
  standing: Standing | undefined,
  { readAt }: OrganizationUsage,
): Promise<UsageSection | undefined> {
  if (standing === undefined || standing.value === null) return undefined;
  const { id, title, unit } = subject;
  const { period, projected, limit } = standing;
  const points = grownSums(standing, readAt, unit);
  const later =
    projected === null
      ? []
      : [{ at: period.end, value: projected, label: `Projected: ${number(projected)} ${unit}` }];
  const most = mostOf(
    [...points, ...later].map(({ value }) => value),
    limit,
  );
  const summary = summaryOf(standing, standing.value, unit);
  const layers = [
    filledLine(points, [period.start, period.end], unit, most),
    ...later.flatMap((to) => projection(points.at(-1) ?? to, to, limit, most)),
    ...limitLine(limit, most),
  ];
  return {
    id,
    title,
    summary,
    svg: await draw({ title, summary, layers }),
    table: tableOf(standing, points),
  };
}

/** What has come together by the end of each day; of the last one, by now. */
function grownSums({ period, days }: Standing, readAt: string, unit: string): Point[] {
  let sum = 0;
  const points = days.map(({ day, value }): Point => {
    sum += value;
    const end = Math.min(Date.parse(day) + dayMs, Date.parse(readAt));
    return { at: new Date(end).toISOString(), value: sum, label: `${number(sum)} ${unit} by ${day}` };
  });
  return [{ at: period.start, value: 0, label: "" }, ...points];
}

function tableOf({ days, projected, limit }: Standing, points: readonly Point[]): UsageSection["table"] {
  const rows = days.map(({ day, value }, at) => [day, value, points[at + 1]?.value ?? ""]);
  return {
    columns: ["Day", "That day", "So far"],
    rows: [
      ...rows,
      ...(projected === null ? [] : [["Projected", "", projected]]),
      ...(limit === null ? [] : [["Limit", "", limit]]),
    ],
  };
}

function summaryOf({ period, projected, limit }: Standing, value: number, unit: string): string {
  const name = period.source === "losant" ? "the billing period" : "the calendar month";
  const of = limit === null ? "no limit stated" : `limit ${number(limit)}`;
  const now = `${number(value)} ${unit}${inBrackets(share(value, limit))} so far in ${name} ${periodText(period)}`;
  const later =
    projected === null
      ? "nothing is projected on its first day"
      : `${number(projected)}${inBrackets(share(projected, limit))} projected for its end`;
  return `${now}; ${later}; ${of}.`;
}

function inBrackets(text: string): string {
  return text === "" ? "" : ` (${text})`;
}
