import type { Invite, Member } from "../../client";
import { isExpired } from "../../client/invites";
import { findMember, newestInvite, type PersonKey } from "./people-index";
import type { Snapshot } from "./snapshot";

/** Where a person stands with an organization. */
export type PersonStatus =
  | { stage: "member"; member: Member }
  | { stage: "pending"; invite: Invite }
  | { stage: "expired"; invite: Invite }
  | { stage: "absent" };

/** Where somebody stands who is not a member. */
export type NotMember = Exclude<PersonStatus, { stage: "member" }>;

/**
 * Looks a person up: as a member by user id where that is known, since an address may change and pass to somebody else,
 * else by address; then among the invites.
 */
export function statusOf(snapshot: Snapshot, person: PersonKey): PersonStatus {
  const member = findMember(snapshot.organization.members, person);
  if (member) return { stage: "member", member };
  const invite = newestInvite(snapshot.invites, person.email);
  if (!invite) return { stage: "absent" };
  return { stage: isExpired(invite, snapshot.now) ? "expired" : "pending", invite };
}

/**
 * As `statusOf`, of somebody whom a program goes on declaring by an address: once the member whom it followed is gone, the
 * address names whoever has it now.
 */
export function declaredStatusOf(snapshot: Snapshot, person: PersonKey): PersonStatus {
  const status = statusOf(snapshot, person);
  return status.stage === "member" ? status : statusOf(snapshot, { email: person.email });
}

/** The invite that somebody has, accepted ones apart. */
export function inviteOf(status: PersonStatus): Invite | undefined {
  return "invite" in status ? status.invite : undefined;
}

/** What somebody has: their membership, or an invite that may still be accepted. */
export function livingIn(status: PersonStatus): Member | Invite | undefined {
  if (status.stage === "member") return status.member;
  return status.stage === "pending" ? status.invite : undefined;
}

/** Whether somebody holds one of the organization's seats. */
export function holdsSeat(status: PersonStatus): boolean {
  return status.stage === "member" || status.stage === "pending";
}
