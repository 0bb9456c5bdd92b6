import { isLosantError } from "../../client";
import type { InviteRecord } from "../decisions/invite-record";
import { describeOutcome, type RemovalOutcome, reportOutcome } from "../decisions/removal-outcome";
import { describeLeaving, describeStep } from "../decisions/roster/describe";
import { type Plan, stagesOf } from "../decisions/roster/plan";
import { personOf, type WorkStep } from "../decisions/steps";
import type { NameOf } from "../vocabulary/describe-roles";
import { causeOf, messageOf } from "../vocabulary/errors";
import type { Reporter } from "../vocabulary/reporter";
import { rolesToSend, withEmptyLists } from "../vocabulary/roles";
import { changeRoles } from "./change-roles";
import { adviseAfter } from "./credentials-advice";
import { type RemovalRules, removePerson } from "./remove-person";
import type { RunOrganization } from "./run-organization";
import { InviteNotSent, sendInvite } from "./send-invite";

/** `sent`: what to record of an invite, which may be declined before anybody looks. `hasLeft`: they were a member. */
interface Done {
  outcome: "done";
  sent?: InviteRecord;
  hasLeft?: boolean | undefined;
}

/** What a roster did for one person. */
export type RosterOutcome = { email: string; userId?: string | undefined } & (
  | Done
  | { outcome: "failed"; reason: string }
  /** The old invite is revoked, or the response was lost: the next run looks, and sends it. */
  | { outcome: "unsent"; reason: string }
  /** Losant could not be reached before it was their turn. */
  | { outcome: "not tried"; reason: string }
  | RemovalOutcome
);

/**
 * Carries out a roster's plan, stage by stage. One person's failure stops nobody else, unless Losant cannot be reached.
 */
export async function carryOutRoster(
  organization: RunOrganization,
  plan: Plan,
  rules: RemovalRules,
  report: Reporter,
): Promise<RosterOutcome[]> {
  const outcomes: RosterOutcome[] = [];
  const stages = stagesOf(plan);
  const { nameOf } = organization;
  const progress = progressOf(stages.flat().length, report, nameOf);
  const reportStage = receiptsOf(organization, report);
  let isOutage = false;
  for (const stage of stages) {
    const results: Result[] = isOutage
      ? stage.map((step) => notTried(step, nameOf))
      : await Promise.all(
          stage.map((step) =>
            attempt(step, nameOf, () => carryOut(organization, step, rules, report)).finally(() =>
              progress(step),
            ),
          ),
        );
    const ofStage = results.map(({ outcome }) => outcome);
    reportStage(stage, ofStage);
    outcomes.push(...ofStage);
    isOutage ||= results.some((result) => result.isOutage);
  }
  adviseAfter(organization, outcomes, report);
  return outcomes;
}

/** Carries out one step, behind the guard rails. */
async function carryOut(
  organization: RunOrganization,
  step: WorkStep,
  rules: RemovalRules,
  report: Reporter,
): Promise<RemovalOutcome | Done> {
  if (step.does === "change roles") {
    const want = rolesToSend(step.from ?? withEmptyLists(step.member), step.want);
    await changeRoles(organization, { ...step, want }, rules.minAdmins, report);
    return { outcome: "done" };
  }
  if (step.does === "invite") {
    const sent = await sendInvite(organization, step, "roster");
    return { outcome: "done", sent, hasLeft: step.hasLeft };
  }
  if (step.does === "release" && step.isDeclared) await organization.createsUnderWay.settled();
  return removePerson(organization, personOf(step), rules, report);
}

interface Result {
  outcome: RosterOutcome;
  isOutage: boolean;
}

async function attempt(
  step: WorkStep,
  nameOf: NameOf,
  work: () => Promise<RemovalOutcome | Done>,
): Promise<Result> {
  const person = keyOf(step);
  try {
    return { outcome: { ...person, ...(await work()) }, isOutage: false };
  } catch (error) {
    const outcome = error instanceof InviteNotSent ? "unsent" : "failed";
    const cause = causeOf(error);
    const isOutage = isLosantError(cause) && cause.retryable;
    const reason = `${describeStep(step, nameOf)}: ${messageOf(error)}`;
    return { outcome: { ...person, outcome, reason }, isOutage };
  }
}

function keyOf(step: WorkStep): { email: string; userId: string | undefined } {
  const { email = "", userId } = personOf(step);
  return { email, userId };
}

/** Tells how far a long list is. */
function progressOf(total: number, report: Reporter, nameOf: NameOf): (step: WorkStep) => void {
  let done = 0;
  return (step) => {
    done += 1;
    report.progress(`${done} of ${total}: ${describeStep(step, nameOf)}`);
  };
}

function notTried(step: WorkStep, nameOf: NameOf): Result {
  const line = describeStep(step, nameOf);
  const reason = `${line}: not tried, as Losant could not be reached; the next run goes on from here.`;
  return { outcome: { ...keyOf(step), outcome: "not tried", reason }, isOutage: true };
}

/** Tells of each stage what was done, and who is still there; removals with what restores them. */
function receiptsOf({ orgId, nameOf }: RunOrganization, report: Reporter) {
  let heading = ["Done:"];
  return (steps: readonly WorkStep[], outcomes: RosterOutcome[]): void => {
    const lines = outcomes.flatMap((outcome, index) => receiptOf(outcome, steps[index], { orgId, nameOf }));
    if (lines.length > 0) {
      report.info([...heading, ...lines.map((line) => `  ${line.replaceAll("\n", "\n  ")}`)].join("\n"));
      heading = [];
    }
    for (const outcome of outcomes) {
      if (outcome.outcome === "kept") reportOutcome(outcome, { email: outcome.email, orgId, nameOf }, report);
    }
  };
}

function receiptOf(
  outcome: RosterOutcome,
  step: WorkStep | undefined,
  where: Pick<RunOrganization, "orgId" | "nameOf">,
): string[] {
  if (outcome.outcome === "done") return step ? [describeStep(step, where.nameOf)] : [];
  if ("reason" in outcome || outcome.outcome === "kept") return [];
  const receipt = describeOutcome(outcome, { email: outcome.email, ...where });
  const because = step?.does === "remove" || step?.does === "revoke" ? describeLeaving(step) : "";
  return receipt === undefined ? [] : [`${receipt}${because}`];
}
