import type { Invite, Member } from "../../../client";
import type { Role } from "../../vocabulary/roles";
import type { DesiredRoster } from "../../vocabulary/roster-arguments";
import { hasAddress } from "../addresses";
import type { PersonKey } from "../people-index";
import { statusOf } from "../person-status";
import type { Snapshot } from "../snapshot";
import type { ReleaseStep, RemoveStep, RevokeStep, WorkStep } from "../steps";
import { addressesByUserId, followed, NamedPeople } from "./addresses";
import { expiredInvites, unmanagedIn } from "./observe";
import { peopleIn, type RosterPeople } from "./people";
import type { RosterSituation, Unmanaged } from "./plan";

/** What becomes of people whom a roster does not name. */
export interface PlannedOthers {
  steps: WorkStep[];
  unmanaged: Unmanaged[];
}

/** Whom the roster named before is removed; who was never named is treated as `unmanaged` says. */
export function planOthers(desired: DesiredRoster, situation: RosterSituation): PlannedOthers {
  const { snapshot, known, takenOver } = situation;
  const people = peopleIn(desired.members, { ...takenOver, ...known });
  const others = new Others(desired, situation);
  const { members, invites } = unmanagedIn(snapshot, people);
  const removals = members.flatMap((member) => others.removal(member));
  // Removing a member takes their invites back as well.
  const addresses = addressesByUserId(known);
  const removed = new Set(removals.flatMap(({ member }) => [member.email, addresses.get(member.userId)]));
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
  private readonly namedAs: ReadonlyMap<string, string>;

  constructor(
    private readonly desired: DesiredRoster,
    private readonly situation: RosterSituation,
  ) {
    const { members } = situation.snapshot.organization;
    this.before = new NamedPeople(situation.known, members);
    this.namedAs = addressesThen(situation.known, members);
  }

  removal(member: Member): RemoveStep[] {
    const { email, userId } = member;
    if (!this.leaves(member, { email, userId })) return [];
    const isStranger = !this.wasManaged({ email, userId });
    return [{ does: "remove", member, namedAs: this.namedAs.get(userId), ...(isStranger && { isStranger }) }];
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

function released(person: PersonKey, { isRecorded }: { isRecorded: boolean }): ReleaseStep {
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

/** The addresses by which the program named members who have other ones now, by user id. */
function addressesThen(known: RosterPeople, members: readonly Member[]): ReadonlyMap<string, string> {
  const moved = Object.entries(known).flatMap(([email, person]) => {
    const member = followed(person, members);
    return member && member.email !== email ? [[member.userId, email] as const] : [];
  });
  return new Map(moved);
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

/** The first of each address; people without an address are one each. */
function onePerPerson<One>(people: readonly One[], addressOf: (one: One) => string | undefined): One[] {
  const seen = new Set<string>();
  return people.filter((one) => {
    const email = addressOf(one) ?? "";
    const isNew = email === "" || !seen.has(email);
    seen.add(email);
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
