import type { PersonKind } from "../decisions/declared-people";
import { type PersonStatus, statusOf } from "../decisions/person-status";
import type { RunOrganization } from "../live/run-organization";
import type { DesiredInvite, RecordedInvite } from "../vocabulary/desired-invite";
import { refuse } from "../vocabulary/errors";
import { emptyingWithdrawnLists } from "../vocabulary/roles";
import { hasEnded } from "../vocabulary/until";
import { declarePerson, whomItMeans } from "./declared-person";
import type { Context } from "./resource-lifecycle";

/**
 * What a check of somebody who may be invited looks at: the organization, what is recorded of the person, and what
 * the program states, with the role lists that were taken out as empty.
 */
export async function examineInvite<Desired extends DesiredInvite & { orgId: string }>(
  kind: PersonKind,
  desired: Desired,
  previous: Partial<Desired> | undefined,
  { run, report, isUnknown, name }: Context,
) {
  const { email } = desired;
  const organization = run.organization(desired.orgId);
  const snapshot = await organization.live.snapshot();
  // An invite that was accepted before its end keeps nobody after it.
  const isOver = hasEnded(desired.until, snapshot.now);
  const { members } = snapshot.organization;
  const { key, problem } = whomItMeans(organization, { email }, previous, members);
  const rivals = declarePerson(organization, kind, { email }, snapshot, name, isOver);
  const problems = problem === undefined ? rivals : [problem];
  const status = statusOf(snapshot, key);
  const memory = recordedOf(organization, email, status);
  const statedBefore = previous ? Object.keys(previous) : (memory?.statedLists ?? []);
  const whole = emptyingWithdrawnLists(desired, statedBefore, isUnknown);
  const recorded = previous ? memory : takenOver(organization, whole, status);
  return { organization, snapshot, problems, recorded, status, desired: whole, report };
}

/**
 * What a create of somebody who may be invited looks at; `whole` is what the program states, with the role lists that
 * another resource had stated as empty.
 *
 * @throws ProviderError where the address could mean two people.
 */
export async function examineCreate<Desired extends DesiredInvite & { orgId: string }>(
  desired: Desired,
  { run }: Context,
) {
  const organization = run.organization(desired.orgId);
  const snapshot = await organization.live.snapshot();
  const { key, problem } = whomItMeans(organization, desired, undefined, snapshot.organization.members);
  if (problem !== undefined) refuse(problem);
  const status = statusOf(snapshot, key);
  const recorded = takenOver(organization, desired, status);
  const whole = emptyingWithdrawnLists(desired, recorded?.statedLists ?? []);
  return { organization, snapshot, status, recorded, whole };
}

/** What this run has read of somebody under another resource. The first `resend` of a new one is no change. */
function takenOver(
  organization: RunOrganization,
  desired: DesiredInvite,
  status: PersonStatus,
): RecordedInvite | undefined {
  const recorded = recordedOf(organization, desired.email, status);
  return recorded && { ...recorded, resend: desired.resend };
}

/** What this run has read of somebody by their address, unless it was somebody else's then. */
function recordedOf(
  organization: RunOrganization,
  email: string,
  status: PersonStatus,
): RecordedInvite | undefined {
  const recorded = organization.recordedInvite(email);
  const isAnother =
    status.stage === "member" && recorded?.userId !== undefined && recorded.userId !== status.member.userId;
  return isAnother ? undefined : recorded;
}
