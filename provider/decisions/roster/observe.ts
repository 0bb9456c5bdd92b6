import type { Invite, Member } from "../../../client";
import { isExpired } from "../../../client/invites";
import { completedRoles, type Role, type Roles, rolesOf } from "../../vocabulary/roles";
import {
  type DesiredRoster,
  entryLike,
  type RosterEntry,
  type RosterMembers,
  rolesIn,
  termsIn,
} from "../../vocabulary/roster-arguments";
import type { TwoFactorRule } from "../../vocabulary/two-factor";
import { hasEnded } from "../../vocabulary/until";
import { hasAddress } from "../addresses";
import { inviteRecord } from "../invite-record";
import { nextStep, wasMember } from "../next-step";
import { livingIn, type PersonStatus, statusOf } from "../person-status";
import type { Snapshot } from "../snapshot";
import { recordedRole } from "../two-factor";
import { NamedPeople } from "./addresses";
import { type RosterPeople, type RosterPerson, recordedInvite } from "./people";

/** People as they are now: how the program would state them, and what is recorded of them. */
export function observePeople(
  snapshot: Snapshot,
  people: RosterPeople,
  desired: Partial<DesiredRoster>,
  twoFactor?: TwoFactorRule,
) {
  const members: RosterMembers = {};
  const observed: RosterPeople = {};
  for (const [email, person] of Object.entries(people)) {
    const status = statusOf(snapshot, { email, userId: person.userId });
    const live = livingIn(status);
    const { role, awaitsTwoFactor } = recordedRole(twoFactor, status, live?.role, {
      role: rolesIn(person.entry).role,
      awaitsTwoFactor: person.awaitsTwoFactor,
    });
    const entry = observedEntry(status, role, email, person, desired, snapshot.now);
    if (entry !== undefined && !person.isReleased) members[email] = entry;
    observed[email] = {
      ...person,
      ...recordOf(status, person),
      ...(live && { awaitsTwoFactor }),
      ...(awaitsTwoFactor && { roleUntilTwoFactor: twoFactor?.roleUntil }),
    };
  }
  return { members, people: observed };
}

/** Undefined for somebody who is to be invited (again), which shows as missing. */
function observedEntry(
  status: PersonStatus,
  role: Role | undefined,
  email: string,
  person: RosterPerson,
  desired: Partial<DesiredRoster>,
  now: Date,
): RosterEntry | undefined {
  const showsUnstated = desired.unmanaged === "remove";
  const stated = rolesIn(person.entry);
  const asStated = (live: Roles) =>
    entryLike(person.entry, completedRoles({ ...live, role: role ?? live.role }, stated), showsUnstated);
  if (status.stage === "member") return asStated(status.member);
  if (status.stage === "pending") return asStated(status.invite);
  if (hasEnded(termsIn(person.entry).until, now)) return person.entry;
  const recorded = recordedInvite(person);
  if (!recorded) return undefined;
  if (status.stage === "expired" || !wasMember(recorded)) return person.entry;
  const next = nextStep({ status, recorded, desired: { email, renewal: desired.renewal, ...stated }, now });
  return next.does === "invite" ? undefined : person.entry;
}

function recordOf(status: PersonStatus, person: RosterPerson): Omit<RosterPerson, "entry"> {
  if (status.stage === "member") {
    return {
      status: "active",
      userId: status.member.userId,
      expiresAt: undefined,
      disallowTransfer: undefined,
    };
  }
  const recorded = recordedInvite(person);
  if (!recorded && status.stage === "absent") return {};
  const record = inviteRecord(status, recorded);
  const { inviteDate, disallowTransfer } = record;
  const isListed = status.stage !== "absent";
  return {
    status: record.status,
    inviteDate,
    ...(isListed && { expiresAt: record.expiresAt }),
    disallowTransfer,
  };
}

/** Everybody who belongs to an organization now. */
export function everybodyIn(snapshot: Snapshot): RosterPeople {
  const { members, invites } = unmanagedIn(snapshot, {});
  return Object.fromEntries(
    [...invites, ...members.filter(hasAddress)].map((one) => [one.email, { entry: rolesOf(one) }]),
  );
}

/** Members and unexpired invites whom nobody among the given people is. */
export function unmanagedIn(
  snapshot: Snapshot,
  people: RosterPeople,
): { members: Member[]; invites: Invite[] } {
  const { members } = snapshot.organization;
  const named = new NamedPeople(people, members);
  return {
    members: members.filter((member) => !named.hasMember(member)),
    invites: snapshot.invites.filter(
      (invite) => !named.hasInvited(invite.email) && !isExpired(invite, snapshot.now),
    ),
  };
}

/** Expired invites whom nobody among the given people is. */
export function expiredInvites(snapshot: Snapshot, people: RosterPeople): Invite[] {
  const named = new NamedPeople(people, snapshot.organization.members);
  return snapshot.invites.filter(
    (invite) => !named.hasInvited(invite.email) && isExpired(invite, snapshot.now),
  );
}
