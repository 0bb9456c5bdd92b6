import type { Member } from "../../client";
import { becomesAdmin } from "../decisions/admin-changes";
import { belowAdminFloor, losesAdmin } from "../decisions/guard-rails/admin-floor";
import { ownRolesRefusal } from "../decisions/guard-rails/authenticated-user";
import { roleChangeOf } from "../decisions/role-change";
import { changeRoles } from "../live/change-roles";
import type { RunOrganization } from "../live/run-organization";
import type { Reporter } from "../vocabulary/reporter";
import {
  describeRoleChange,
  type Roles,
  rolesThatDiffer,
  rolesToSend,
  withEmptyLists,
} from "../vocabulary/roles";
import type { UpdateReason } from "./resource-lifecycle";
import { warnOfAdmins, warnOfFewAdmins } from "./warn-of-admins";

/** At preview of a create: says what will change of a member; those who are as declared share a line. */
export function previewAdoption(
  { orgId }: RunOrganization,
  member: Member,
  desired: Partial<Roles>,
  report: Reporter,
): void {
  const change = describeRoleChange(withEmptyLists(member), desired);
  if (change !== "") {
    report.info(
      `${member.email} is a member of organization ${orgId} and will be adopted; will change: ${change}.`,
    );
    return;
  }
  report.once(
    `organization ${orgId}: members who are as stated will be adopted unchanged, without a line each.`,
  );
}

/** At preview: why a member's roles cannot become what the program states, with all that this run plans. */
export async function planRoles(
  organization: RunOrganization,
  member: Member,
  desired: Partial<Roles>,
  report: Reporter,
): Promise<string[]> {
  const { planned } = organization;
  planned.planRole(member.userId, desired.role);
  if (rolesThatDiffer(withEmptyLists(member), desired).length === 0) return [];
  if (await organization.isTokenUser(member.userId, report)) return [ownRolesRefusal(member)];
  if (becomesAdmin(member, desired.role)) {
    organization.tellPlan();
    warnOfAdmins(organization, { promoted: [member.email] }, report);
  }
  if (!losesAdmin(member, desired.role)) return [];
  const members = await organization.live.members();
  const problem = belowAdminFloor(members, organization.allPlanned(), organization.run.settings.minAdmins);
  if (problem === undefined) {
    await warnOfFewAdmins(organization, report);
    return [];
  }
  planned.planRole(member.userId, undefined);
  organization.tellPlan();
  return [`${member.email} stays an admin of organization ${organization.orgId}: ${problem}`];
}

/** What an update changes of a member's roles, if anything. */
export function roleReasons(
  { orgId }: RunOrganization,
  member: Member,
  recorded: Partial<Roles>,
  desired: Partial<Roles>,
): UpdateReason[] {
  const change = roleChangeOf(member, recorded, desired);
  if (change === undefined) return [];
  const text = `${member.email}: roles will be changed in organization ${orgId}: ${change}.`;
  return [{ text, isWarning: false }];
}

/** Changes what the program wants different from what was recorded, unless it is so already. */
export async function ensureRoles(
  organization: RunOrganization,
  member: Member,
  recorded: Partial<Roles>,
  desired: Partial<Roles>,
  report: Reporter,
): Promise<Member> {
  const change = roleChangeOf(member, recorded, desired);
  if (change === undefined) return member;
  const { minAdmins } = organization.run.settings;
  const sent = rolesToSend(withEmptyLists(recorded), desired);
  const changed = await changeRoles(organization, member, sent, minAdmins, report);
  report.info(`${member.email}: roles changed in organization ${organization.orgId}: ${change}.`);
  return changed;
}
