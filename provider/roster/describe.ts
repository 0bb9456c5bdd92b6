import type { Invite, Member } from "../../client";
import { describeRole, describeRoleChange } from "../people/roles";
import type { RosterWish } from "./arguments";
import type { Plan, RoleChange } from "./plan";

export function describeInvitation({ wish, because }: Plan["invitations"][number]): string {
  return `+ invite ${wish.email} (${describeRole(wish.role)}): ${because.replace(`${wish.email}: `, "")}`;
}

export function describeChange({ member, want }: RoleChange): string {
  return `~ ${describeRoleChange(member, want)} ${member.email}`;
}

export function describeRemoval(member: Member): string {
  return `- remove ${member.email} (${member.role})`;
}

export function describeRevocation(invite: Invite): string {
  return `- revoke the invite of ${invite.email} (${invite.role})`;
}

/** The whole plan, a line a person, with counts and seats. */
export function describePlan(
  plan: Plan,
  wish: RosterWish,
  seats: { after: number; limit: number | undefined },
): string {
  const lines = [
    ...plan.promotions.map(describeChange),
    ...plan.revocations.map(describeRevocation),
    ...plan.removals.map(describeRemoval),
    ...plan.demotions.map(describeChange),
    ...plan.invitations.map(describeInvitation),
    ...plan.waiting.map(({ email, because }) => `. wait for ${email}: ${because.replace(`${email}: `, "")}`),
    ...plan.unmanaged.map(({ email, role }) => `! unmanaged ${email} (${role})`),
  ];
  return [
    `${counts(plan, wish)}; seats after it: ${seats.after} of ${seats.limit ?? "no limit"}`,
    ...lines,
  ].join("\n  ");
}

function counts(plan: Plan, wish: RosterWish): string {
  return (
    `Roster of organization ${wish.orgId}: ${plan.invitations.length} to invite, ` +
    `${plan.promotions.length + plan.demotions.length} to change, ` +
    `${plan.removals.length + plan.revocations.length} to remove, ${plan.unmanaged.length} unmanaged, ` +
    `${plan.unchanged + plan.waiting.length} unchanged`
  );
}
