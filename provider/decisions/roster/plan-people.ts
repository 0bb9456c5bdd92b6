import type { Member } from "../../../client";
import type { DesiredInvite } from "../../vocabulary/desired-invite";
import {
  completedRoles,
  isPromotion,
  type Roles,
  roleLists,
  rolesThatDiffer,
  withEmptyLists,
} from "../../vocabulary/roles";
import { type DesiredRoster, resendIn, rolesIn, termsIn } from "../../vocabulary/roster-arguments";
import { changedAddress, passedOn, withMeanings } from "../addresses";
import { type InviteSituation, nextAction } from "../next-action";
import { findMember } from "../people-index";
import { statusOf } from "../person-status";
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
  if (status.stage === "member") {
    const other = named.get(status.member.userId);
    const { members } = snapshot.organization;
    if (other !== undefined) plan.namedTwice.push(namedTwice([email, other], status.member, members));
    named.set(status.member.userId, email);
    const moved = changedAddress(email, status.member, members);
    if (moved !== undefined) plan.addresses.push(moved);
    planMember(
      plan,
      status.member,
      known[email],
      wantedRoles(desired, email, known[email], status.member),
      desired,
    );
    return;
  }
  const live = status.stage === "pending" ? status.invite : undefined;
  const invite = desiredInvite(desired, email, wantedRoles(desired, email, known[email], live));
  const recorded = recordedInvite(person);
  // The first value of a person who comes from another resource is no change.
  const before = recorded && !known[email] ? { ...recorded, resend: invite.resend } : recorded;
  const hasResent = (resend: string) => situation.hasResent?.(email, resend) ?? false;
  planInvite(plan, { status, recorded: before, desired: invite, now: snapshot.now, hasResent });
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

function planMember(
  plan: Plan,
  member: Member,
  person: RosterPerson | undefined,
  want: Roles,
  desired: DesiredRoster,
): void {
  const have = withEmptyLists(completedRoles(member, person && rolesIn(person.entry)));
  if (rolesThatDiffer(have, want).length === 0) plan.unchanged += 1;
  else if (isPromotion(member.role, want.role)) plan.promotions.push({ member, want });
  else plan.demotions.push({ member, want });
  noteUnstated(plan, member, want, desired);
}

function planInvite(plan: Plan, situation: InviteSituation): void {
  const { desired } = situation;
  const next = nextAction(situation);
  if (next.action === "invite") {
    const reason = next.isFirst ? undefined : next.reason;
    plan.invitations.push({ desired, reason, ...(next.hasLeft && { hasLeft: true }) });
  } else if (next.action === "wait") {
    plan.waiting.push({ email: desired.email, reason: next.reason, hasLeft: next.hasLeft });
  } else plan.unchanged += 1;
}

function noteUnstated(plan: Plan, member: Member, want: Roles, { unmanaged }: DesiredRoster): void {
  const unstated = roleLists.filter((name) => want[name] === undefined && (member[name]?.length ?? 0) > 0);
  if (unstated.length === 0 || unmanaged === "ignore") return;
  const lists = Object.fromEntries(unstated.map((name) => [name, member[name]]));
  plan.unmanaged.push({ email: member.email, role: member.role, ...lists, isNamed: true });
}
