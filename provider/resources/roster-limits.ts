import { rosterPassesLimit } from "../decisions/guard-rails/removal-limit";
import { holdsSeat, statusOf } from "../decisions/person-status";
import type { RosterPeople } from "../decisions/roster/people";
import type { RemovalRules } from "../live/remove-person";
import type { RunOrganization } from "../live/run-organization";
import { parseRemovalLimit } from "../vocabulary/removal-limit";
import type { Reporter } from "../vocabulary/reporter";
import type { DesiredRoster } from "../vocabulary/roster-arguments";

/** The higher floor of the roster's and the configuration's; and the roster's own limit, where it has one. */
export async function rosterRules(
  organization: RunOrganization,
  { minAdmins = 1, maxRemovals }: Pick<DesiredRoster, "minAdmins" | "maxRemovals">,
): Promise<RemovalRules> {
  const limit = maxRemovals === undefined ? undefined : parseRemovalLimit(String(maxRemovals));
  return {
    reach: "either",
    minAdmins: Math.max(minAdmins, organization.run.settings.minAdmins),
    budget: limit ? await organization.removalsWithin(limit) : await organization.removals(),
  };
}

/** Why a roster that is taken out with its people removes nobody: they are more than the limit allows. */
export async function rosterBeyondLimit(
  organization: RunOrganization,
  people: RosterPeople,
  { budget }: RemovalRules,
  report: Reporter,
): Promise<string | undefined> {
  const { declared, live, orgId, run } = organization;
  const snapshot = await live.snapshot();
  const { members } = snapshot.organization;
  const leaving = Object.entries(people).flatMap(([email, { userId }]) => {
    const status = statusOf(snapshot, { email, userId });
    const isLeaving = holdsSeat(status) && declared.managerOf({ email, userId }, members) === undefined;
    return isLeaving ? [status.stage === "member" ? status.member.userId : email] : [];
  });
  if (rosterPassesLimit(budget.count, orgId, leaving.length) === undefined) return undefined;
  const ownId = await run.ownUserId(report);
  return rosterPassesLimit(budget.count, orgId, leaving.filter((id) => id !== ownId).length);
}
