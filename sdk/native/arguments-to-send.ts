import * as pulumi from "@pulumi/pulumi";
import { isEventual } from "../inputs";

/** A function's arguments as an invoke takes them: each by name, and moments as text. */
export function argumentsToSend(
  names: readonly string[],
  args: object | null | undefined,
): Record<string, unknown> {
  if (!isEventual(args)) return withoutDates(args ?? {});
  const known = pulumi.all([args]).apply(([given]) => withoutDates(Object(given)));
  return Object.fromEntries(names.map((name) => [name, known.apply((given) => given[name])]));
}

function withoutDates(args: object): Record<string, unknown> {
  const entries = Object.entries(args);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, value instanceof Date ? isoText(value) : value]),
  );
}

/** A Date that is no moment has no ISO text; what it has instead, the check of the arguments refuses. */
function isoText(date: Date): string {
  return Number.isNaN(date.getTime()) ? String(date) : date.toISOString();
}
