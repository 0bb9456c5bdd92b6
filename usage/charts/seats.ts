import type { OrganizationUsage } from "../figures";
import { counted, number, share } from "../words";
import { draw, type Layer } from "./draw";
import { filledLine, limitLine, mostOf, type Point, shortNumber, words } from "./layers";
import type { UsageSection } from "./section";
import { colors, size } from "./theme";

/** The seats that were taken at an earlier look. */
export interface EarlierSeats {
  /** ISO text. */
  at: string;
  taken: number;
}

const title = "Seats";
const barHeight = 20;
const pictureHeight = 84;

/** The seats that members and invites take, of those that there are; over time where earlier looks are known. */
export async function seatsSection(
  usage: OrganizationUsage,
  earlier: readonly EarlierSeats[],
): Promise<UsageSection | undefined> {
  const { seats, readAt } = usage;
  if (seats === null) return undefined;
  const limit = usage.standings.find(({ figure }) => figure === "seats")?.limit ?? null;
  const taken = seats.members + seats.invites;
  const looks = [...earlier, { at: readAt, taken }].sort(
    (one, other) => Date.parse(one.at) - Date.parse(other.at),
  );
  const of = limit === null ? ", no limit stated" : ` of ${number(limit)}${inBrackets(share(taken, limit))}`;
  const summary = `${counted(taken, "seat")} taken${of}: ${counted(seats.members, "member")} and ${counted(seats.invites, "invite")}.`;
  const layers = earlier.length > 0 ? overTime(looks, limit) : now(seats, limit);
  const height = earlier.length > 0 ? size.height : pictureHeight;
  return {
    id: "seats",
    title: earlier.length > 0 ? "Seats over time" : title,
    summary,
    svg: await draw({ title, summary, layers, height }),
    table: {
      columns: ["Seats", "Number"],
      rows: [
        ["Members", seats.members],
        ["Invites", seats.invites],
        ...(limit === null ? [] : [["Limit", limit]]),
        ...earlier.map((look) => [`Taken on ${look.at.slice(0, 10)}`, look.taken]),
      ],
    },
  };
}

function overTime(looks: readonly EarlierSeats[], limit: number | null): Layer[] {
  const points = looks.map(
    ({ at, taken }): Point => ({ at, value: taken, label: `${at.slice(0, 10)}: ${number(taken)} seats` }),
  );
  const most = mostOf(
    looks.map(({ taken }) => taken),
    limit,
  );
  const times = [points[0]?.at ?? "", points.at(-1)?.at ?? ""] as const;
  return [filledLine(points, times, "seats", most), ...limitLine(limit, most)];
}

/** One bar, to the limit: how much of it is filled is what matters. */
function now({ members, invites }: { members: number; invites: number }, limit: number | null): Layer[] {
  const most = Math.max(1, limit ?? 0, members + invites);
  const scale = { domain: [0, most], nice: false };
  const axis = {
    labelExpr: shortNumber,
    title: null,
    description: "Number of seats, from 0",
    tickCount: 4,
    grid: false,
    domain: false,
  };
  const part = (from: number, to: number, color: string, label: string, fillOpacity = 1): Layer => ({
    data: { values: [{ from, to }] },
    mark: { type: "bar", color, height: barHeight, fillOpacity, description: label },
    encoding: {
      x: { field: "from", type: "quantitative", scale, axis },
      x2: { field: "to" },
      y: { value: barHeight / 2 + 4 },
    },
  });
  return [
    part(0, most, colors.text, `${counted(most, "seat")} in all`, 0.1),
    part(0, members, colors.series, counted(members, "member")),
    part(members, members + invites, colors.second, counted(invites, "invite")),
    {
      data: { values: [{}] },
      mark: { ...words(`${counted(members, "member")}, ${counted(invites, "invite")}`), align: "left" },
      encoding: { x: { value: 0 }, y: { value: -10 } },
    },
    ...seatLimit(limit),
  ];
}

function seatLimit(limit: number | null): Layer[] {
  if (limit === null) return [];
  const label = `Limit ${number(limit)}`;
  const x = { field: "limit", type: "quantitative" } as const;
  return [
    {
      data: { values: [{ limit }] },
      mark: { type: "rule", color: colors.limit, strokeWidth: 2, description: label },
      encoding: { x },
    },
    {
      data: { values: [{ limit }] },
      mark: { ...words(label), color: colors.limit, align: "right" },
      encoding: { x, y: { value: -10 } },
    },
  ];
}

function inBrackets(text: string): string {
  return text === "" ? "" : ` (${text})`;
}
