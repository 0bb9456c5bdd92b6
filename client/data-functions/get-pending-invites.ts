import { expiryOf } from "../invites";
import type { Invite, OrgParameters } from "../types";
import { id } from "./checks";
import { dataFunction } from "./data-function";
import { withRoleLists } from "./role-lists";

export const getPendingInvites = dataFunction({
  name: "getPendingInvites",
  property: "invites",
  checks: { orgId: id },
  ask: async (reads, args: OrgParameters) => (await reads.pendingInvites(args)).map(withEnd),
});

function withEnd(invite: Invite) {
  return { ...withRoleLists(invite), expiresAt: expiryOf(invite)?.toISOString() };
}
