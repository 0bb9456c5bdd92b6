import type { Member } from "../../client";
import { belowAdminFloor, losesAdmin } from "../decisions/guard-rails/admin-floor";
import { ownRolesRefusal } from "../decisions/guard-rails/authenticated-user";
import { refuse } from "../vocabulary/errors";
import type { Reporter } from "../vocabulary/reporter";
import type { Roles } from "../vocabulary/roles";
import type { RunOrganization } from "./run-organization";
import { writesTo } from "./writes";

/** Changes a member's roles. The authenticated user and the last admins are refused. */
export async function changeRoles(
  organization: RunOrganization,
  member: Member,
  roles: Partial<Roles>,
  minAdmins: number,
  report: Reporter,
): Promise<Member> {
  if (await organization.isTokenUser(member.userId, report)) refuse(ownRolesRefusal(member));
  const live = writesTo(organization);
  const change = () => live.modifyMember({ userId: member.userId, ...roles });
  if (!losesAdmin(member, roles.role)) return change();
  return live.serializedOverMembers((members) => {
    refuse(lastAdminRefusal(members, member, roles.role, minAdmins, organization.orgId));
    return change();
  });
}

/** Why a member stays an admin, if they must; `role` is absent for a removal. */
export function lastAdminRefusal(
  members: readonly Member[],
  { userId, email }: Member,
  role: Roles["role"] | undefined,
  minAdmins: number,
  orgId: string,
): string | undefined {
  const planned = {
    roles: new Map(role === undefined ? [] : [[userId, role]]),
    removed: new Set(role === undefined ? [userId] : []),
  };
  const problem = belowAdminFloor(members, planned, minAdmins);
  return problem && `${email} stays an admin of organization ${orgId}: ${problem}`;
}
