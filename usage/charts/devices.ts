import type { OrganizationUsage, Standing } from "../figures";
import { dayMs } from "../time";
import { number, share } from "../words";
import { draw } from "./draw";
import { filledLine, limitLine, mostOf, type Point, projection } from "./layers";
import type { UsageSection } from "./section";

/** The devices at the end of each day, and where they are going. */
export async function devicesSection(usage: OrganizationUsage): Promise<UsageSection | undefined> {
  const { devices } = usage;
  if (devices === null || devices.length === 0) return undefined;
  const points = devices.map(
    ({ day, total }): Point => ({ at: day, value: total, label: `${day}: ${number(total)} devices` }),
  );
  const standing = usage.standings.find(({ figure }) => figure === "devices");
  const later = projectedPoint(points, standing, usage);
  const limit = standing?.limit ?? null;
  const most = mostOf(
    [...points, ...later].map(({ value }) => value),
    limit,
  );
  const times = [points[0]?.at ?? "", later[0]?.at ?? points.at(-1)?.at ?? ""] as const;
  const title = "Devices per day";
  const summary = summaryOf(points, later, limit);
  const layers = [
    filledLine(points, times, "devices", most),
    ...later.flatMap((to) => projection(points.at(-1) ?? to, to, limit, most)),
    ...limitLine(limit, most),
  ];
  return {
    id: "devices-per-day",
    title,
    summary,
    svg: await draw({ title, summary, layers }),
    table: {
      columns: ["Day", "Devices", "Created", "Deleted"],
      rows: devices.map(({ day, total, created, deleted }) => [day, total, created, deleted]),
    },
  };
}

/** Only where the days go to now. */
function projectedPoint(
  points: readonly Point[],
  standing: Standing | undefined,
  { readAt }: OrganizationUsage,
): Point[] {
  const last = points.at(-1)?.at ?? "";
  const isOfNow = Date.parse(readAt) - Date.parse(last) < dayMs;
  const value = standing?.projected ?? null;
  if (!isOfNow || value === null || standing === undefined) return [];
  return [{ at: standing.period.end, value, label: `Projected: ${number(value)} devices` }];
}

function summaryOf(points: readonly Point[], later: readonly Point[], limit: number | null): string {
  const last = points.at(-1);
  const of =
    limit === null ? "" : `, ${share(last?.value ?? 0, limit) || "over"} of the limit of ${number(limit)}`;
  const projected = later.map(({ value }) => `; ${number(value)} projected for the period's end`).join("");
  return `${number(last?.value ?? 0)} devices on ${last?.at ?? ""}${of}${projected}.`;
}
