import type { Member, Role } from "../../../client";
import type { PlannedChanges } from "../planned-changes";
import { type ChangeStep, stepsThat } from "../steps";
import type { GuardRail, Judgement, Refusal } from "./guard-rail";

/** What takes the admin role from somebody. */
export type RoleChanges = Pick<PlannedChanges, "roles" | "removed"> & Partial<Pick<PlannedChanges, "ended">>;

/** An organization keeps as many accepted admins as the program and the configuration say, or as many as it has. */
export const adminFloor: GuardRail = { judge: refusalsOf, needsFreshLook: takesAdmin };

function refusalsOf(judgement: Judgement): Refusal[] {
  const { snapshot, planned, minAdmins } = judgement;
  const losing = losingAdmin(judgement);
  if (losing === undefined) return [];
  const problem = belowAdminFloor(snapshot.organization.members, planned, minAdmins);
  if (problem === undefined) return [];
  const { id } = snapshot.organization;
  const { email } = losing.member;
  const hasEnded = losing.does === "remove" && losing.ended !== undefined;
  const stays = `${email} stays an admin of organization ${id}${hasEnded ? ", though their access has ended" : ""}`;
  const who = judgement.of === "roster" ? `the roster of organization ${id}` : stays;
  const message = `${who}: ${problem}`;
  return [{ guard: "admin floor", message, email, isPersonal: true, numbers: { minAdmins } }];
}

/** The first step that takes the admin role from somebody. */
function losingAdmin(judgement: Judgement) {
  return [...stepsThat(judgement, "change roles"), ...stepsThat(judgement, "remove")].find(takesAdmin);
}

/** Whether a step takes the admin role from somebody. */
export function takesAdmin(step: ChangeStep): boolean {
  if (step.does === "remove") return step.member.role === "admin";
  return step.does === "change roles" && losesAdmin(step.member, step.want.role);
}

/** Whether a step gives the admin role to somebody, or invites them to it. */
export function givesAdmin(step: ChangeStep): boolean {
  if (step.does === "invite") return step.desired.role === "admin";
  return step.does === "change roles" && becomesAdmin(step.member, step.want.role);
}

/** Admins who have accepted: an invited admin cannot help anybody yet. */
export function adminsIn(members: readonly Member[]): Member[] {
  return members.filter((member) => member.role === "admin");
}

/** Why a plan may not be carried out: it would leave fewer accepted admins than `minAdmins`, and fewer than now. */
export function belowAdminFloor(
  members: readonly Member[],
  planned: RoleChanges,
  minAdmins: number,
): string | undefined {
  const now = adminsIn(members).length;
  const kept = members.filter(({ userId, role }) => roleAfter(userId, role, planned) === "admin").length;
  if (kept >= minAdmins || kept >= now) return undefined;
  return (
    `the organization would keep ${kept} of ${now} accepted admins, and minAdmins is ${minAdmins}. ` +
    `Make somebody else an admin first (an invited admin counts once they have accepted; where both happen in ` +
    `one run, the one who loses the role must depend on the one who gets it), or lower LOSANT_MIN_ADMINS or ` +
    `losant:minAdmins (the minAdmins of an explicit Provider comes before both).`
  );
}

/** The role that a plan leaves a member; undefined for none, as they are removed. */
export function roleAfter(userId: string, role: Role, { roles, removed, ended }: RoleChanges) {
  const isRemoved = removed.has(userId) || ended?.userIds.has(userId);
  return isRemoved ? undefined : (roles.get(userId) ?? role);
}

/** Whether a change takes the admin role away. */
export function losesAdmin(member: Pick<Member, "role">, role: Role | undefined): boolean {
  return member.role === "admin" && role !== undefined && role !== "admin";
}

/** Whether a change of role makes a member an admin. */
export function becomesAdmin(member: Pick<Member, "role">, role: Role | undefined): boolean {
  return member.role !== "admin" && role === "admin";
}
