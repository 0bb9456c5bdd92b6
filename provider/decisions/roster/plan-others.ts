import type { Invite, Member } from "../../../client";
import type { Role } from "../../vocabulary/roles";
import type { DesiredRoster } from "../../vocabulary/roster-arguments";
import { hasAddress } from "../addresses";
import type { PersonKey } from "../people-index";
import { statusOf } from "../person-status";
import type { Snapshot } from "../snapshot";
import type { Manager, ReleaseStep, RemoveStep, RevokeStep, WorkStep } from "../steps";
import { addressesByUserId, NamedPeople } from "./addresses";
import { expiredInvites, unmanagedIn } from "./observe";
import { peopleIn, type RosterPeople } from "./people";
import type { RosterSituation, Unmanaged } from "./plan";

/** What becomes of people whom a roster does not name. */
export interface PlannedOthers {
  steps: WorkStep[];
  unmanaged: Unmanaged[];
}

/**
 * Whom the roster named before is removed; who was never named is treated as `unmanaged` says. `leaving`: whom the roster
 * removes though it names them, as their access has ended.
 */
export function planOthers(
  desired: DesiredRoster,
  situation: RosterSituation,
  leaving: readonly RemoveStep[],
): PlannedOthers {
  const { snapshot, known, takenOver } = situation;
  const people = peopleIn(desired.members, { ...takenOver, ...known });
  const others = new Others(desired, situation);
  const { members, invites } = unmanagedIn(snapshot, people);
  const removals = members.flatMap((member) => others.removal(member));
  // Removing a member takes their invites back as well.
  const addresses = addressesByUserId(known);
  const addressesOf = ({ member }: RemoveStep) => [member.email, addresses.get(member.userId)];
  const removed = new Set([...leaving, ...removals].flatMap(addressesOf));
  const isLeft = ({ email }: Invite) => !removed.has(email);
  const revocations = onePerAddress(invites)
    .filter(isLeft)
    .flatMap((invite) => others.revocation(invite));
  const lapsed = onePerAddress(expiredInvites(snapshot, people)).filter(isLeft);
  const gone = goneFrom(snapshot, known, people);
  return {
    steps: [
      ...removals,
      ...revocations,
      ...lapsed.flatMap((invite) => others.lapse(invite)),
      // A member may have an invite beside the membership.
      ...onePerPerson(others.released, ({ person }) => person.email),
      ...gone,
    ],
    unmanaged: onePerPerson(others.unmanaged, ({ email }) => email),
  };
}

/** Tells, of people whom the roster does not name, who leaves, who is left to others, and who is unmanaged. */
class Others {
  readonly released: ReleaseStep[] = [];
  readonly unmanaged: Unmanaged[] = [];
  private readonly before: NamedPeople;

  constructor(
    private readonly desired: DesiredRoster,
    private readonly situation: RosterSituation,
  ) {
    const { members } = situation.snapshot.organization;
    this.before = new NamedPeople(situation.known, members);
  }

  removal(member: Member): RemoveStep[] {
    const { email, userId } = member;
    if (!this.leaves(member, { email, userId })) return [];
    const isStranger = !this.wasManaged({ email, userId });
    return [{ does: "remove", member, ...(isStranger && { isStranger }) }];
  }

  revocation(invite: Invite): RevokeStep[] {
    const key = { email: invite.email };
    const isStranger = !this.wasManaged(key);
    return this.leaves(invite, key) ? [{ does: "revoke", invite, ...(isStranger && { isStranger }) }] : [];
  }

  lapse(invite: Invite): RevokeStep[] {
    const key = { email: invite.email };
    const isLapsed = this.wasManaged(key) && !this.situation.managerOf(key);
    return isLapsed ? [{ does: "revoke", invite, isExpired: true }] : [];
  }

  private leaves(person: Member | Invite, key: PersonKey): boolean {
    const { unmanaged } = this.desired;
    const manager = this.situation.managerOf(key);
    const wasManaged = this.wasManaged(key);
    if (manager) {
      if (wasManaged) this.released.push(released(key, manager));
      return false;
    }
    if (wasManaged || (unmanaged === "remove" && lackOf(key) === undefined)) return true;
    if (unmanaged !== "ignore") this.unmanaged.push(unnamed(person, key, this.desired));
    return false;
  }

  private wasManaged({ email = "", userId }: PersonKey): boolean {
    return userId === undefined ? this.before.hasInvited(email) : this.before.hasMember({ email, userId });
  }
}

/** Somebody whom something else in the program manages. */
export function released(person: PersonKey, { isRecorded }: Manager): ReleaseStep {
  return { does: "release", person, isDeclared: true, isRecorded };
}

/** What an answer lacks of somebody: no roster can name them then, so leaving them out says nothing. */
function lackOf({ email = "", userId }: PersonKey): "address" | "user id" | undefined {
  if (!hasAddress({ email })) return "address";
  return userId === "" ? "user id" : undefined;
}

/** Somebody whom the roster does not name, though it may have their address of another person. */
function unnamed(
  person: Member | Invite,
  { email = "", userId }: PersonKey,
  { members }: DesiredRoster,
): Unmanaged {
  const isShared = userId !== undefined && email in members;
  const lacks = lackOf({ email, userId });
  const isInvited = userId === undefined;
  return {
    ...person,
    isNamed: false,
    ...(isInvited && { isInvited }),
    ...(lacks && { lacks }),
    ...(isShared && { otherUser: userId }),
  };
}

/** Whoever accepted while the organization was read is in neither list. */
function goneFrom(snapshot: Snapshot, known: RosterPeople, people: RosterPeople): ReleaseStep[] {
  const others = Object.entries(known).filter(([email]) => !(email in people));
  const gone = others.filter(
    ([email, { userId }]) => statusOf(snapshot, { email, userId }).stage === "absent",
  );
  return gone.map(([email, { userId }]) => ({
    does: "release",
    person: { email, userId },
    isDeclared: false,
  }));
}

/** Revoking takes back all invites of an address. */
function onePerAddress(invites: readonly Invite[]): Invite[] {
  return [...new Map(invites.map((invite) => [invite.email, invite])).values()];
}

/** The first of each address or user id that is not among `others`; people without one are one each. */
export function onePerPerson<One>(
  people: readonly One[],
  keyOf: (one: One) => string | undefined,
  others: readonly string[] = [],
): One[] {
  const seen = new Set(others);
  return people.filter((one) => {
    const key = keyOf(one) ?? "";
    const isNew = key === "" || !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** The roles of everybody whom the roster does not name, by address. */
export function unnamedRoles(
  snapshot: Snapshot,
  people: RosterPeople,
  managerOf: RosterSituation["managerOf"],
): Record<string, Role> {
  const { members, invites } = unmanagedIn(snapshot, people);
  const unnamed = [
    ...members.filter(({ email, userId }) => !managerOf({ email, userId })),
    ...invites.filter(({ email }) => !managerOf({ email })),
  ];
  return Object.fromEntries(unnamed.map(({ email, role }) => [email, role]));
}
