import type { Invite, Member } from "../../../client";
import type { DesiredInvite } from "../../vocabulary/desired-invite";
import { completedRoles, isPromotion, type Roles, roleLists } from "../../vocabulary/roles";
import { type DesiredRoster, resendIn, rolesIn, termsIn } from "../../vocabulary/roster-arguments";
import { changedAddress, passedOn, withMeanings } from "../addresses";
import { decidePerson, type PersonStep } from "../decide-person";
import { findMember } from "../people-index";
import { type NotMember, statusOf } from "../person-status";
import type { Snapshot } from "../snapshot";
import { type RosterPerson, recordedInvite } from "./people";
import type { Plan, RosterSituation } from "./plan";

/** Plans what becomes of somebody whom the roster names. `named`: by which address it names users already. */
export function planPerson(
  plan: Plan,
  desired: DesiredRoster,
  situation: RosterSituation,
  email: string,
  named: Map<string, string>,
): void {
  const { snapshot, known } = situation;
  const person = known[email] ?? situation.takenOver[email];
  const status = statusOf(snapshot, { email, userId: person?.userId });
  if (status.stage === "member") noteMember(plan, snapshot, email, status.member, named);
  const live = status.stage === "member" ? status.member : livingInvite(status);
  const invite = desiredInvite(desired, email, wantedRoles(desired, email, known[email], live));
  const recorded = recordedInvite(person);
  const entry = known[email]?.entry;
  const step = decidePerson({
    reach: "either",
    status,
    // The first value of a person who comes from another resource is no change.
    recorded: recorded && !known[email] ? { ...recorded, resend: invite.resend } : recorded,
    desired: invite,
    seen: live && completedRoles(live, entry && rolesIn(entry)),
    now: snapshot.now,
    hasResent: (resend: string) => situation.hasResent?.(email, resend) ?? false,
  });
  place(plan, step);
  if (status.stage === "member") noteUnstated(plan, status.member, invite, desired);
}

function livingInvite(status: NotMember): Invite | undefined {
  return status.stage === "pending" ? status.invite : undefined;
}

function place(plan: Plan, step: PersonStep): void {
  if (step.does === "invite") plan.invitations.push(step);
  else if (step.does === "wait") plan.waiting.push(step);
  else if (step.does !== "change roles") plan.unchanged += 1;
  else if (isPromotion(step.member.role, step.want.role ?? step.member.role)) plan.promotions.push(step);
  else plan.demotions.push(step);
}

/** What is to be said of a member whom the roster names, whatever becomes of them. */
function noteMember(
  plan: Plan,
  { organization }: Snapshot,
  email: string,
  member: Member,
  named: Map<string, string>,
): void {
  const other = named.get(member.userId);
  if (other !== undefined) plan.namedTwice.push(namedTwice([email, other], member, organization.members));
  named.set(member.userId, email);
  const moved = changedAddress(email, member, organization.members);
  if (moved !== undefined) plan.addresses.push(moved);
}

function namedTwice([email, other]: [string, string], member: Member, members: readonly Member[]): string {
  const meanings = [email, other].map((one) => passedOn(one, member, findMember(members, { email: one })));
  return withMeanings(`members: ${email} and ${other} are the same person: name them once.`, meanings);
}

/**
 * What an entry states; lists that it stated before and no longer does become empty, and with `unmanaged: "remove"`
 * those that it never stated.
 */
function wantedRoles(
  desired: DesiredRoster,
  email: string,
  person: RosterPerson | undefined,
  live: Roles | undefined,
): Roles {
  const stated = rolesIn(desired.members[email] ?? "none");
  const before: Partial<Roles> = person ? rolesIn(person.entry) : {};
  const emptied = roleLists.filter(
    (name) =>
      stated[name] === undefined &&
      (before[name] !== undefined || (desired.unmanaged === "remove" && (live?.[name]?.length ?? 0) > 0)),
  );
  return { ...stated, ...Object.fromEntries(emptied.map((name) => [name, []])) };
}

function desiredInvite(desired: DesiredRoster, email: string, roles: Roles): DesiredInvite {
  const entry = desired.members[email];
  const { renewal, disallowTransfer } = desired;
  const resend = resendIn(entry);
  const invite = { email, ...roles, renewal, disallowTransfer, until: termsIn(entry).until };
  return resend === undefined ? invite : { ...invite, resend };
}

function noteUnstated(plan: Plan, member: Member, want: Partial<Roles>, { unmanaged }: DesiredRoster): void {
  const unstated = roleLists.filter((name) => want[name] === undefined && (member[name]?.length ?? 0) > 0);
  if (unstated.length === 0 || unmanaged === "ignore") return;
  const lists = Object.fromEntries(unstated.map((name) => [name, member[name]]));
  plan.unmanaged.push({ email: member.email, role: member.role, ...lists, isNamed: true });
}
