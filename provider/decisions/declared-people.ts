import type { Member } from "../../client";
import { findMember, type PersonKey } from "./people-index";

/** The classes that say something about a person. */
export type PersonKind = "OrgInvite" | "OrgMember" | "OrgMembership" | "OrgRoster";

interface Declaration {
  kind: PersonKind;
  person: PersonKey;
  /** Whether the stack records the resource, so that it goes on managing the person. */
  isRecorded: boolean;
}

/**
 * Whom this run's program declares in one organization, as its checks tell. A resource that is renamed, replaced or
 * moved to another class is created before its old self is deleted; that delete must not evict a person whom the
 * program still declares.
 */
export class DeclaredPeople {
  private readonly byEmail = new Map<string, Declaration[]>();
  private readonly byUserId = new Map<string, Declaration[]>();
  private readonly userIds = new Map<string, string>();
  private readonly addresses = new Map<string, Set<string>>();

  /** Notes whom the stack knows by an address, which may have changed at Losant since. */
  know(email: string, userId: string): void {
    this.userIds.set(email, userId);
    const addresses = this.addresses.get(userId) ?? new Set();
    this.addresses.set(userId, addresses.add(email));
  }

  /** The member whom a person is, found by what the stack knows of their address too. */
  memberOf({ email, userId }: PersonKey, members: readonly Member[]): Member | undefined {
    return findMember(members, { email, userId: userId ?? this.userIds.get(email ?? "") });
  }

  /** Notes who is declared, by address or by user id: not by both. */
  declare(kind: PersonKind, person: PersonKey): void {
    if (this.find(kind, person)) return;
    const declaration = { kind, person, isRecorded: false };
    if (person.email !== undefined) add(this.byEmail, person.email, declaration);
    if (person.userId !== undefined) add(this.byUserId, person.userId, declaration);
  }

  /** Notes that the stack records the resource. */
  markRecorded(kind: PersonKind, person: PersonKey): void {
    const declaration = this.find(kind, person);
    if (declaration) declaration.isRecorded = true;
  }

  /** What declares this person, under any address or user id that the list of members or the stack has of them. */
  declarationsOf(person: PersonKey, members: readonly Member[]): readonly Declaration[] {
    const member = this.memberOf(person, members);
    const userIds = new Set([person.userId, this.userIds.get(person.email ?? ""), member?.userId]);
    const known = [...userIds].flatMap((userId) => [...(this.addresses.get(userId ?? "") ?? [])]);
    const emails = new Set([person.email, member?.email, ...known]);
    const found = [
      ...[...emails].flatMap((email) => this.byEmail.get(email ?? "") ?? []),
      ...[...userIds].flatMap((userId) => this.byUserId.get(userId ?? "") ?? []),
    ];
    return [...new Set(found)];
  }

  /**
   * What else manages a person; undefined for nothing. `isRecorded`: the stack records it, so it goes on by itself.
   * An invite manages nobody who is a member.
   */
  managerOf(
    person: PersonKey,
    members: readonly Member[],
  ): { kinds: string; isRecorded: boolean } | undefined {
    const declarations = this.declarationsOf(person, members);
    if (declarations.length === 0) return undefined;
    const isMember = this.memberOf(person, members) !== undefined;
    return {
      kinds: [...new Set(declarations.map(({ kind }) => kind))].join(" and "),
      isRecorded: declarations.some((one) => one.isRecorded && !(isMember && one.kind === "OrgInvite")),
    };
  }

  /** Why a person cannot be declared so: another resource names them in another way. */
  rivalOf(kind: PersonKind, person: PersonKey, members: readonly Member[]): string | undefined {
    const rival = this.declarationsOf(person, members).find((other) => areRivals(other, { kind, person }));
    return (
      rival &&
      `${named(kind, person)} and ${named(rival.kind, rival.person)} are the same person: declare them once`
    );
  }

  private find(kind: PersonKind, person: PersonKey): Declaration | undefined {
    const known =
      person.email === undefined ? this.byUserId.get(person.userId ?? "") : this.byEmail.get(person.email);
    return known?.find((one) => one.kind === kind);
  }
}

function add(index: Map<string, Declaration[]>, key: string, declaration: Declaration): void {
  const others = index.get(key);
  if (others) others.push(declaration);
  else index.set(key, [declaration]);
}

/** An invite, and the member that comes of it, are one person at two times. */
function areRivals(one: Omit<Declaration, "isRecorded">, other: Omit<Declaration, "isRecorded">): boolean {
  const isSame =
    one.kind === other.kind &&
    one.person.email === other.person.email &&
    one.person.userId === other.person.userId;
  return !isSame && [one.kind, other.kind].sort().join() !== "OrgInvite,OrgMember";
}

function named(kind: PersonKind, { email, userId }: PersonKey): string {
  return email === undefined ? `${kind} of user ${userId}` : `${kind} of ${email}`;
}
