import { inviting } from "./invites";
import { singleMembers } from "./members";
import { memberships } from "./memberships";
import { organizations } from "./organizations";
import { rosters } from "./rosters";
import { invite, membership, type Scenario } from "./scenario";
import { transfers } from "./transfers";

export { bystanders, type Scenario } from "./scenario";

/** All of them: every class, and what may happen to it. */
export const scenarios: readonly Scenario[] = [
  ...organizations,
  ...singleMembers,
  ...inviting("invite", invite),
  ...inviting("membership", membership),
  ...memberships,
  ...rosters,
  ...transfers,
];
