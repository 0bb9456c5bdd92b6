import type { Member, Role } from "../../client";

/** Admins who have accepted: an invited admin cannot help anybody yet. */
export function adminsIn(members: Member[]): Member[] {
  return members.filter((member) => member.role === "admin");
}

/**
 * Why somebody may not stop being an admin, if so. `losing` holds whoever this run is about to take the role
 * from, `gaining` those to whom it gives it first.
 */
export function belowAdminFloor(
  members: Member[],
  losing: ReadonlySet<string>,
  gaining: ReadonlySet<string>,
  minAdmins: number,
): string | undefined {
  const kept = members.filter((member) => isAdminAfter(member, losing, gaining));
  if (kept.length >= minAdmins) return undefined;
  return (
    `organization would keep ${kept.length} of ${adminsIn(members).length} accepted admins, and minAdmins is ` +
    `${minAdmins}. Make somebody else admin first (an invited admin counts once they have accepted; where ` +
    `both happen in one run, the one who loses the role must depend on the one who gets it), or lower ` +
    `LOSANT_MIN_ADMINS or losant:minAdmins.`
  );
}

function isAdminAfter(member: Member, losing: ReadonlySet<string>, gaining: ReadonlySet<string>): boolean {
  if (losing.has(member.userId)) return false;
  return member.role === "admin" || gaining.has(member.userId);
}

/** Whether a change takes the admin role away. */
export function losesAdmin(member: Member, role: Role | undefined): boolean {
  return member.role === "admin" && role !== undefined && role !== "admin";
}
