import type { Member } from "../../client";
import { passedOn } from "./addresses";
import { findMember, type PersonKey } from "./people-index";

/** Whom the stack knows by which address; one may have changed at Losant since, or have passed to somebody else. */
export class KnownAddresses {
  private readonly userIds = new Map<string, string>();
  private readonly addresses = new Map<string, Set<string>>();

  /** `keyOf` gives what stands for an address wherever it is only compared. */
  constructor(protected readonly keyOf: (email: string) => string = (email) => email) {}

  /** Notes whom the stack knows by an address, which may have changed at Losant since. Tells whether that is new. */
  know(email: string, userId: string): boolean {
    return this.knowKey(this.keyOf(email), userId);
  }

  /** As `know`, of what another process knows. */
  knowKey(email: string, userId: string): boolean {
    if (this.userIds.get(email) === userId) return false;
    this.userIds.set(email, userId);
    const addresses = this.addresses.get(userId) ?? new Set();
    this.addresses.set(userId, addresses.add(email));
    return true;
  }

  /** As `know`, unless the stack knows somebody by the address already. */
  knowLast(email: string, userId: string): void {
    if (this.knownUserId(email) === undefined) this.know(email, userId);
  }

  /**
   * The member whom a program means: whom the stack knows by the address, as long as they are a member, else whoever has
   * it now.
   */
  memberOf({ email, userId }: PersonKey, members: readonly Member[]): Member | undefined {
    if (userId !== undefined) return findMember(members, { userId });
    const known = this.knownUserId(email);
    return (known && findMember(members, { userId: known })) || findMember(members, { email });
  }

  /** The user id of a person, as far as the members or the stack tell; of somebody whom this run removed as well. */
  userIdOf(person: PersonKey, members: readonly Member[]): string | undefined {
    return this.memberOf(person, members)?.userId ?? person.userId ?? this.knownUserId(person.email);
  }

  /** An end means whom the stack knows by the address, gone or not; whoever has it after them is another person. */
  protected userIdOfEnded(person: PersonKey, members: readonly Member[]): string | undefined {
    return person.userId ?? this.knownUserId(person.email) ?? this.userIdOf(person, members);
  }

  protected keysOf({ email, userId }: PersonKey): PersonKey {
    return { email: this.maybeKeyOf(email), userId };
  }

  protected maybeKeyOf(email: string | undefined): string | undefined {
    return email === undefined ? undefined : this.keyOf(email);
  }

  /** Whom the stack knows by an address, member or not. */
  knownUserId(email: string | undefined): string | undefined {
    return this.userIdOfKey(this.maybeKeyOf(email));
  }

  /** Without a user id, a person is whoever has the address at Losant; where nobody has, whom the stack knows by it. */
  protected atLosant({ email, userId }: PersonKey, members: readonly Member[]): string | undefined {
    if (userId !== undefined) return userId;
    return findMember(members, { email })?.userId ?? this.whoIsGone(email, members);
  }

  /** Whom the stack knows by an address, and who is no member. */
  private whoIsGone(email: string | undefined, members: readonly Member[]): string | undefined {
    const userId = this.knownUserId(email);
    return findMember(members, { userId }) === undefined ? userId : undefined;
  }

  protected userIdOfKey(key: string | undefined): string | undefined {
    return this.userIds.get(key ?? "");
  }

  /** The keys of all addresses by which the stack has known somebody. */
  protected addressesOf(userId: string | undefined): Iterable<string> {
    return this.addresses.get(userId ?? "") ?? [];
  }

  /** Says whom an address means by which the stack knows one member and which another one has by now. */
  protected meaningOfKey(key: string | undefined, members: readonly Member[]): string | undefined {
    const userId = this.userIdOfKey(key);
    if (userId === undefined) return undefined;
    const holder = members.find(({ email }) => this.keyOf(email) === key);
    return holder && passedOn(holder.email, findMember(members, { userId }), holder);
  }
}
