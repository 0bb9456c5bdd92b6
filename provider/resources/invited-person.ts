import { refusedAddress } from "../decisions/guard-rails/allowed-domains";
import { expiryWarning } from "../decisions/invite-expiry";
import { type InviteRecord, inviteRecord } from "../decisions/invite-record";
import { type InviteSituation, type NextAction, nextAction } from "../decisions/next-action";
import { holdsSeat, type NotMember, type PersonStatus } from "../decisions/person-status";
import type { Snapshot } from "../decisions/snapshot";
import type { RunOrganization } from "../live/run-organization";
import { InviteNotSent, sendInvite } from "../live/send-invite";
import type { DesiredInvite, RecordedInvite } from "../vocabulary/desired-invite";
import { refuse } from "../vocabulary/errors";
import type { Reporter } from "../vocabulary/reporter";
import { describeAccess } from "../vocabulary/terms";
import { PartialFailure, type ResourceSnapshot, type UpdateReason } from "./resource-lifecycle";
import { warnOfAdmins } from "./warn-of-admins";

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
export function previewCreate(person: InvitedPerson): string[] {
  const { organization, desired, report } = person;
  const next = nextAction(situationOf(person));
  if (next.action === "keep") {
    report.once(
      `organization ${organization.orgId}: pending invites that are as stated will be adopted unchanged, without a line each.`,
    );
  } else if (next.action === "wait") report.warn(waiting(desired.email, next));
  else {
    const reason = next.isFirst ? "" : ` (${next.reason})`;
    const replaced = person.status.stage === "pending" ? "; the pending invite is revoked" : "";
    report.info(
      `${desired.email} will be invited to organization ${organization.orgId} as ${describeAccess(desired, desired)}${reason}${replaced}.`,
    );
  }
  return planInvite(person, next);
}

/** At preview: why an invite cannot be sent, with all that this run plans. Whoever holds a seat takes none. */
export function planInvite(person: InvitedPerson, next = nextAction(situationOf(person))): string[] {
  const { organization, snapshot, status, desired, report } = person;
  organization.planned.planInvite(desired.email, next.action === "invite" && !holdsSeat(status));
  if (next.action !== "invite") return [];
  if (desired.role === "admin") warnOfAdmins(organization, { invited: [desired.email] }, report);
  const problems = [refusedAddress(snapshot.organization, desired.email), organization.beyondSeats(snapshot)];
  return problems.filter((problem) => problem !== undefined);
}

/** Why an update is due although the program did not change: a next invite, or somebody who is missing. */
export function inviteReasons(person: InvitedPerson): UpdateReason[] {
  const { status, desired, report } = person;
  const next = nextAction(situationOf(person));
  if (person.organization.run.isPastRefresh) refuse(...planInvite(person, next));
  if (next.action === "invite") {
    return [
      { text: `${desired.email}: ${next.reason}; will be invited again.`, isWarning: next.isLapsed ?? false },
    ];
  }
  if (next.action === "wait") return [{ text: waiting(desired.email, next), isWarning: true }];
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
  const { organization, status, recorded, desired, report } = person;
  const next = nextAction(situationOf(person));
  if (next.action === "wait") report.warn(waiting(desired.email, next));
  if (next.action !== "invite") return inviteRecord(status, recorded);
  const record = await sendInvite(organization, desired);
  tellSent(person, next);
  return next.hasLeft ? { ...record, userId: recorded?.userId } : record;
}

function tellSent(
  { organization, desired, report }: InvitedPerson,
  next: NextAction & { action: "invite" },
): void {
  const line = `${desired.email}: invited to organization ${organization.orgId} as ${describeAccess(desired, desired)}${next.isFirst ? "" : ` (${next.reason})`}.`;
  if (next.isLapsed) report.warn(line);
  else report.info(line);
}

/** Only single people have `resend`. */
function waiting(email: string, { reason, hasLeft }: NextAction & { action: "wait" }): string {
  const advice = hasLeft
    ? "If they are to stay out, take them out of the program; to invite them again, set resend to another value."
    : "To invite them now, set resend to another value.";
  return `${email}: ${reason}. ${advice}`;
}

function situationOf({ organization, status, recorded, desired, snapshot }: InvitedPerson): InviteSituation {
  const hasResent = (resend: string) => organization.facts.hasResent(desired.email, resend);
  return { status, recorded, desired, now: snapshot.now, hasResent };
}
