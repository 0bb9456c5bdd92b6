import type { PersonInPlan } from "./plan";
import type { PlannedRoles } from "./record";

/** Puts text from outside into what is written: code in Markdown, the text itself elsewhere. */
export type Quote = (text: string) => string;

/** A word of ours, such as a role or a date, as it is; whatever else stands there comes from outside. */
export function plainWord(text: string, quote: Quote): string {
  return /^[\w-]+$/.test(text) ? text : quote(text);
}

type Role = NonNullable<PlannedRoles["applications"]>[number];

/** What of a person's roles changes: `view → edit; applications + Pumps (edit), − Valves (view)`. */
export function describeRoles({ from, to }: Pick<PersonInPlan, "from" | "to">, quote: Quote): string {
  if (from === undefined || to === undefined) return allOf(to ?? from ?? {}, quote);
  const parts = [
    from.role !== to.role && to.role !== undefined ? `${from.role ?? "none"} → ${to.role}` : "",
    listChange("applications", from.applications, to.applications, quote),
    listChange("dashboards", from.dashboards, to.dashboards, quote),
  ];
  return parts.filter((part) => part !== "").join("; ");
}

function allOf({ role = "none", applications = [], dashboards = [] }: PlannedRoles, quote: Quote): string {
  const list = (name: string, roles: readonly Role[]) =>
    roles.length === 0 ? "" : `; ${name} ${roles.map((one) => shown(one, quote)).join(", ")}`;
  return `${role}${list("applications", applications)}${list("dashboards", dashboards)}`;
}

function listChange(
  name: string,
  from: readonly Role[] = [],
  to: readonly Role[] | undefined,
  quote: Quote,
): string {
  if (to === undefined) return "";
  const before = new Map(from.map((one) => [one.id, one]));
  const after = new Set(to.map(({ id }) => id));
  const changes = [
    ...to.flatMap((one) => {
      const was = before.get(one.id)?.role;
      if (was === one.role) return [];
      return was === undefined
        ? `+ ${shown(one, quote)}`
        : `${named(one, quote)} ${plainWord(was, quote)} → ${plainWord(one.role, quote)}`;
    }),
    ...from.filter(({ id }) => !after.has(id)).map((one) => `− ${shown(one, quote)}`),
  ];
  return changes.length === 0 ? "" : `${name} ${changes.join(", ")}`;
}

function shown(one: Role, quote: Quote): string {
  return `${named(one, quote)} (${plainWord(one.role, quote)})`;
}

function named({ id, name }: Role, quote: Quote): string {
  return quote(name ?? id);
}

/** Whom a line is about. */
export function describeWho({ email, userId }: Pick<PersonInPlan, "email" | "userId">, quote: Quote): string {
  return quote(email ?? `user ${userId ?? "unknown"}`);
}

const labels = { until: "until", reason: "reason:", owner: "owner:" } as const;

/**
 * Why and until when somebody has access, what changes of it, and by which team: `until 2027-01-31 → 2027-03-31`,
 * `reason: …`.
 */
export function describeTerms(person: PersonInPlan, quote: Quote): string[] {
  const { termsBefore, teams = [] } = person;
  const terms = (["until", "reason", "owner"] as const).map((name) => {
    const now = person[name];
    const before = termsBefore ? termsBefore[name] : now;
    const shown = (term: string | undefined) => (term === undefined ? "none" : quote(term));
    if (before !== now) return `${labels[name]} ${shown(before)} → ${shown(now)}`;
    return now === undefined ? "" : `${labels[name]} ${quote(now)}`;
  });
  const ofTeams = `${teams.length === 1 ? "team" : "teams"} ${teams.map(quote).join(", ")}`;
  return [...terms, teams.length === 0 ? "" : ofTeams].filter((part) => part !== "");
}
