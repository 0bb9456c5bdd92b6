import type { Role } from "../../client";

/**
 * What this run will do to one organization, as its checks tell; kept by person, so that it does not matter how
 * often a resource is checked. Guard rails judge a snapshot together with it.
 */
export class PlannedChanges {
  /** The organization role that members will get, by user id. */
  readonly roles = new Map<string, Role>();
  /** User ids of members who will be removed. */
  readonly removed = new Set<string>();
  /** Addresses that will be invited and take a seat. */
  readonly invited = new Set<string>();
  /** Addresses whose pending invites will be revoked. */
  readonly revoked = new Set<string>();

  /** Plans, or no longer plans, an invite. */
  planInvite(email: string, isPlanned: boolean): void {
    if (isPlanned) this.invited.add(email);
    else this.invited.delete(email);
  }

  planRole(userId: string, role: Role | undefined): void {
    if (role === undefined) this.roles.delete(userId);
    else this.roles.set(userId, role);
  }

  /** How many people it takes out. */
  get removals(): number {
    return this.removed.size + this.revoked.size;
  }

  /** No longer plans to take somebody out. */
  forgetRemoval({
    userId = "",
    email = "",
  }: {
    userId?: string | undefined;
    email?: string | undefined;
  }): void {
    this.removed.delete(userId);
    this.revoked.delete(email);
  }

  /** Adds what another plan will do. */
  include(other: PlannedChanges): void {
    for (const [userId, role] of other.roles) this.roles.set(userId, role);
    for (const userId of other.removed) this.removed.add(userId);
    for (const email of other.invited) this.invited.add(email);
    for (const email of other.revoked) this.revoked.add(email);
  }
}
