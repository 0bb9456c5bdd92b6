import type { DesiredRoster } from "../../vocabulary/roster-arguments";

type Unmanaged = NonNullable<DesiredRoster["unmanaged"]>;
/** What a run may demand of every roster: it removes nobody whom a roster does not remove by itself. */
export type StricterUnmanaged = Extract<Unmanaged, "warn" | "fail">;

const fromLenientToStrict: readonly Unmanaged[] = ["ignore", "warn", "fail", "remove"];

/** What applies to people whom a roster does not name: what the roster says, or what the run demands if stricter. */
export function strictestUnmanaged(
  own: Unmanaged | undefined,
  demanded: StricterUnmanaged | undefined,
): Unmanaged {
  const roster = own ?? "warn";
  if (demanded === undefined) return roster;
  return fromLenientToStrict.indexOf(demanded) > fromLenientToStrict.indexOf(roster) ? demanded : roster;
}
