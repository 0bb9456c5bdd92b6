import type { Invite, Organization } from "../../client";
import { isExpired } from "../../client/invites";

/** An organization and its invites at one moment, in canonical form. Lists are never changed in place. */
export interface Snapshot {
  readonly organization: Organization;
  readonly invites: readonly Invite[];
  readonly now: Date;
}

/** Lists are never changed in place, so a count of one holds for as long as the list. */
const pendingCounts = new WeakMap<readonly Invite[], number>();

/** How many invites hold a seat: neither accepted nor expired. */
export function pendingInviteCount({ invites, now }: Pick<Snapshot, "invites" | "now">): number {
  const count = pendingCounts.get(invites) ?? invites.filter((invite) => !isExpired(invite, now)).length;
  pendingCounts.set(invites, count);
  return count;
}

/** How many people belong to an organization or are about to. */
export function peopleCount(snapshot: Snapshot): number {
  return snapshot.organization.members.length + pendingInviteCount(snapshot);
}
