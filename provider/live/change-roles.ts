import type { Member, Organization } from "../../client";
import { needsFreshLook } from "../decisions/guard-rails/judge";
import type { RoleStep } from "../decisions/steps";
import type { Reporter } from "../vocabulary/reporter";
import { refuseNow } from "./judge-steps";
import type { RunOrganization } from "./run-organization";
import { writesTo } from "./writes";

/** Changes a member's roles, behind the guard rails. */
export async function changeRoles(
  organization: RunOrganization,
  step: RoleStep,
  minAdmins: number,
  report: Reporter,
): Promise<Member> {
  const rules = { minAdmins, tokenUsers: await organization.tokenUsers(report) };
  const live = writesTo(organization);
  const change = (over: Organization) => {
    refuseNow(organization, { organization: over }, step, rules);
    return live.modifyMember({ userId: step.member.userId, ...step.want });
  };
  if (needsFreshLook(step)) return live.serializedOverMembers(change);
  return change(await live.organization(Number.POSITIVE_INFINITY));
}
