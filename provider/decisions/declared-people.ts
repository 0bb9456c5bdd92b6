import type { Member } from "../../client";
import { withMeanings } from "./addresses";
import { declaredTwice, endedBeside, type NamedResource } from "./duplicates";
import { KnownAddresses } from "./known-addresses";
import { findMember, type PersonKey } from "./people-index";
import type { Manager } from "./steps";

/** The classes that say something about a person. */
export const peopleKinds = ["OrgInvite", "OrgMember", "OrgMembership", "OrgRoster"] as const;
export type PersonKind = (typeof peopleKinds)[number];

/** What a resource says of a person. */
export interface DeclaredPerson {
  kind: PersonKind;
  /** The address as `keyOf` gives it. */
  person: PersonKey;
  /** The resource's name in the program, where it is known. */
  name?: string | undefined;
  /** Whether the access has ended by its date: the resource manages nobody, and no other one may name the person. */
  hasEnded?: boolean | undefined;
}

/** A check of a resource. */
export interface ResourceCheck {
  /** Whether the engine knows nothing of the resource yet. */
  isNew: boolean;
  /** What the resource states. */
  content: string;
}

interface Declaration extends DeclaredPerson {
  /** Whether the stack records the resource, so that it goes on managing the person. */
  isRecorded: boolean;
  /** For messages. */
  shown: string;
  /** What was checked under this declaration first: as something new, and as something that is recorded. */
  checked: { whenNew?: string; whenRecorded?: string };
  /** Whether the engine goes on with the resource that was checked as recorded. */
  isKept: boolean;
  /** Whether checks have shown that there are two resources of the kind. */
  isTwice: boolean;
}

/**
 * Whom this run's program declares in one organization, as its checks tell. A resource that is renamed, replaced or
 * moved to another class is created before its old self is deleted; that delete must not evict a person whom the
 * program still declares.
 */
export class DeclaredPeople extends KnownAddresses {
  private readonly byEmail = new Map<string, Declaration[]>();
  private readonly byUserId = new Map<string, Declaration[]>();
  private single: NamedResource | undefined;

  /** Notes that a resource declares a person. Tells whether that is new. */
  declare(kind: PersonKind, person: PersonKey, name?: string, hasEnded = false): boolean {
    return this.add({ kind, person: this.keysOf(person), name, hasEnded }, named(kind, person));
  }

  /** As `declare`, of what another process was told. */
  include(declared: DeclaredPerson): void {
    this.add(declared, `the ${declared.kind} of another provider`);
  }

  /** Notes that the stack records the resource. Tells whether that is new. */
  markRecorded(kind: PersonKind, person: PersonKey): boolean {
    return this.markKeysRecorded(kind, this.keysOf(person));
  }

  /** As `markRecorded`, of what another process was told. */
  markKeysRecorded(kind: PersonKind, person: PersonKey): boolean {
    const declaration = this.find({ kind, person });
    if (!declaration || declaration.isRecorded) return false;
    declaration.isRecorded = true;
    return true;
  }

  /**
   * Notes a check, which may show that two resources whose names are not known declare one person: the engine checks one
   * resource as something new once, and as something recorded once; and as both only where it is replaced, first as
   * recorded, which it does not go on with then.
   */
  noteCheck(kind: PersonKind, person: PersonKey, { isNew, content }: ResourceCheck): void {
    const declaration = this.find({ kind, person: this.keysOf(person) });
    if (!declaration || declaration.name !== undefined) return;
    const { checked, isKept } = declaration;
    const when = isNew ? "whenNew" : "whenRecorded";
    const others = isNew ? (isKept ? checked.whenRecorded : undefined) : checked.whenNew;
    const first = checked[when] ?? content;
    checked[when] = first;
    if (first !== content || (others ?? content) !== content) declaration.isTwice = true;
  }

  /** Notes that the engine goes on with a resource that the stack records: what is checked as new from now on is another. */
  noteKept(kind: PersonKind, person: PersonKey): void {
    const declaration = this.find({ kind, person: this.keysOf(person) });
    if (declaration) declaration.isKept = true;
  }

