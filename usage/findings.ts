import { printable } from "../client/printable";
import type { OrganizationUsage, Standing, Usage } from "./figures";
import { figureWords, number, share as shareText } from "./words";

/** A figure that is over a share of its limit, or will be. */
export interface Finding {
  orgId: string;
  name: string;
  standing: Standing;
}

/** What passes so many percent of its limit, now or at the period's end. What is not known is no finding: see `unknownIn`. */
export function findingsIn(organizations: readonly OrganizationUsage[], percent: number): Finding[] {
  return organizations.flatMap(({ orgId, name, standings }) =>
    standings.filter((standing) => isOver(standing, percent)).map((standing) => ({ orgId, name, standing })),
  );
}

export function isOver({ value, projected, limit }: Standing, percent: number): boolean {
  if (limit === null) return false;
  return Math.max(value ?? 0, projected ?? 0) * 100 > limit * percent;
}

/** `payloads of Acme (5a…): 900 of 1,000 (90 %), projected 1,200 (120 %)`. */
export function findingText({ orgId, name, standing }: Finding): string {
  const { figure, value, projected, limit } = standing;
  const now = `${number(value ?? 0)} of ${number(limit ?? 0)}${inBrackets(value, limit)}`;
  const later = projected === null ? "" : `, projected ${number(projected)}${inBrackets(projected, limit)}`;
  return `${figureWords[figure]} of ${named(orgId, name)}: ${now}${later}`;
}

/** On one line, whatever the name. */
export function named(orgId: string, name: string | null): string {
  return name === null ? orgId : `${printable(name)} (${orgId})`;
}

function inBrackets(value: number | null, limit: number | null): string {
  const text = shareText(value, limit);
  return text === "" ? "" : ` (${text})`;
}

/** Everything that is not known, each with its organization and reason. */
export function unknownIn({ organizations, failed }: Usage): string[] {
  const parts = organizations.flatMap(({ orgId, name, unread }) =>
    unread.map(({ what, problem }) => `${what} of ${named(orgId, name)}: ${problem}`),
  );
  const wholes = failed.map(({ orgId, name, problem }) => `everything of ${named(orgId, name)}: ${problem}`);
  return [...wholes, ...parts];
}

/** Figures that no limit is stated for, so that nothing can be said of them. */
export function unlimitedIn(organizations: readonly OrganizationUsage[]): string[] {
  return organizations.flatMap(({ orgId, name, standings, unread }) => {
    if (unread.some(({ what }) => what === "limits")) return [];
    const figures = standings.filter(({ limit }) => limit === null).map(({ figure }) => figureWords[figure]);
    return figures.length === 0 ? [] : [`${figures.join(", ")} of ${named(orgId, name)}`];
  });
}
