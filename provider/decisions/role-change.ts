import { describeRoleChange, type NameOf } from "../vocabulary/describe-roles";
import { completedRoles, type Roles, rolesThatDiffer, withEmptyLists } from "../vocabulary/roles";

/**
 * What an update changes of a member's roles: what the program states differently from what was recorded, unless it is so
 * already. Undefined for nothing.
 */
export function roleChangeOf(
  member: Roles,
  recorded: Partial<Roles>,
  desired: Partial<Roles>,
  nameOf: NameOf,
): string | undefined {
  const have = withEmptyLists(completedRoles(member, recorded));
  const isStatedAnew = rolesThatDiffer(withEmptyLists(recorded), desired).length > 0;
  const change = isStatedAnew ? describeRoleChange(have, desired, nameOf) : "";
  return change === "" ? undefined : change;
}
