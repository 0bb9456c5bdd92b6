import type { Member } from "../../client";
import { needsFreshLook } from "../decisions/guard-rails/judge";
import type { RoleStep } from "../decisions/steps";
import { refuse } from "../vocabulary/errors";
import type { Reporter } from "../vocabulary/reporter";
import { refusalsNow } from "./judge-steps";
import type { RunOrganization } from "./run-organization";
import { writesTo } from "./writes";

/** Changes a member's roles, behind the guard rails. */
export async function changeRoles(
  organization: RunOrganization,
  step: RoleStep,
  minAdmins: number,
  report: Reporter,
): Promise<Member> {
  const { approved } = organization;
  const tokenUsers = await organization.tokenUsers(report);
  const rules = { of: "person" as const, minAdmins, tokenUsers, approved };
  const live = writesTo(organization);
  const change = () => live.modifyMember({ userId: step.member.userId, ...step.want });
  const now = () => organization.run.client.now();
  if (needsFreshLook(step)) {
    return live.serializedOverMembers((fresh) => {
      refuse(...refusalsNow(fresh, step, rules, now()));
      return change();
    });
  }
  refuse(...refusalsNow(await live.organization(Number.POSITIVE_INFINITY), step, rules, now()));
  return change();
}