  /**
   * What declares this person, under any address or user id that the list of members or the stack has of them; access that
   * has ended apart.
   */
  declarationsOf(person: PersonKey, members: readonly Member[]): readonly Declaration[] {
    return this.allDeclarationsOf(person, members).filter(({ hasEnded }) => !hasEnded);
  }

  private allDeclarationsOf(
    person: PersonKey,
    members: readonly Member[],
    userId = this.userIdOf(person, members),
  ): readonly Declaration[] {
    const member = findMember(members, { userId });
    const known = this.addressesOf(userId);
    const emails = new Set([this.maybeKeyOf(person.email), this.maybeKeyOf(member?.email), ...known]);
    const found = [
      ...[...emails].flatMap((email) => this.byEmail.get(email ?? "") ?? []),
      ...(this.byUserId.get(userId ?? "") ?? []),
    ];
    const key = { email: this.maybeKeyOf(person.email), userId };
    return [...new Set(found)].filter((one) => this.isOf(one, key, members));
  }

  /**
   * An address by which the stack knows another member means that one, whoever has it now. Once they are gone, it means
   * whoever has it, but the end of their access is nobody else's.
   */
  private isOf(
    { person, hasEnded }: Declaration,
    { email, userId }: PersonKey,
    members: readonly Member[],
  ): boolean {
    const owner = person.userId ?? this.userIdOfKey(person.email);
    if (owner === undefined || owner === userId) return true;
    if (findMember(members, { userId: owner }) !== undefined) return false;
    return !hasEnded || person.email === email;
  }

  /**
   * What else manages a person; undefined for nothing. `isRecorded`: the stack records it, so it goes on by itself.
   * An invite manages nobody who is a member. `isEnding`: their access has ended by its date, against which the invite
   * that it came of says nothing. Without a user id, a person is whoever has the address at Losant.
   */
  managerOf(person: PersonKey, members: readonly Member[], isEnding = false): Manager | undefined {
    const userId = this.atLosant(person, members);
    const isMember = findMember(members, { userId }) !== undefined;
    const declarations = this.allDeclarationsOf(person, members, userId).filter(
      ({ kind, hasEnded }) => !hasEnded && !(isEnding && isMember && kind === "OrgInvite"),
    );
    if (declarations.length === 0) return undefined;
    return {
      kinds: [...new Set(declarations.map(({ kind }) => kind))].join(" and "),
      isRecorded: declarations.some((one) => one.isRecorded && !(isMember && one.kind === "OrgInvite")),
    };
  }

  /** What declares a person, access that has ended too. */
  kindsOf(person: PersonKey, members: readonly Member[]): readonly PersonKind[] {
    return this.allDeclarationsOf(person, members).map(({ kind }) => kind);
  }

  /** Whether an invite that the stack does not record as it is now declares a person: they are wanted. */
  isInvitedAgain(person: PersonKey, members: readonly Member[]): boolean {
    return this.declarationsOf(person, members).some(
      ({ kind, isRecorded }) => kind === "OrgInvite" && !isRecorded,
    );
  }

  /** Why a person cannot be declared so: another resource names them, or names them in another way. */
  rivalOf(
    kind: PersonKind,
    person: PersonKey,
    members: readonly Member[],
    name?: string,
    hasEnded = false,
  ): string | undefined {
    const own = { kind, person: this.keysOf(person), name, hasEnded };
    const who = this.describe(person, members);
    if (name === undefined && this.find(own)?.isTwice) {
      const problem = `${who} is declared by two ${kind} resources, which would undo each other: keep one.`;
      return this.told(problem, [own], members);
    }
    const userId = hasEnded ? this.userIdOfEnded(person, members) : this.userIdOf(person, members);
    const rival = this.allDeclarationsOf(person, members, userId).find((other) => areRivals(other, own));
    if (!rival) return undefined;
    if ((rival.hasEnded ?? false) !== hasEnded) return endedBeside(who, hasEnded ? rival : own);
    const problem =
      name !== undefined && rival.name !== undefined
        ? declaredTwice(who, { kind: rival.kind, name: rival.name }, { kind, name })
        : `${named(kind, person)} and ${rival.shown} are the same person: declare them once.`;
    return this.told(problem, [own, rival], members);
  }

