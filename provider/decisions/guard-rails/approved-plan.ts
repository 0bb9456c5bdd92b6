import { isDeepStrictEqual } from "node:util";
import { isExpired } from "../../../client/invites";
import type { ApprovedChange } from "../../../plan/approved";
import { isSamePerson, type PlannedRoles } from "../../../plan/record";
import { plannedRoles } from "../planned-people";
import { type ChangeStep, personOf } from "../steps";
import type { GuardRail, Judgement, Refusal } from "./guard-rail";

/** With an approved plan, no run changes anybody otherwise than it says; what is no longer necessary is fine. */
export const approvedPlan: GuardRail = { judge: refusalsOf };

function refusalsOf({ steps, approved, snapshot }: Judgement): Refusal[] {
  if (approved === undefined) return [];
  return steps.flatMap((step) => {
    const { email, userId } = personOf(step);
    if (step.does === "revoke" && isExpired(step.invite, snapshot.now)) return [];
    const changes = approved.filter((one) => isSamePerson({ email, userId }, one));
    if (changes.some((change) => isAsApproved(step, change))) return [];
    const [change] = changes;
    const who = email ?? `user ${userId}`;
    const message =
      `${who}: ${described(step)} in organization ${snapshot.organization.id} is not what was approved ` +
      `(${change === undefined ? "the approved plan has no change of this person" : describedChange(change)}): plan it again, and have that approved.`;
    return [{ guard: "approved plan", message, isPersonal: true, ...(email !== undefined && { email }) }];
  });
}

/**
 * An invite that is revoked and one that was accepted meanwhile both take the access away; and whoever accepted an invite that
 * was to be replaced gets as a member what was approved.
 */
function isAsApproved(step: ChangeStep, { does, to }: ApprovedChange): boolean {
  if (step.does === "remove" || step.does === "revoke") return does === "remove" || does === "revoke";
  const isAccepted = step.does === "change roles" && does === "invite";
  if (step.does !== does && !isAccepted) return false;
  return isDeepStrictEqual(withoutNames(rolesGiven(step)), withoutNames(to ?? {}));
}

function rolesGiven(step: Extract<ChangeStep, { does: "invite" | "change roles" }>): PlannedRoles {
  return plannedRoles(
    step.does === "invite" ? step.desired : { ...(step.from ?? step.member), ...step.want },
    () => undefined,
  );
}

/** Names are for people, and an empty list gives what an absent one gives. */
function withoutNames({ role, applications = [], dashboards = [] }: PlannedRoles) {
  const bare = (list: NonNullable<PlannedRoles["applications"]>) =>
    list.map((one) => `${one.id} ${one.role}`).sort();
  return { role: role ?? "none", applications: bare(applications), dashboards: bare(dashboards) };
}

function described(step: ChangeStep): string {
  if (step.does === "remove") return "removing them";
  if (step.does === "revoke") return "revoking their invite";
  const given = describedRoles(rolesGiven(step));
  return step.does === "invite" ? `inviting them as ${given}` : `making them ${given}`;
}

function describedChange({ does, to }: ApprovedChange): string {
  return to === undefined ? does : `${does}, ${describedRoles(to)}`;
}

/** All that differs may be a role on one application. */
function describedRoles({ role = "none", applications = [], dashboards = [] }: PlannedRoles): string {
  const list = (name: string, roles: NonNullable<PlannedRoles["applications"]>) =>
    roles.length === 0
      ? ""
      : `; ${name} ${roles.map((one) => `${one.name ?? one.id} (${one.role})`).join(", ")}`;
  return `${role}${list("applications", applications)}${list("dashboards", dashboards)}`;
}
