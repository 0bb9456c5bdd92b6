import {
  demotionsIn,
  type Plan,
  promotionsIn,
  type RosterSituation,
} from "../../../../provider/decisions/roster/plan";
import { planRoster } from "../../../../provider/decisions/roster/plan-roster";
import { stepsThat } from "../../../../provider/decisions/steps";
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

/** The people of a plan by what becomes of them. */
export function grouped(plan: Plan) {
  const revoked = stepsThat(plan, "revoke");
  const released = stepsThat(plan, "release");
  return {
    ...plan,
    promotions: promotionsIn(plan),
    demotions: demotionsIn(plan),
    invitations: stepsThat(plan, "invite"),
    removals: stepsThat(plan, "remove").map(({ member }) => member),
    revocations: revoked.filter(({ isExpired }) => !isExpired).map(({ invite }) => invite),
    lapsed: revoked.filter(({ isExpired }) => isExpired).map(({ invite }) => invite),
    kept: released.filter(({ isDeclared }) => isDeclared),
    gone: released.filter(({ isDeclared }) => !isDeclared).map(({ person }) => person),
  };
}

/** The plan of a roster with these members. */
export function planOf(
  members: RosterMembers,
  more: Partial<RosterSituation>,
  desired: Partial<DesiredRoster> = {},
) {
  return grouped(planRoster({ orgId, members, ...desired }, { ...nobody, ...more }));
}

export function withMember(more: Parameters<typeof memberOf>[1] = {}) {
  return { snapshot: snapshotOf([memberOf(email, more)]) };
}
