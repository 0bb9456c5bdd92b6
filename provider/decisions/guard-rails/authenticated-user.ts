import type { Member } from "../../../client";

/** Why the authenticated user's own roles are not changed. */
export function ownRolesRefusal({ email }: Pick<Member, "email">): string {
  return (
    `${email} is the user whom the API token belongs to, and no run changes that user's own roles (Losant ` +
    `refuses it too). Use another admin's token for this change, or leave the roles as they are.`
  );
}

/** Why a roster may not remove the authenticated user. */
export function ownRemovalRefusal({ email }: Pick<Member, "email">, orgId: string): string {
  return (
    `${email} is the user whom the API token belongs to, and the roster of organization ${orgId} would remove ` +
    `them: add them to members, with the role that they have.`
  );
}
