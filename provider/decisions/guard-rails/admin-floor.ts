import type { Member, Role } from "../../../client";
import type { PlannedChanges } from "../planned-changes";

/** What takes the admin role from somebody. */
export type RoleChanges = Pick<PlannedChanges, "roles" | "removed"> & Partial<Pick<PlannedChanges, "ended">>;

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
