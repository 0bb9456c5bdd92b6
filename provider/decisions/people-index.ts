import type { Invite, Member } from "../../client";
import { inOrderSent } from "../../client/invites";

/** A person as far as known: by address, by user id, or by both. */
export interface PersonKey {
  email?: string | undefined;
  userId?: string | undefined;
}

interface MemberIndex {
  byUserId: Map<string, Member>;
  byEmail: Map<string | undefined, Member>;
}

/** Lists are never changed in place, so an index of one holds for as long as the list. */
const memberIndexes = new WeakMap<readonly Member[], MemberIndex>();
const inviteIndexes = new WeakMap<readonly Invite[], Map<string, Invite[]>>();

/**
 * The member with this user id; only where none is known, whoever has this address now. A known person is followed when
 * their address changes, and is nobody else when it passes to another user.
 */
export function findMember(members: readonly Member[], { userId, email }: PersonKey): Member | undefined {
  const { byUserId, byEmail } = memberIndexOf(members);
  return userId ? byUserId.get(userId) : byEmail.get(email || undefined);
}

/** All invites of an address, the one that was sent last at the end; expired ones may stand beside a newer one. */
export function invitesOf(invites: readonly Invite[], email: string | undefined): Invite[] {
  return inviteIndexOf(invites).get(email ?? "") ?? [];
}

/** The invite of an address that was sent last. */
export function newestInvite(invites: readonly Invite[], email: string | undefined): Invite | undefined {
  return invitesOf(invites, email).at(-1);
}

function memberIndexOf(members: readonly Member[]): MemberIndex {
  const index = memberIndexes.get(members) ?? {
    byUserId: new Map(members.map((member) => [member.userId, member])),
    byEmail: new Map(members.map((member) => [member.email, member])),
  };
  memberIndexes.set(members, index);
  return index;
}

function inviteIndexOf(invites: readonly Invite[]): Map<string, Invite[]> {
  const index = inviteIndexes.get(invites) ?? indexInvites(invites);
  inviteIndexes.set(invites, index);
  return index;
}

function indexInvites(invites: readonly Invite[]): Map<string, Invite[]> {
  const index = new Map<string, Invite[]>();
  for (const invite of inOrderSent(invites)) {
    const others = index.get(invite.email);
    if (others) others.push(invite);
    else index.set(invite.email, [invite]);
  }
  return index;
}
