import type { RosterSituation } from "../../../../provider/decisions/roster/plan";
import { planRoster } from "../../../../provider/decisions/roster/plan-roster";
import type { DesiredRoster, RosterMembers } from "../../../../provider/vocabulary/roster-arguments";
import { idOf, memberOf, orgId, snapshotOf } from "../../samples";

export const email = "ann@example.com";
export const moved = "ann.new@example.com";
export const onApplications = [{ resourceId: idOf(7), role: "view" as const }];
export const nobody: RosterSituation = {
  snapshot: snapshotOf([]),
  known: {},
  takenOver: {},
  managerOf: () => undefined,
};

/** The plan of a roster with these members. */
export function planOf(
  members: RosterMembers,
  more: Partial<RosterSituation>,
  desired: Partial<DesiredRoster> = {},
) {
  return planRoster({ orgId, members, ...desired }, { ...nobody, ...more });
}

export function withMember(more: Parameters<typeof memberOf>[1] = {}) {
  return { snapshot: snapshotOf([memberOf(email, more)]) };
}
