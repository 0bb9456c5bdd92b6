import type { DesiredInvite, RecordedInvite } from "../vocabulary/desired-invite";
import { type Answered, completedRoles, describeRoleChange, withEmptyLists } from "../vocabulary/roles";
import { inviteOf, type NotMember } from "./person-status";

const day = 24 * 60 * 60 * 1000;

/** How long after an email the next one may go to the same person, unless the program changed. */
const renewalInterval = 7 * day;

/** What happens next to somebody who is not a member, and why. */
export type NextAction =
  | { action: "keep" }
  /**
   * `isFirst`: nobody has invited them yet. `isLapsed`: not because the program changed, but because an earlier invite
   * or membership ended. `hasLeft`: they were a member, and somebody has invited them by hand since; once that lapses, they
   * are not invited again.
   */
  | { action: "invite"; reason: string; isFirst?: boolean; isLapsed?: boolean; hasLeft?: boolean }
  /**
   * Declared, neither a member nor invited, and not to be emailed yet. `until` is absent where no date changes that:
   * for manual renewal, and for a member who is gone (`hasLeft`).
   */
  | { action: "wait"; reason: string; until?: Date; hasLeft?: boolean };

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
export function nextAction(situation: InviteSituation): NextAction {
  const { status, recorded, desired } = situation;
  const change = changeOf(situation);
  if (change !== undefined) return { action: "invite", reason: change, ...stillLeft(situation) };
  if (status.stage === "pending") return { action: "keep" };
  if (recorded) return lapsed(situation, recorded.inviteDate, desired.renewal === "manual");
  if (status.stage === "absent") return { action: "invite", reason: "is not a member yet", isFirst: true };
  if (desired.renewal === "manual") return { action: "invite", reason: describeLapse(situation) };
  return lapsed(situation, status.invite.inviteDate, false);
}

/** What the program states differently from what was last sent; undefined for nothing. */
function changeOf(situation: InviteSituation): string | undefined {
  const { status, recorded, desired } = situation;
  const sent = lastSent(status, recorded);
  if (!sent) return undefined;
  if (hasLeft(situation)) return isResent(situation) ? "resend has changed" : undefined;
  const roles = describeRoleChange(sent, desired);
  if (roles !== "") return roles;
  if (differs(sent.disallowTransfer, desired.disallowTransfer)) {
    return `disallowTransfer ${sent.disallowTransfer} => ${desired.disallowTransfer}`;
  }
  return isResent(situation) ? "resend has changed" : undefined;
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

function differs(sent: boolean | undefined, wanted: boolean | undefined): boolean {
  return sent !== undefined && wanted !== undefined && sent !== wanted;
}

function lapsed(situation: InviteSituation, lastEmail: string | undefined, isManual: boolean): NextAction {
  const lapse = describeLapse(situation);
  if (hasLeft(situation)) {
    return { action: "wait", reason: `${lapse}; not invited again by itself`, hasLeft: true };
  }
  if (isManual && lastEmail !== undefined) {
    return { action: "wait", reason: `${lapse}; not invited again, as renewal is manual` };
  }
  if (lastEmail === undefined) return { action: "invite", reason: lapse, isLapsed: true };
  const until = new Date(Date.parse(lastEmail) + renewalInterval);
  if (situation.now >= until) return { action: "invite", reason: lapse, isLapsed: true };
  const reason = `${lapse}; not invited again before ${until.toISOString()}, seven days after the last email`;
  return { action: "wait", reason, until };
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

function describeLapse({ status, recorded }: InviteSituation): string {
  if (wasMember(recorded)) return "is no longer a member (left, or removed by hand)";
  if (status.stage === "expired")
    return `the invite of ${status.invite.inviteDate ?? "unknown date"} has expired`;
  if (recorded?.inviteDate === undefined) return "was not invited: the last attempt failed";
  return "has no invite any more (declined, revoked by hand, or accepted and removed since)";
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
