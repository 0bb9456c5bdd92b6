import { type AdminChanges, becomesAdmin } from "../admin-changes";
import { losesAdmin } from "../guard-rails/admin-floor";
import type { Plan } from "./plan";

/** Whom a roster makes an admin, and which admins it removes. */
export function adminChangesIn({ promotions, invitations, removals }: Plan): AdminChanges {
  const promoted = promotions.filter(({ member, want }) => becomesAdmin(member, want.role));
  return {
    promoted: promoted.map(({ member }) => member.email),
    invited: invitations
      .filter(({ desired }) => desired.role === "admin")
      .map(({ desired }) => desired.email),
    removed: removals.filter(({ role }) => role === "admin").map(({ email }) => email),
  };
}

/** Whether a roster takes the admin role from somebody. */
export function losesAdmins({ removals, demotions }: Plan): boolean {
  const isDemoted = demotions.some(({ member, want }) => losesAdmin(member, want.role));
  return isDemoted || removals.some(({ role }) => role === "admin");
}

/** A warning of admins whom a roster neither names nor leaves to others. */
export function unmanagedAdmins({ unmanaged }: Plan, orgId: string): string[] {
  const admins = unmanaged.filter(({ isNamed, role }) => !isNamed && role === "admin");
  const emails = admins.map(({ email }) => email);
  if (emails.length === 0) return [];
  const what = emails.length === 1 ? "is an admin" : "are admins";
  return [`${emails.sort().join(", ")} ${what} of organization ${orgId}, and not in its roster.`];
}
