import { expiryWarning } from "../decisions/invite-expiry";
import { type InviteRecord, inviteRecord } from "../decisions/invite-record";
import { type InviteSituation, nextStep } from "../decisions/next-step";
import type { NotMember, PersonStatus } from "../decisions/person-status";
import type { Snapshot } from "../decisions/snapshot";
import { describeCause, describeWait, type InviteStep, type WaitStep } from "../decisions/steps";
import { planStep } from "../live/judge-steps";
import type { RunOrganization } from "../live/run-organization";
import { InviteNotSent, sendInvite } from "../live/send-invite";
import type { DesiredInvite, RecordedInvite } from "../vocabulary/desired-invite";
import { refuse } from "../vocabulary/errors";
import type { Reporter } from "../vocabulary/reporter";
import { describeAccess } from "../vocabulary/terms";
import { PartialFailure, type ResourceSnapshot, type UpdateReason } from "./resource-lifecycle";

/** Somebody who is not a member, whom a resource declares. */
export interface InvitedPerson {
  organization: RunOrganization;
  snapshot: Snapshot;
  status: NotMember;
  recorded: RecordedInvite | undefined;
  desired: DesiredInvite;
  report: Reporter;
}

/** What this run has read of somebody under another resource. The first `resend` of a new one is no change. */
export function takenOver(
  organization: RunOrganization,
  desired: DesiredInvite,
  status: PersonStatus,
): RecordedInvite | undefined {
  const recorded = recordedOf(organization, desired.email, status);
  return recorded && { ...recorded, resend: desired.resend };
}

/** What this run has read of somebody by their address, unless it was somebody else's then. */
export function recordedOf(
  organization: RunOrganization,
  email: string,
  status: PersonStatus,
): RecordedInvite | undefined {
  const recorded = organization.recordedInvite(email);
  const isAnother =
    status.stage === "member" && recorded?.userId !== undefined && recorded.userId !== status.member.userId;
  return isAnother ? undefined : recorded;
}

/** At preview of a create: says what will become of the person, and why they cannot be invited, if so. */
export async function previewCreate(person: InvitedPerson): Promise<string[]> {
  const { organization, desired, report } = person;
  const { orgId, nameOf } = organization;
  const next = nextStep(situationOf(person));
  if (next.does === "keep") {
    report.once(
      `organization ${orgId}: pending invites that are as stated will be adopted unchanged, without a line each.`,
    );
  } else if (next.does === "wait") report.warn(waiting(next, organization));
  else {
    const replaced = person.status.stage === "pending" ? "; the pending invite is revoked" : "";
    const what = describeAccess(desired, desired, nameOf);
    report.info(
      `${desired.email} will be invited to organization ${orgId} as ${what}${reasonOf(next, organization)}${replaced}.`,
    );
  }
  return planInvite(person, next);
}

/** At preview: why an invite cannot be sent, with all that this run plans. */
export async function planInvite(
  person: InvitedPerson,
  next = nextStep(situationOf(person)),
): Promise<string[]> {
  const { organization, snapshot, desired, report } = person;
  if (next.does === "invite") return planStep(organization, snapshot, next, report);
  organization.planned.planInvite(desired.email, false);
  return [];
}

/** Why an update is due although the program did not change: a next invite, or somebody who is missing. */
export async function inviteReasons(person: InvitedPerson): Promise<UpdateReason[]> {
  const { organization, status, desired, report } = person;
  const next = nextStep(situationOf(person));
  if (organization.run.isPastRefresh) refuse(...(await planInvite(person, next)));
  if (next.does === "invite") {
    const text = `${desired.email}: ${describeCause(next.cause, organization.nameOf)}; will be invited again.`;
    return [{ text, isWarning: next.isLapsed ?? false }];
  }
  if (next.does === "wait") return [{ text: waiting(next, organization), isWarning: true }];
  const warning = status.stage === "pending" ? expiryWarning(status.invite, person.snapshot.now) : undefined;
  if (warning !== undefined) report.warn(warning);
  return [];
}

/**
 * As `ensureInvite`, for a resource: `recordIn` makes its state of the record.
 *
 * @throws PartialFailure where something was done, but no invite was confirmed: what to record then.
 */
export async function ensureInviteState<State>(
  person: InvitedPerson,
  recordIn: (record: InviteRecord) => ResourceSnapshot<State>,
): Promise<State> {
  try {
    return recordIn(await ensureInvite(person)).state;
  } catch (error) {
    if (!(error instanceof InviteNotSent)) throw error;
    throw new PartialFailure(recordIn(error.record), [error.message]);
  }
}

/**
 * Brings the invite of somebody who is not a member to what the program states, as far as it may be sent.
 *
 * @throws InviteNotSent where something was done, but no invite was confirmed.
 */
async function ensureInvite(person: InvitedPerson): Promise<InviteRecord> {
  const { organization, status, recorded, report } = person;
  const next = nextStep(situationOf(person));
  if (next.does === "wait") report.warn(waiting(next, organization));
  if (next.does !== "invite") return inviteRecord(status, recorded);
  const record = await sendInvite(organization, next);
  tellSent(person, next);
  return next.hasLeft ? { ...record, userId: recorded?.userId } : record;
}

function tellSent({ organization, desired, report }: InvitedPerson, next: InviteStep): void {
  const what = describeAccess(desired, desired, organization.nameOf);
  const line = `${desired.email}: invited to organization ${organization.orgId} as ${what}${reasonOf(next, organization)}.`;
  if (next.isLapsed) report.warn(line);
  else report.info(line);
}

/** A first invite needs no reason. */
function reasonOf({ cause }: InviteStep, { nameOf }: RunOrganization): string {
  return cause.is === "new" ? "" : ` (${describeCause(cause, nameOf)})`;
}

/** Only single people have `resend`. */
function waiting(step: WaitStep, { nameOf }: RunOrganization): string {
  const advice = step.hasLeft
    ? "If they are to stay out, take them out of the program; to invite them again, set resend to another value."
    : "To invite them now, set resend to another value.";
  return `${step.email}: ${describeWait(step, nameOf)}. ${advice}`;
}

function situationOf({ organization, status, recorded, desired, snapshot }: InvitedPerson): InviteSituation {
  const hasResent = (resend: string) => organization.facts.hasResent(desired.email, resend);
  return { status, recorded, desired, now: snapshot.now, hasResent };
}
