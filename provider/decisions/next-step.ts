import type { DesiredInvite, RecordedInvite } from "../vocabulary/desired-invite";
import { type Answered, completedRoles, rolesThatDiffer, withEmptyLists } from "../vocabulary/roles";
import { inviteOf, type NotMember } from "./person-status";
import type { InviteCause, InviteStep, Lapse, NextStep } from "./steps";

const day = 24 * 60 * 60 * 1000;

/** How long after an email the next one may go to the same person, unless the program changed. */
const renewalInterval = 7 * day;

/** All that decides about an invite. `recorded` is absent for somebody who is declared for the first time. */
export interface InviteSituation {
  status: NotMember;
  recorded: RecordedInvite | undefined;
  desired: DesiredInvite;
  now: Date;
  /** Whether the stack has this value of `resend` recorded under another name of the resource. */
  hasResent?: ((resend: string) => boolean) | undefined;
}

/**
 * Decides what happens to an invite. A changed program is carried out at once, and so is an invite that was wanted
 * and never confirmed as sent; one that lapsed (expired, declined or revoked by hand) is sent again at most once a
 * week, so that a pipeline does not email somebody at every run. Whoever was a member and is gone may have been removed
 * for a reason that the program does not know: they are invited again for another value of `resend` only, as their roles
 * may have changed by hand, or in the program with those of others.
 */
export function nextStep(situation: InviteSituation): NextStep {
  const { status, recorded, desired } = situation;
  const change = changeOf(situation);
  if (change !== undefined) return { ...invite(situation, change), ...stillLeft(situation) };
  if (status.stage === "pending") return { does: "keep" };
  if (recorded) return lapsed(situation, recorded.inviteDate, desired.renewal === "manual");
  if (status.stage === "absent") return invite(situation, { is: "new" });
  if (desired.renewal === "manual") return invite(situation, lapseOf(situation));
  return lapsed(situation, status.invite.inviteDate, false);
}

function invite({ desired }: InviteSituation, cause: InviteCause): InviteStep {
  return { does: "invite", desired, cause };
}

/** What the program states differently from what was last sent; undefined for nothing. */
function changeOf(situation: InviteSituation): InviteCause | undefined {
  const { status, recorded, desired } = situation;
  const sent = lastSent(status, recorded);
  if (!sent) return undefined;
  const resend = isResent(situation) ? { is: "resend" as const } : undefined;
  if (hasLeft(situation)) return resend;
  if (rolesThatDiffer(sent, desired).length > 0) return { is: "roles", from: sent, to: desired };
  const [from, to] = [sent.disallowTransfer, desired.disallowTransfer];
  if (from !== undefined && to !== undefined && from !== to) return { is: "disallowTransfer", from, to };
  return resend;
}

/** A rename whose run failed before its deletes leaves two records: the value of either has been sent. */
function isResent({ recorded, desired: { resend }, hasResent }: InviteSituation): boolean {
  if (recorded === undefined || resend === undefined || resend === recorded.resend) return false;
  return !hasResent?.(resend);
}

/** What the last invite said: the live one where it holds, with what its answer left out as recorded. */
function lastSent(
  status: NotMember,
  recorded: RecordedInvite | undefined,
): (Answered & { disallowTransfer?: boolean | undefined }) | undefined {
  const invite = status.stage === "pending" || !recorded ? inviteOf(status) : undefined;
  if (invite) {
    const disallowTransfer = invite.disallowTransfer ?? recorded?.disallowTransfer;
    const { unknownRole } = invite;
    return { ...completedRoles(invite, recorded), unknownRole, disallowTransfer };
  }
  return recorded && { ...withEmptyLists(recorded), disallowTransfer: recorded.disallowTransfer };
}

function lapsed(situation: InviteSituation, lastEmail: string | undefined, isManual: boolean): NextStep {
  const { email } = situation.desired;
  const cause = lapseOf(situation);
  if (hasLeft(situation)) return { does: "wait", email, cause, hasLeft: true };
  if (isManual && lastEmail !== undefined) return { does: "wait", email, cause };
  if (lastEmail === undefined) return { ...invite(situation, cause), isLapsed: true };
  const until = new Date(Date.parse(lastEmail) + renewalInterval);
  if (situation.now >= until) return { ...invite(situation, cause), isLapsed: true };
  return { does: "wait", email, cause, until };
}

function stillLeft(situation: InviteSituation): { hasLeft?: boolean } {
  const { recorded, desired } = situation;
  const isBack = desired.renewal === "always" || isResent(situation);
  return wasMember(recorded) && !isBack ? { hasLeft: true } : {};
}

/** Whether somebody was a member, is neither that nor invited now, and is not to be invited again by the date. */
function hasLeft({ status, recorded, desired }: InviteSituation): boolean {
  return status.stage !== "pending" && wasMember(recorded) && desired.renewal !== "always";
}

function lapseOf({ status, recorded }: InviteSituation): Lapse {
  if (wasMember(recorded)) return { is: "left" };
  if (status.stage === "expired") return { is: "expired", inviteDate: status.invite.inviteDate };
  return recorded?.inviteDate === undefined ? { is: "not sent" } : { is: "withdrawn" };
}

const memberStatuses: readonly (string | undefined)[] = ["active", "left", "accepted"];

/**
 * Whether what is recorded says that somebody had accepted; the user id stays recorded beside an invite that was sent by
 * hand since. Access that has ended by its date is a matter of its own.
 */
export function wasMember(recorded: RecordedInvite | undefined): boolean {
  if (recorded === undefined || recorded.status === "ended") return false;
  return memberStatuses.includes(recorded.status) || recorded.userId !== undefined;
}
