import type { Member } from "../../../client";
import { describeRoles } from "../../vocabulary/roles";
import type { DesiredRoster } from "../../vocabulary/roster-arguments";
import { belowAdminFloor } from "../guard-rails/admin-floor";
import { refusedAddress } from "../guard-rails/allowed-domains";
import { ownEndRefusal, ownRemovalRefusal, ownRolesRefusal } from "../guard-rails/authenticated-user";
import { beyondRemovalLimit, type RemovalCount } from "../guard-rails/removal-limit";
import { beyondSeats } from "../guard-rails/seats";
import type { PlannedChanges } from "../planned-changes";
import type { Snapshot } from "../snapshot";
import { describeWayOut } from "./describe";
import { type Plan, removalCount } from "./plan";
import { termsOf } from "./terms-of-people";

/** What the guard rails judge a roster's plan by. */
export interface RosterLimits {
  snapshot: Snapshot;
  /** All that the run plans, this plan included. */
  planned: PlannedChanges;
  minAdmins: number;
  removals: RemovalCount;
  /** The users whose tokens the run has, as far as they can be identified. */
  tokenUsers: ReadonlySet<string>;
  /** Whether the run's settings ask for more than the roster's own `unmanaged`. */
  isUnmanagedDemanded?: boolean;
}

/** Why a plan may not be carried out; told at preview, before anything is sent. */
export function refusals(plan: Plan, desired: DesiredRoster, limits: RosterLimits): string[] {
  const { snapshot, planned } = limits;
  const { organization } = snapshot;
  const found = [
    ...ownUserRefusals(plan, desired, limits),
    everybodyGone(plan, snapshot, desired),
    belowFloor(snapshot, planned, limits.minAdmins, desired),
    beyondRemovalLimit(countedRemovals(plan, limits), limits.removals, desired.orgId),
    plan.invitations.length > 0 ? beyondSeats(snapshot, planned, "roster") : undefined,
    ...plan.invitations.map(({ desired: { email } }) => refusedAddress(organization, email)),
    ...unmanagedRefusals(plan, desired, limits.isUnmanagedDemanded),
    ...plan.namedTwice,
  ];
  return found.filter((problem) => problem !== undefined);
}

/** Whom an ended resource of the run removes as well counts there; a limit of the roster's own counts the roster alone. */
function countedRemovals(plan: Plan, { planned: { ended }, removals }: RosterLimits): number {
  if (removals.isRosters) return removalCount(plan);
  const members = plan.removals.filter(({ userId }) => !ended.userIds.has(userId));
  const invites = plan.revocations.filter(({ email }) => !ended.emails.has(email));
  return members.length + invites.length;
}

function ownUserRefusals(plan: Plan, desired: DesiredRoster, { tokenUsers }: RosterLimits) {
  const changed = [...plan.promotions, ...plan.demotions].find(({ member }) => tokenUsers.has(member.userId));
  const removed = plan.removals.find((member) => tokenUsers.has(member.userId));
  return [changed && ownRolesRefusal(changed.member), removed && ownRefusal(plan, removed, desired)];
}

function ownRefusal(plan: Plan, removed: Member, { orgId }: DesiredRoster): string {
  const hasEnded = termsOf(plan.terms, removed)?.until !== undefined;
  return hasEnded ? ownEndRefusal(removed, orgId) : ownRemovalRefusal(removed, orgId);
}

function everybodyGone(plan: Plan, { organization }: Snapshot, desired: DesiredRoster): string | undefined {
  const count = organization.members.length;
  if (plan.removals.length === 0 || plan.removals.length < count) return undefined;
  return `the roster of organization ${desired.orgId} would remove every member (${count} of ${count})`;
}

function belowFloor(
  { organization }: Snapshot,
  planned: PlannedChanges,
  minAdmins: number,
  desired: DesiredRoster,
): string | undefined {
  const problem = belowAdminFloor(organization.members, planned, minAdmins);
  return problem && `the roster of organization ${desired.orgId}: ${problem}`;
}

function unmanagedRefusals(plan: Plan, desired: DesiredRoster, isDemanded = false): string[] {
  if (desired.unmanaged !== "fail") return [];
  const demanded = isDemanded ? " for this run (LOSANT_UNMANAGED or losant:unmanaged)" : "";
  return plan.unmanaged.map((person) => {
    const what = person.isNamed ? "has roles that its entry does not state" : "is not in the roster";
    const user = person.otherUser === undefined ? "" : `user ${person.otherUser}, `;
    const found = `${person.email} (${user}${describeRoles(person)}) ${what}, and unmanaged is "fail"${demanded}`;
    return `${found}: ${describeWayOut(person, desired)}`;
  });
}
