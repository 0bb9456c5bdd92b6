import type { Role } from "../../client";
import type { ChangeStep, LeavingStep } from "./steps";

/**
 * What this run will do to one organization, as its checks tell; kept by person, so that it does not matter how
 * often a resource is checked. Guard rails judge a snapshot together with it.
 */
export class PlannedChanges {
  /** The organization role that members will get, by user id. */
  readonly roles = new Map<string, Role>();
  /** User ids of members who will be removed. */
  readonly removed = new Set<string>();
  /**
   * User ids of members, and addresses of pending invites, whose access has ended by its date in the resources of single
   * people. Their seats are free only after that, so nothing counts on them.
   */
  readonly ended = { userIds: new Set<string>(), emails: new Set<string>() };
  /** User ids of members whose access ends soon. */
  readonly endingSoon = new Set<string>();
  /** Addresses that will be invited and take a seat. */
  readonly invited = new Set<string>();
  /** Addresses whose pending invites will be revoked. */
  readonly revoked = new Set<string>();

  /** What steps change, and nothing else. */
  static of(steps: readonly ChangeStep[]): PlannedChanges {
    const planned = new PlannedChanges();
    for (const step of steps) planned.add(step);
    return planned;
  }

  add(step: ChangeStep): void {
    if (step.does === "change roles") this.planRole(step.member.userId, step.want.role);
    else if (step.does === "remove") this.removed.add(step.member.userId);
    else if (step.does === "invite") this.invited.add(step.desired.email);
    else if (!step.isExpired) this.revoked.add(step.invite.email);
  }

  /** As `add`, of access that a resource of a single person ends. */
  addEnd(step: LeavingStep): void {
    if (step.does === "remove") this.ended.userIds.add(step.member.userId);
    else if (!step.isExpired) this.ended.emails.add(step.invite.email);
  }

  /** Plans a step of a single person no longer, as it is refused. */
  withdraw(step: ChangeStep): void {
    if (step.does === "change roles") this.planRole(step.member.userId, undefined);
    else if (step.does === "remove") this.ended.userIds.delete(step.member.userId);
    else if (step.does === "invite") this.invited.delete(step.desired.email);
    else this.ended.emails.delete(step.invite.email);
  }

  /** Plans, or no longer plans, an invite. */
  planInvite(email: string, isPlanned: boolean): void {
    if (isPlanned) this.invited.add(email);
    else this.invited.delete(email);
  }

  planRole(userId: string, role: Role | undefined): void {
    if (role === undefined) this.roles.delete(userId);
    else this.roles.set(userId, role);
  }

  /** How many people a roster takes out. */
  get removals(): number {
    return this.removed.size + this.revoked.size;
  }

  /** Adds what another plan will do. */
  include(other: PlannedChanges): void {
    for (const [userId, role] of other.roles) this.planRole(userId, role);
    for (const userId of other.removed) this.removed.add(userId);
    for (const userId of other.ended.userIds) this.ended.userIds.add(userId);
    for (const email of other.ended.emails) this.ended.emails.add(email);
    for (const userId of other.endingSoon) this.endingSoon.add(userId);
    for (const email of other.invited) this.invited.add(email);
    for (const email of other.revoked) this.revoked.add(email);
  }
}
