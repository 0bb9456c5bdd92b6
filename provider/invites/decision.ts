import type { Invite } from "../../client";
import { inviteOf, type Standing } from "../live/standing";
import { describeRoleChange, type Roles } from "../people/roles";

const day = 24 * 60 * 60 * 1000;

/** How long after a mail the next one may go to the same person, unless the program changed. */
const renewalInterval = 7 * day;

/** Whether an invite that has lapsed is sent again by itself. */
export const renewals = ["automatic", "manual"] as const;

/** What a program states of an invite. */
export interface InviteWish extends Partial<Roles> {
  email: string;
  disallowTransfer?: boolean | undefined;
  renewal?: (typeof renewals)[number] | undefined;
  resend?: string | undefined;
}

/** What was recorded of it: the roles last sent, and when the last mail went out. */
export interface RecordedInvite extends Partial<Roles> {
  /** `left`: a member who is one no more, though the program still wants them. */
  status?: string | undefined;
  inviteDate?: string | undefined;
  resend?: string | undefined;
}

/** Where somebody stands who is not a member. */
export type NotMember = Exclude<Standing, { stage: "member" }>;

/** What is to be done about the invite of somebody who is not a member. */
export type Decision = { act: "keep" } | { act: "send" | "wait"; because: string };

/**
 * Decides what becomes of an invite. A changed program is carried out at once; one that lapsed (expired,
 * declined or revoked by hand) is sent again at most once a week, so that a pipeline does not mail somebody at
 * every run.
 */
export function decide(
  standing: NotMember,
  recorded: RecordedInvite | undefined,
  wish: InviteWish,
  now: Date,
): Decision {
  const change = changeOf(standing, recorded, wish);
  if (change !== undefined) return { act: "send", because: `${wish.email}: ${change}; invited anew` };
  if (standing.stage === "pending") return { act: "keep" };
  const last = recorded ?? inviteOf(standing);
  if (!last) return { act: "send", because: `${wish.email}: is invited` };
  return renewal(describeLapse(standing, recorded), last.inviteDate, wish, now);
}

/** What the program states differently from what was last sent; undefined for nothing. */
function changeOf(
  standing: NotMember,
  recorded: RecordedInvite | undefined,
  wish: InviteWish,
): string | undefined {
  const sent = standing.stage === "pending" ? standing.invite : (recorded ?? inviteOf(standing));
  if (!sent) return undefined;
  const roles = describeRoleChange(sent, wish);
  if (roles !== "") return roles;
  if (standing.stage === "pending" && isTransferChanged(standing.invite, wish)) {
    return `disallowTransfer ${standing.invite.disallowTransfer ?? false} => ${wish.disallowTransfer}`;
  }
  const isResent = recorded !== undefined && wish.resend !== undefined && wish.resend !== recorded.resend;
  return isResent ? `resend ${recorded.resend ?? "(none)"} => ${wish.resend}` : undefined;
}

function isTransferChanged(invite: Invite, wish: InviteWish): boolean {
  return wish.disallowTransfer !== undefined && wish.disallowTransfer !== (invite.disallowTransfer ?? false);
}

function describeLapse(standing: NotMember, recorded: RecordedInvite | undefined): string {
  if (standing.stage === "expired") return `the invite of ${standing.invite.inviteDate} has expired`;
  const wasMember = recorded?.status === "left" || recorded?.status === "active";
  return wasMember
    ? "is not a member any more (left, or removed by hand)"
    : "has no invite any more (declined, or revoked by hand)";
}

function renewal(lapse: string, lastMail: string | undefined, wish: InviteWish, now: Date): Decision {
  if (wish.renewal === "manual") {
    const because = `warning: ${wish.email}: ${lapse}; renewal is manual, another value of resend invites again.`;
    return { act: "wait", because };
  }
  const next = lastMail === undefined ? now : new Date(Date.parse(lastMail) + renewalInterval);
  if (now >= next) return { act: "send", because: `warning: ${wish.email}: ${lapse}; invited again` };
  const because =
    `warning: ${wish.email}: ${lapse}; they are not invited again before ${next.toISOString()}, seven days ` +
    `after the last mail. Another value of resend invites at once.`;
  return { act: "wait", because };
}
