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
