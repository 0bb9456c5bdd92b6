import type { Member } from "../../../simulator/entities/member";
import type { RecordedResource } from "../../support/provider-calls";

import type { Declaration, DeclaredProgram } from "./declared-program";
import { kinds } from "./stated-arguments";
import { type Subject, subjectsOf } from "./subjects";

export interface Who {
  email: string | undefined;
  userId?: string | undefined;
}

type Recorded = readonly { name: string; resource: RecordedResource }[];

/** A person whom a resource of the stack records. */
interface Known extends Subject {
  name: string;
}

/**
 * Whom the program declares at one moment. An address means whom the stack knows by it, as long as they are a member, else
 * whoever has it.
 */
export class DeclaredNow {
  readonly declarations: Declaration[];
  private readonly ended: readonly Declaration[];
  private readonly known: readonly Known[];
  private readonly members: readonly Member[];
  private readonly replacedBefore: ReadonlySet<string>;

  constructor(
    program: DeclaredProgram,
    recorded: Recorded,
    private readonly owner: Who,
    members: readonly Member[],
  ) {
    this.declarations = program.declarations();
    this.ended = program.endedDeclarations();
    const resources = Object.entries(program.program());
    this.replacedBefore = new Set(
      resources.filter(([, { deleteBeforeReplace }]) => deleteBeforeReplace).map(([name]) => name),
    );
    this.members = members.map((member) => ({ ...member }));
    this.known = recorded.flatMap(({ name, resource }) =>
      subjectsOf(resource).map((subject) => ({ ...subject, name })),
    );
  }

  /** What states an address. */
  stating(email: string): Declaration | undefined {
    return this.declarations.find((one) => one.email === email);
  }

  /** Whether a person is declared; somebody without a user id is whoever has an invite to the address. */
  has(who: Who): boolean {
    const isOwner = who.email === this.owner.email || who.userId === this.owner.userId;
    return isOwner || this.declarations.some((one) => this.means(one, who));
  }

  /** The member whom the stack knows by what a declaration states. */
  userIdOf(one: Declaration): string | undefined {
    if (one.userId !== undefined) return one.userId;
    const ids = this.followedBy(one).map(({ userId }) => userId);
    return ids[0];
  }

  /** Whom the stack knows by what a declaration states, member or not. */
  recordedIdOf(one: Declaration): string | undefined {
    return one.userId ?? this.known.find((other) => isOwn(other, one))?.userId;
  }

  /**
   * Whether a member may go whom only new resources declare: they take the place of another one that is deleted before, or
   * state an address that is not the member's any more, and without a refresh nothing tells that it was. An `up` without a
   * preview may end the access of somebody before it gets to the resource that is refused for declaring them too.
   */
  mayGo(who: Who, { isUnrefreshed, isPreviewed }: { isUnrefreshed: boolean; isPreviewed: boolean }): boolean {
    const declarations = this.declarations.filter((one) => this.means(one, who));
    return declarations.every((one) => {
      if (this.followsAnother(one, who)) return true;
      if (!isPreviewed && this.endsAccessOf(who)) return true;
      const isUnknown = isUnrefreshed && one.email !== who.email;
      return this.isUnclear(one) && (isUnknown || this.replacedBefore.has(one.name));
    });
  }

  private endsAccessOf({ email, userId }: Who): boolean {
    return this.ended.some((one) => one.userId === userId || one.email === email);
  }

  /** An accepted invite follows who accepted it, and not whoever has its address by now. */
  private followsAnother(one: Declaration, { userId }: Who): boolean {
    const own = this.known.filter((other) => isOwn(other, one));
    const followed = this.membersOf(own);
    return followed.length > 0 && followed.every((member) => member.userId !== userId);
  }

  private means(one: Declaration, { email, userId }: Who): boolean {
    if (one.userId !== undefined) return one.userId === userId;
    const followed = this.followedBy(one);
    if (followed.some((member) => member.userId === userId)) return true;
    const isTheirs = followed.length === 0 || followed.some((member) => member.email === email);
    return one.email === email && (isTheirs || this.isUnclear(one));
  }

  /** A new resource of an address that has passed on could mean either, and is refused. */
  private isUnclear(one: Declaration): boolean {
    return one.kind === "OrgInvite" || !this.known.some((other) => isOwn(other, one));
  }

  /**
   * Those whom the stack knows by an address, and who are members as the step begins: whom the resource itself recorded,
   * else whom others did.
   */
  private followedBy(declaration: Declaration): Member[] {
    const known = this.known.filter((one) => one.email === declaration.email);
    const own = this.membersOf(known.filter((one) => isOwn(one, declaration)));
    const members = own.length > 0 ? own : this.membersOf(known);
    return members.filter((member) => !this.isStatedAnew(member, declaration.email));
  }

  private membersOf(known: readonly Known[]): Member[] {
    const ids = known.map(({ userId }) => userId);
    return this.members.filter(({ userId }) => ids.includes(userId));
  }

  /** Whether somebody is stated by the address that they have now, which then follows nobody else. */
  private isStatedAnew(member: Member, email: string): boolean {
    if (member.email === email || !this.stating(member.email)) return false;
    const others = this.known.filter((one) => one.email === member.email);
    return !others.some(({ userId }) =>
      this.members.some((one) => one.userId === userId && userId !== member.userId),
    );
  }
}

/** Whether a resource of the stack recorded a person by what it goes on stating. */
function isOwn(known: Known, { kind, name, email }: Declaration): boolean {
  return known.name === name && known.kind === kinds[kind] && known.email === email;
}
