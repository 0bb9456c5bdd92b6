import { isLosantError } from "../../client";
import type { InviteRecord } from "../decisions/invite-record";
import { describeOutcome, type RemovalOutcome, tellOutcome } from "../decisions/removal-outcome";
import { describeLeaving, describeStep } from "../decisions/roster/describe";
import { type Plan, removal, revocation } from "../decisions/roster/plan";
import type { RoleStep } from "../decisions/steps";
import { causeOf, messageOf } from "../vocabulary/errors";
import type { Reporter } from "../vocabulary/reporter";
import { changeRoles } from "./change-roles";
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

interface Step {
  email: string;
  userId?: string | undefined;
  line: string;
  /** What the receipt says besides. */
  because?: string;
  work: () => Promise<RemovalOutcome | Done>;
}

/**
 * Promotes, then revokes and removes, then demotes, then invites: nobody who is needed goes before their
 * successor is there, and seats are free before they are taken. Whoever another resource takes over is let go of last,
 * once the stack records that resource. One person's failure stops nobody else, unless Losant cannot be reached.
 */
export async function carryOutRoster(
  organization: RunOrganization,
  plan: Plan,
  rules: RemovalRules,
  report: Reporter,
): Promise<RosterOutcome[]> {
  const outcomes: RosterOutcome[] = [];
  const stages = stagesOf(organization, plan, rules, report);
  const progress = progressOf(stages.flat().length, report);
  const tell = receiptsOf(organization, report);
  let isOutage = false;
  for (const stage of stages) {
    const results: Result[] = isOutage
      ? stage.map(notTried)
      : await Promise.all(stage.map((step) => attempt(step).finally(() => progress(step))));
    const ofStage = results.map(({ outcome }) => outcome);
    tell(stage, ofStage);
    outcomes.push(...ofStage);
    isOutage ||= results.some((result) => result.isOutage);
  }
  return outcomes;
}

function stagesOf(
  organization: RunOrganization,
  plan: Plan,
  rules: RemovalRules,
  report: Reporter,
): Step[][] {
  const { nameOf } = organization;
  const change = (step: RoleStep): Step => ({
    email: step.member.email,
    userId: step.member.userId,
    line: describeStep(step, nameOf),
    work: async () => {
      await changeRoles(organization, step, rules.minAdmins, report);
      return { outcome: "done" };
    },
  });
  const revocations = [...plan.revocations, ...plan.lapsed].map((invite) => {
    const step = revocation(invite, plan);
    return {
      email: invite.email,
      line: describeStep(step, nameOf),
      because: describeLeaving(step),
      work: () => removePerson(organization, { email: invite.email }, rules, report),
    };
  });
  const removals = plan.removals.map((member) => {
    const step = removal(member, plan);
    return {
      email: member.email,
      userId: member.userId,
      line: describeStep(step, nameOf),
      because: describeLeaving(step),
      work: () => removePerson(organization, member, rules, report),
    };
  });
  const kept = plan.kept.map(({ email = "", userId }) => ({
    email,
    userId,
    line: `= keep ${email}`,
    work: async () => {
      await organization.createsUnderWay.settled();
      return removePerson(organization, { email, userId }, rules, report);
    },
  }));
  // Whoever accepted while the organization was read is in neither list.
  const gone = plan.gone.map(({ email, userId }) => ({
    email,
    userId,
    line: `- remove ${email}`,
    work: () => removePerson(organization, { email, userId }, rules, report),
  }));
  const invitations = plan.invitations.map(
    (invitation): Step => ({
      email: invitation.desired.email,
      line: describeStep(invitation, nameOf, plan.terms.get(invitation.desired.email)),
      work: async () => {
        const sent = await sendInvite(organization, invitation, "roster");
        return { outcome: "done", sent, hasLeft: invitation.hasLeft };
      },
    }),
  );
  return [
    plan.promotions.map(change),
    [...revocations, ...removals, ...gone],
    plan.demotions.map(change),
    invitations,
    kept,
  ];
}

interface Result {
  outcome: RosterOutcome;
  isOutage: boolean;
}

async function attempt({ email, userId, line, work }: Step): Promise<Result> {
  try {
    return { outcome: { email, userId, ...(await work()) }, isOutage: false };
  } catch (error) {
    const outcome = error instanceof InviteNotSent ? "unsent" : "failed";
    const cause = causeOf(error);
    const isOutage = isLosantError(cause) && cause.retryable;
    return { outcome: { email, userId, outcome, reason: `${line}: ${messageOf(error)}` }, isOutage };
  }
}

/** Tells how far a long list is. */
function progressOf(total: number, report: Reporter): (step: Step) => void {
  let done = 0;
  return ({ line }) => {
    done += 1;
    report.progress(`${done} of ${total}: ${line}`);
  };
}

function notTried({ email, userId, line }: Step): Result {
  const reason = `${line}: not tried, as Losant could not be reached; the next run goes on from here.`;
  return { outcome: { email, userId, outcome: "not tried", reason }, isOutage: true };
}

/** Tells of each stage what was done, and who is still there; removals with what restores them. */
function receiptsOf({ orgId, nameOf }: RunOrganization, report: Reporter) {
  let heading = ["Done:"];
  return (steps: Step[], outcomes: RosterOutcome[]): void => {
    const lines = outcomes.flatMap((outcome, index) => receiptOf(outcome, steps[index], { orgId, nameOf }));
    if (lines.length > 0) {
      report.info([...heading, ...lines.map((line) => `  ${line.replaceAll("\n", "\n  ")}`)].join("\n"));
      heading = [];
    }
    for (const outcome of outcomes) {
      if (outcome.outcome === "kept") tellOutcome(outcome, { email: outcome.email, orgId, nameOf }, report);
    }
  };
}

function receiptOf(
  outcome: RosterOutcome,
  step: Step | undefined,
  where: Pick<RunOrganization, "orgId" | "nameOf">,
): string[] {
  if (outcome.outcome === "done") return step ? [step.line] : [];
  if ("reason" in outcome || outcome.outcome === "kept") return [];
  const receipt = describeOutcome(outcome, { email: outcome.email, ...where });
  return receipt === undefined ? [] : [`${receipt}${step?.because ?? ""}`];
}
