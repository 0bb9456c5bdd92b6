import {
  type Answered,
  completedRoles,
  describeRoleChange,
  type Roles,
  rolesThatDiffer,
  withEmptyLists,
} from "../vocabulary/roles";

/**
 * What an update changes of a member's roles: what the program states differently from what was recorded, unless it is so
 * already. Undefined for nothing.
 */
export function roleChangeOf(
  member: Roles & Answered,
  recorded: Partial<Roles>,
  desired: Partial<Roles>,
): string | undefined {
  const have = { ...withEmptyLists(completedRoles(member, recorded)), unknownRole: member.unknownRole };
  const isStatedAnew = rolesThatDiffer(withEmptyLists(recorded), desired).length > 0;
  const change = isStatedAnew ? describeRoleChange(have, desired) : "";
  return change === "" ? undefined : change;
}
