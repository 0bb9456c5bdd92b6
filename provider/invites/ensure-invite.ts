import { inviteOf } from "../live/standing";
import { inviteAnew } from "../people/changes";
import { type Roles, rolesOf } from "../people/roles";
import type { Run } from "../run/run";
import { decide, type InviteWish, type NotMember, type RecordedInvite } from "./decision";
import { expiryOf, expiryWarning } from "./expiry";

/** How an invite that is not accepted stands. `withdrawn`: declined, or revoked by hand. */
export type InviteStatus = "pending" | "expired" | "withdrawn";

/** What is recorded of an invite that is not accepted. */
export interface InviteRecord extends Partial<Roles> {
  status: InviteStatus;
  inviteId?: string | undefined;
  inviteDate?: string | undefined;
  expiresAt?: string | undefined;
  disallowTransfer?: boolean | undefined;
}

/** Brings the invite of somebody who is not a member to what the program states, as far as it may be sent. */
export async function ensureInvite(
  run: Run,
  orgId: string,
  standing: NotMember,
  recorded: RecordedInvite | undefined,
  wish: InviteWish,
): Promise<InviteRecord> {
  const decision = decide(standing, recorded, wish, run.now());
  if (decision.act === "keep") return recordOf(standing, recorded);
  run.tell(decision.because);
  if (decision.act === "wait") return recordOf(standing, recorded);
  return recordOf({ stage: "pending", invite: await inviteAnew(run, orgId, wish) }, recorded);
}

/** What to record of an invite; of one that is no longer listed, what was known of it. */
export function recordOf(standing: NotMember, recorded: RecordedInvite | undefined): InviteRecord {
  const invite = inviteOf(standing);
  if (!invite) return { ...recorded, status: "withdrawn" };
  return {
    ...rolesOf(invite),
    status: standing.stage === "pending" ? "pending" : "expired",
    inviteId: invite.id,
    inviteDate: new Date(invite.inviteDate ?? 0).toISOString(),
    expiresAt: expiryOf(invite).toISOString(),
    disallowTransfer: invite.disallowTransfer,
  };
}

/** Why an update is due for an invite although the program did not change; warns of what is not done yet. */
export function inviteDue(
  run: Run,
  standing: NotMember,
  recorded: RecordedInvite,
  wish: InviteWish,
): string[] {
  const decision = decide(standing, recorded, wish, run.now());
  if (decision.act === "send") return [decision.because];
  if (decision.act === "wait") run.remark(decision.because);
  const warning = standing.stage === "pending" ? expiryWarning(standing.invite, run.now()) : undefined;
  if (warning !== undefined) run.remark(warning);
  return [];
}

/** Says at preview that a create will take over, or replace, an invite that is there already. */
export function remarkTakeover(run: Run, standing: NotMember, wish: InviteWish): void {
  const invite = inviteOf(standing);
  if (!invite) return;
  const decision = decide(standing, undefined, wish, run.now());
  const what = decision.act === "keep" ? "is taken over; no mail is sent" : decision.because;
  run.remark(`${wish.email}: the ${standing.stage} invite of ${invite.inviteDate}: ${what}.`);
}
