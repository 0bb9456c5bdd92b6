import type { Member } from "../../client";
import type { InviteRecord } from "../decisions/invite-record";
import type { RemovalOutcome } from "../decisions/removal-outcome";
import { personOf, type WorkStep } from "../decisions/steps";
import type { Reporter } from "../vocabulary/reporter";
import { changeRoles } from "./change-roles";
import { type RemovalRules, removePerson } from "./remove-person";
import type { RunOrganization } from "./run-organization";
import { sendInvite } from "./send-invite";

/** A step was done. */
export interface Done {
  outcome: "done";
  /** What to record of an invite, which may be declined before anybody looks. */
  sent?: InviteRecord;
  /** They were a member before they were invited. */
  hasLeft?: boolean | undefined;
  /** How a member is after the change. */
  member?: Member;
}

/** Carries out one step, behind the guard rails. */
export async function carryOut(
  organization: RunOrganization,
  step: WorkStep,
  rules: RemovalRules,
  report: Reporter,
): Promise<RemovalOutcome | Done> {
  if (step.does === "change roles") {
    return { outcome: "done", member: await changeRoles(organization, step, rules.minAdmins, report) };
  }
  if (step.does === "invite") {
    const sent = await sendInvite(organization, step, rules.isSingle ? "person" : "roster");
    return { outcome: "done", sent, hasLeft: step.hasLeft };
  }
  if (step.does === "release" && step.isDeclared) await organization.createsUnderWay.settled();
  return removePerson(organization, personOf(step), rules, report);
}
