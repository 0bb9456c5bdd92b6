import {
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
  member: Roles,
  recorded: Partial<Roles>,
  wish: Partial<Roles>,
): string | undefined {
  const have = withEmptyLists(completedRoles(member, recorded));
  const isStatedAnew = rolesThatDiffer(withEmptyLists(recorded), wish).length > 0;
  const change = isStatedAnew ? describeRoleChange(have, wish) : "";
  return change === "" ? undefined : change;
}
