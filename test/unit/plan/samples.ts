import { collectPlan, type Previewed } from "../../../plan/collect";
import type { PersonInPlan, Plan } from "../../../plan/plan";
import type { PlannedPerson, PlanRecord } from "../../../plan/record";
import { now, orgId } from "../samples";

export function recordOf(people: PlannedPerson[], more: Partial<PlanRecord> = {}): PlanRecord {
  return {
    version: 1,
    organization: orgId,
    organizationName: "Example",
    kind: "OrgRoster",
    readAt: now.toISOString(),
    people,
    unchanged: 0,
    unmanaged: [],
    refusals: [],
    seats: { before: 10, after: 10, limit: 20 },
    ...more,
  };
}

/** The plan of a preview that left these records. */
export function planOf(records: PlanRecord[], more: Partial<Previewed> = {}): Plan {
  return collectPlan({
    stack: "production",
    command: "pulumi-losant plan",
    errors: [],
    unknown: [],
    records,
    deleted: [],
    settings: [],
    ...more,
  });
}

export function personOf(email: string, more: Partial<PlannedPerson> = {}): PersonInPlan {
  return { email, does: "keep", resource: { kind: "OrgRoster" }, ...more };
}

export const removed = { does: "remove", cause: "program", from: { role: "view" } } as const;
export const invited = { does: "invite", cause: "program", to: { role: "view" } } as const;
export const promoted = {
  does: "change roles",
  cause: "program",
  from: { role: "view" },
  to: { role: "admin" },
} as const;
