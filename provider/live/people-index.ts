import type { Invite, Member } from "../../client";

/** A person as far as known: by address, by user id, or by both. */
export interface PersonKey {
  email?: string | undefined;
  userId?: string | undefined;
}

interface MemberIndex {
  byUserId: Map<string, Member>;
  byEmail: Map<string, Member>;
}

/** Lists are never changed in place, so an index of one holds for as long as the list. */
const memberIndexes = new WeakMap<Member[], MemberIndex>();
const inviteIndexes = new WeakMap<Invite[], Map<string, Invite>>();

/** The member with this user id, else with this address: a known person is followed when their address changes. */
export function findMember(members: Member[], person: PersonKey): Member | undefined {
  const { byUserId, byEmail } = memberIndexOf(members);
  return byUserId.get(person.userId ?? "") ?? byEmail.get(person.email ?? "");
}

/** The invite of an address that was sent last; an expired one may stand beside its successor. */
export function newestInvite(invites: Invite[], email: string): Invite | undefined {
  return inviteIndexOf(invites).get(email);
}

function memberIndexOf(members: Member[]): MemberIndex {
  const index = memberIndexes.get(members) ?? {
    byUserId: new Map(members.map((member) => [member.userId, member])),
    byEmail: new Map(members.map((member) => [member.email, member])),
  };
  memberIndexes.set(members, index);
  return index;
}

function inviteIndexOf(invites: Invite[]): Map<string, Invite> {
  const sorted = (): Invite[] =>
    [...invites].sort((one, other) => Date.parse(one.inviteDate ?? "") - Date.parse(other.inviteDate ?? ""));
  const index = inviteIndexes.get(invites) ?? new Map(sorted().map((invite) => [invite.email, invite]));
  inviteIndexes.set(invites, index);
  return index;
}
