import { adminWarnings } from "../decisions/admin-changes";
import type { Judgement, Refusal } from "../decisions/guard-rails/guard-rail";
import { judge } from "../decisions/guard-rails/judge";
import { holdsSeat, statusOf } from "../decisions/person-status";
import { PlannedChanges } from "../decisions/planned-changes";
import type { Snapshot } from "../decisions/snapshot";
import type { ChangeStep } from "../decisions/steps";
import { writesOf } from "../decisions/token-health";
import { refuse } from "../vocabulary/errors";
import type { Reporter } from "../vocabulary/reporter";
import type { RemovalBudget } from "./removal-budget";
import type { RunOrganization } from "./run-organization";

/** Steps of a resource, with the rules that it states for itself. */
interface Asked extends Pick<Judgement, "of" | "snapshot" | "steps" | "minAdmins"> {
  /** Counts removals, where any are planned. */
  budget?: RemovalBudget | undefined;
}

/** At preview: why steps may not be carried out, with all that this run plans, in whichever process. */
export async function judgeSteps(
  organization: RunOrganization,
  { budget, ...asked }: Asked,
  report: Reporter,
): Promise<Refusal[]> {
  const { facts, run } = organization;
  const isRemoval = asked.steps.some(({ does }) => does === "remove" || does === "revoke");
  const touchesMembers = asked.steps.some(({ does }) => does === "remove" || does === "change roles");
  const judgement: Judgement = {
    ...asked,
    planned: organization.allPlanned(asked.snapshot),
    tokenUsers: touchesMembers ? await organization.tokenUsers(report) : new Set(),
    removals: asked.of === "roster" ? budget?.countAtLeast(facts.plans.leaving(false)) : budget?.count,
    leaving: organization.leaving,
    approved: organization.approved,
  };
  await organization.warnOfRights(asked.steps.flatMap(writesOf), report);
  const alone = isRemoval ? run.journal.reasonAlone : undefined;
  const refusals = judge(judgement);
  return alone === undefined ? refusals : [...refusals, { guard: "shared run", message: alone }];
}

/** At preview: plans the step of a resource of one person for the run, and says why it may not be carried out. */
export async function planStep(
  organization: RunOrganization,
  snapshot: Snapshot,
  step: ChangeStep,
  report: Reporter,
): Promise<Refusal[]> {
  const { planned, run } = organization;
  note(planned, step, snapshot);
  const isEnd = step.does === "remove" || (step.does === "revoke" && !step.isExpired);
  const budget = isEnd ? await organization.removals() : undefined;
  const { minAdmins } = run.settings;
  const asked = { of: "person" as const, snapshot, steps: [step], minAdmins, budget };
  const refusals = await judgeSteps(organization, asked, report);
  if (refusals.some(({ isPersonal }) => isPersonal)) {
    planned.withdraw(step);
    organization.sharePlan();
  }
  if (refusals.length === 0) warnOfAdmins(organization, [step], snapshot, report);
  return refusals;
}

/** Tells of people who become admins, of admins who are removed, and that most admins lose the role. */
function warnOfAdmins(
  organization: RunOrganization,
  steps: readonly ChangeStep[],
  snapshot: Snapshot,
  report: Reporter,
): void {
  const lines = adminWarnings(steps, snapshot.organization, organization.allPlanned());
  for (const line of lines) report.warn(line);
}

/** Whoever holds a seat takes none. */
function note(planned: PlannedChanges, step: ChangeStep, snapshot: Snapshot): void {
  if (step.does === "remove" || step.does === "revoke") planned.addEnd(step);
  else if (step.does === "change roles") planned.add(step);
  else planned.planInvite(step.desired.email, !holdsSeat(statusOf(snapshot, { email: step.desired.email })));
}

/**
 * At `up`: refuses a step by the organization as it is now, with the run's own rules where `rules` says no others.
 *
 * @throws ProviderError
 */
export function refuseNow(
  { run, approved }: RunOrganization,
  over: Pick<Snapshot, "organization"> & Partial<Pick<Snapshot, "invites">>,
  step: ChangeStep,
  rules: Partial<Pick<Judgement, "of" | "minAdmins" | "tokenUsers">> = {},
): void {
  const refusals = judge({
    of: "person",
    minAdmins: run.settings.minAdmins,
    tokenUsers: new Set(),
    ...rules,
    snapshot: { invites: [], now: run.client.now(), ...over },
    steps: [step],
    planned: PlannedChanges.of([step]),
    approved,
    leaving: 0,
  });
  refuse(...refusals.map(({ message }) => message));
}
