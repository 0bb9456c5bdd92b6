import { printable } from "../client/printable";
import { limitBar } from "./bars";
import { inColumns, withBars } from "./columns";
import type { OrganizationUsage, Standing, Usage } from "./figures";
import { isOver, named } from "./findings";
import { type By, rangeLines } from "./range-text";
import { capital, figureWords, minute, number, periodText, share } from "./words";

/** Colours for a terminal; each gives its text back where there are none. */
export interface Paint {
  warning: (text: string) => string;
  alarm: (text: string) => string;
}

export const noPaint: Paint = { warning: (text) => text, alarm: (text) => text };

const barWidth = 20;
const unknown = "–";

/** Usage for a terminal of 80 columns. */
export function usageText({ organizations, failed }: Usage, by: By, paint: Paint): string {
  const parts = [
    ...organizations.map((one) => organizationLines(one, by, paint)),
    ...failed.map(({ orgId, name, problem }) => [
      named(orgId, name),
      `  could not be read: ${printable(problem)}`,
    ]),
  ];
  const isProjected = organizations.some(({ standings }) => standings.some((one) => one.projected !== null));
  const projection = isProjected ? [[projectionNote]] : [];
  return [...parts, ...projection].map((lines) => lines.join("\n")).join("\n\n");
}

const projectionNote = "Projected: at the period's end, if the rest of it goes on as the days so far.";

function organizationLines(usage: OrganizationUsage, by: By, paint: Paint): string[] {
  const { name, orgId, unread } = usage;
  return [
    named(orgId, name),
    ...periodLines(usage),
    "",
    ...standingLines(usage.standings, paint),
    ...unread.map(({ what, problem }) => `  not known: ${what}: ${printable(problem)}`),
    "",
    ...rangeLines(usage, by),
  ];
}

function periodLines({ period, readAt, standings }: OrganizationUsage): string[] {
  const isStated = period.source === "losant";
  const others = standings.filter(({ period: own }) => own.start !== period.start);
  return [
    `${isStated ? "Billing period" : "Calendar month"} ${periodText(period)}, read ${minute(readAt)} (UTC)`,
    ...(isStated ? [] : ["Losant states no billing period that holds now."]),
    ...others.map(
      ({ figure, period: own }) => `${capital(figureWords[figure])}: of the month ${periodText(own)}`,
    ),
  ];
}

function standingLines(standings: readonly Standing[], paint: Paint): string[] {
  const head = ["", "SO FAR", "PROJECTED", "LIMIT", "USED"];
  const rows = standings.map(({ figure, value, projected, limit }) => [
    capital(figureWords[figure]),
    value === null ? unknown : number(value),
    projected === null ? unknown : number(projected),
    limit === null ? "none stated" : number(limit),
    share(value, limit),
  ]);
  const bars = (width: number) => ["", ...standings.map((one) => standingBar(one, width, paint))];
  return withBars(inColumns([head, ...rows], 1), bars, barWidth);
}

function standingBar(standing: Standing, width: number, paint: Paint): string {
  const { value, projected, limit } = standing;
  if (value === null || limit === null) return "";
  const drawn = limitBar(value, projected, limit, width - 1);
  if (isOver(standing, 100)) return paint.alarm(drawn);
  return isOver(standing, 90) ? paint.warning(drawn) : drawn;
}
