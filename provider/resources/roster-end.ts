import { rosterPassesLimit } from "../decisions/guard-rails/removal-limit";
import { holdsSeat, statusOf } from "../decisions/person-status";
import type { RosterPeople } from "../decisions/roster/people";
import type { RemovalRules } from "../live/remove-person";
import type { RunOrganization } from "../live/run-organization";
import type { Reporter } from "../vocabulary/reporter";

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