  /** Says besides whom an address means by which the stack knows one member and which another one has by now. */
  private told(problem: string, rivals: readonly DeclaredPerson[], members: readonly Member[]): string {
    const stated = new Set(rivals.map(({ person }) => person.email));
    const meanings = [...stated].map((key) => this.meaningOfKey(key, members));
    return withMeanings(problem, meanings);
  }

  /** Why nobody may be invited anew: an OrgMember ends the access of the same person. */
  endOfMember(person: PersonKey, members: readonly Member[], name?: string): string | undefined {
    const isEnded = ({ kind, hasEnded }: Declaration) => kind === "OrgMember" && hasEnded === true;
    if (!this.allDeclarationsOf(person, members).some(isEnded)) return undefined;
    return endedBeside(this.describe(person, members), { kind: "OrgInvite", name });
  }

  private describe(person: PersonKey, members: readonly Member[]): string {
    const { email, userId } = this.memberOf(person, members) ?? person;
    if (email === undefined) return `User ${userId}`;
    return userId === undefined ? email : `${email} (user ${userId})`;
  }

  /** A resource of a single person, if there is one whose name is known. */
  get namedSingle(): NamedResource | undefined {
    return this.single;
  }

  private add(declared: DeclaredPerson, shown: string): boolean {
    const { kind, person, name } = declared;
    if (name !== undefined && kind !== "OrgRoster") this.single ??= { kind, name };
    const known = this.find(declared);
    if (known) return learn(known, declared);
    const declaration = { ...declared, isRecorded: false, shown, checked: {}, isKept: false, isTwice: false };
    if (person.email !== undefined) addTo(this.byEmail, person.email, declaration);
    if (person.userId !== undefined) addTo(this.byUserId, person.userId, declaration);
    return true;
  }

  private find({ kind, person }: DeclaredPerson): Declaration | undefined {
    const { email, userId } = person;
    const known = email === undefined ? this.byUserId.get(userId ?? "") : this.byEmail.get(email);
    return known?.find((one) => one.kind === kind && isSamePerson(one.person, person));
  }
}

/** Takes what was said last. Tells whether that is new. */
function learn(declaration: Declaration, { name, hasEnded = false }: DeclaredPerson): boolean {
  const isNamed = name !== undefined && declaration.name === undefined;
  const isNew = isNamed || (declaration.hasEnded ?? false) !== hasEnded;
  if (isNamed) declaration.name = name;
  declaration.hasEnded = hasEnded;
  return isNew;
}

function addTo(index: Map<string, Declaration[]>, key: string, declaration: Declaration): void {
  const others = index.get(key);
  if (others) others.push(declaration);
  else index.set(key, [declaration]);
}

/** An invite, and the member that comes of it, are one person at two times. */
function areRivals(one: DeclaredPerson, other: DeclaredPerson): boolean {
  return !isSameResource(one, other) && [one.kind, other.kind].sort().join() !== "OrgInvite,OrgMember";
}

/**
 * One resource may be checked several times; where names are not known, it is told by whom it names. An organization has
 * one roster, which finds people whom it names twice by itself.
 */
function isSameResource(one: DeclaredPerson, other: DeclaredPerson): boolean {
  if (one.kind !== other.kind) return false;
  const areNamed = one.name !== undefined && other.name !== undefined;
  if (!areNamed && one.kind === "OrgRoster") return true;
  return areNamed ? one.name === other.name : isSamePerson(one.person, other.person);
}

function isSamePerson(one: PersonKey, other: PersonKey): boolean {
  return one.email === other.email && one.userId === other.userId;
}

function named(kind: PersonKind, { email, userId }: PersonKey): string {
  return email === undefined ? `${kind} of user ${userId}` : `${kind} of ${email}`;
}
