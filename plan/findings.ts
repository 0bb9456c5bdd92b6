import { becomesAdmin, isComplete, isUnmanagedAdmin, loses, wasMadeAdmin } from "./groups";
import type { PersonInPlan, Plan } from "./plan";

/** What `--fail-on` may name. */
export const findingKinds = ["change", "drift", "unmanaged", "ended", "lapsed", "removal", "admin"] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Whether somebody is a finding of a kind. */
export const isFinding: Record<Exclude<FindingKind, "unmanaged">, (person: PersonInPlan) => boolean> = {
  change: ({ does, cause, termsBefore }) =>
    (does !== "keep" || termsBefore !== undefined) && cause === "program",
  drift: ({ does, cause }) => does !== "keep" && cause === "drift",
  ended: ({ cause }) => cause === "ended",
  lapsed: ({ cause }) => cause === "lapsed",
  removal: loses,
  admin: (person) => becomesAdmin(person) || wasMadeAdmin(person),
};

/** How many findings of each kind a plan has, of the kinds that are asked for. */
export function findingsIn(
  plan: Plan,
  kinds: readonly FindingKind[],
): { kind: FindingKind; count: number }[] {
  const people = plan.organizations.flatMap((one) => one.people);
  const counts = kinds.map((kind) => ({
    kind,
    count:
      kind === "unmanaged"
        ? plan.organizations.flatMap(({ unmanaged }) => unmanaged).length
        : people.filter(isFinding[kind]).length + othersIn(plan, kind),
  }));
  return counts.filter(({ count }) => count > 0);
}

/** Findings that are no person of a resource. */
function othersIn(plan: Plan, kind: FindingKind): number {
  if (kind === "change") return settingsIn(plan);
  const unmanaged = plan.organizations.flatMap((one) => one.unmanaged);
  return kind === "admin" ? unmanaged.filter(isUnmanagedAdmin).length : 0;
}

/** How many settings change. */
export function settingsIn(plan: Plan): number {
  return plan.organizations.reduce((sum, { settings }) => sum + settings.length, 0);
}

/** Whether the preview failed, or a guard rail refuses. */
export function isRefused(plan: Plan): boolean {
  return !isComplete(plan) || plan.organizations.some(({ refusals }) => refusals.length > 0);
}
