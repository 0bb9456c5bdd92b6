import type { Invite } from "../../client";
import { expiryOf } from "../../client/invites";
import type { DesiredInvite, RecordedInvite } from "../vocabulary/desired-invite";
import { completedRoles, type Roles, rolesOf } from "../vocabulary/roles";
import { wasMember } from "./next-step";
import type { NotMember } from "./person-status";

/** How an invite that is not accepted stands. `withdrawn`: declined, revoked by hand, or not sent. */
export type InviteStatus = "pending" | "expired" | "withdrawn" | "left";

/** What is recorded of an invite that is not accepted. */
export interface InviteRecord extends Partial<Roles> {
  status: InviteStatus;
  inviteId?: string | undefined;
  inviteDate?: string | undefined;
  expiresAt?: string | undefined;
  disallowTransfer?: boolean | undefined;
  /** Of somebody who had been a member before. */
  userId?: string | undefined;
}

/** What to record of somebody who is not a member; of an invite that is no longer listed, what was known of it. */
export function inviteRecord(status: NotMember, recorded: RecordedInvite | undefined): InviteRecord {
  if (status.stage !== "absent") return listedRecord(status.invite, status.stage, recorded);
  const { inviteId, inviteDate, expiresAt, disallowTransfer } = recorded ?? {};
  const known = { inviteId, inviteDate, expiresAt, disallowTransfer, ...rolesOf(recorded ?? {}) };
  return { ...known, ...userOf(recorded), status: wasMember(recorded) ? "left" : "withdrawn" };
}

/** What to record after an invite was sent: Losant's answer, with what it left out as it was sent. */
export function sentRecord(invite: Invite, sent: DesiredInvite): InviteRecord {
  return listedRecord(invite, "pending", sent);
}

/**
 * What to record of an invite that is wanted and was not confirmed as sent: without a date, which makes the next
 * run look and, where it is not there, send it.
 */
export function unsentRecord(desired: DesiredInvite): InviteRecord {
  return { ...rolesOf(desired), disallowTransfer: desired.disallowTransfer, status: "withdrawn" };
}

function listedRecord(
  invite: Invite,
  status: "pending" | "expired",
  recorded: RecordedInvite | undefined,
): InviteRecord {
  return {
    ...completedRoles(invite, recorded),
    status,
    inviteId: invite.id,
    inviteDate: isoDate(invite.inviteDate) ?? recorded?.inviteDate,
    expiresAt: expiryOf(invite)?.toISOString() ?? recorded?.expiresAt,
    disallowTransfer: invite.disallowTransfer ?? recorded?.disallowTransfer,
    ...userOf(recorded),
  };
}

/** Who had been a member is known by it, whatever became of an invite since. */
function userOf(recorded: RecordedInvite | undefined): { userId?: string } {
  return recorded?.userId === undefined ? {} : { userId: recorded.userId };
}

function isoDate(text: string | undefined): string | undefined {
  return text === undefined ? undefined : new Date(text).toISOString();
}
