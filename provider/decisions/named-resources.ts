import { printable } from "../../client/printable";
import { nearest } from "../vocabulary/nearest";

/** An application or a dashboard of an organization. */
export interface NamedResource {
  id: string;
  name?: string | undefined;
}

/** What can be named in role lists, by the list's argument. */
export const namedKinds = { applicationRoles: "application", dashboardRoles: "dashboard" } as const;
export type NamedList = keyof typeof namedKinds;

/** The id that a name stands for, or why it stands for none. Names are exact, in their case. */
export function idOfName(
  kind: string,
  name: string,
  all: readonly NamedResource[],
  orgId: string,
): { id: string } | { problem: string } {
  const found = all.filter((one) => one.name === name);
  const [only] = found;
  if (only && found.length === 1) return { id: only.id.toLowerCase() };
  const shown = `"${printable(name)}"`;
  if (found.length > 1) {
    const ids = found.map(({ id }) => id).sort();
    return {
      problem: `organization ${orgId} has ${found.length} ${kind}s named ${shown}: state resourceId instead, one of ${ids.join(", ")}`,
    };
  }
  const names = [...new Set(all.flatMap((one) => (one.name === undefined ? [] : [one.name])))];
  const near = nearest(name, names).map((one) => `"${printable(one)}"`);
  const hint = near.length > 0 ? `did you mean ${near.join(" or ")}?` : describeNames(kind, names);
  return { problem: `organization ${orgId} has no ${kind} named ${shown} that the token may see: ${hint}` };
}

function describeNames(kind: string, names: readonly string[]): string {
  const most = 5;
  if (names.length === 0) return `it has no ${kind}s`;
  const shown = [...names]
    .sort()
    .slice(0, most)
    .map((name) => `"${printable(name)}"`);
  return `there ${names.length === 1 ? "is" : "are"} ${shown.join(", ")}${names.length > most ? ` and ${names.length - most} more` : ""}`;
}
