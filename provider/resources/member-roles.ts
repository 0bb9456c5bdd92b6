import type { Member } from "../../client";
import { roleChangeOf } from "../decisions/role-change";
import type { Snapshot } from "../decisions/snapshot";
import { changeRoles } from "../live/change-roles";
import { planStep } from "../live/judge-steps";
import type { RunOrganization } from "../live/run-organization";
import { describeRoleChange } from "../vocabulary/describe-roles";
import type { Reporter } from "../vocabulary/reporter";
import { type Roles, rolesThatDiffer, rolesToSend, withEmptyLists } from "../vocabulary/roles";
import type { UpdateReason } from "./resource-lifecycle";

/** At preview of a create: says what will change of a member; those who are as declared share a line. */
export function previewAdoption(
  { orgId, nameOf }: RunOrganization,
  member: Member,
  desired: Partial<Roles>,
  report: Reporter,
): void {
  const change = describeRoleChange(withEmptyLists(member), desired, nameOf);
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
  snapshot: Snapshot,
  member: Member,
  desired: Partial<Roles>,
  report: Reporter,
): Promise<string[]> {
  organization.planned.planRole(member.userId, undefined);
  if (rolesThatDiffer(withEmptyLists(member), desired).length === 0) return [];
  return planStep(organization, snapshot, { does: "change roles", member, want: desired }, report);
}

/** What an update changes of a member's roles, if anything. */
export function roleReasons(
  { orgId, nameOf }: RunOrganization,
  member: Member,
  recorded: Partial<Roles>,
  desired: Partial<Roles>,
): UpdateReason[] {
  const change = roleChangeOf(member, recorded, desired, nameOf);
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
  const change = roleChangeOf(member, recorded, desired, organization.nameOf);
  if (change === undefined) return member;
  const { minAdmins } = organization.run.settings;
  const want = rolesToSend(withEmptyLists(recorded), desired);
  const changed = await changeRoles(organization, { does: "change roles", member, want }, minAdmins, report);
  report.info(`${member.email}: roles changed in organization ${organization.orgId}: ${change}.`);
  return changed;
}
