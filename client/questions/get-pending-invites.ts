import type { Invite, OrgParameters } from "../types";
import { id } from "./checks";
import { question } from "./question";
import { withRoleLists } from "./role-lists";

export const getPendingInvites = question({
  name: "getPendingInvites",
  property: "invites",
  checks: { orgId: id },
  ask: async (reads, args: OrgParameters) => (await reads.pendingInvites(args)).map(withEnd),
});

function withEnd(invite: Invite) {
  return { ...withRoleLists(invite), expiresAt: endOf(invite) };
}

/** Undefined for a date or a duration that cannot be understood: one odd invite must not hide the others. */
function endOf({ inviteDate = "", ttl = Number.NaN }: Invite): string | undefined {
  const end = new Date(Date.parse(inviteDate) + ttl);
  return Number.isNaN(end.getTime()) ? undefined : end.toISOString();
}
