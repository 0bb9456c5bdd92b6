import type { Member } from "../../../client";

/** Why the authenticated user's own roles are not changed. */
export function ownRolesRefusal({ email }: Pick<Member, "email">): string {
  return (
    `${email} is the user whom the API token belongs to, and no run changes that user's own roles (Losant ` +
    `refuses it too). Use another admin's token for this change, or leave the roles as they are.`
  );
}

/** Why the authenticated user's own access does not end. */
export function ownEndRefusal({ email }: Pick<Member, "email">, orgId: string): string {
  return (
    `${email} is the user whom the API token belongs to, and their access to organization ${orgId} has ended: state ` +
    `a later until, or use the token of another admin.`
  );
}

/** Why a roster may not remove the authenticated user. */
export function ownRemovalRefusal({ email }: Pick<Member, "email">, orgId: string): string {
  return (
    `${email} is the user whom the API token belongs to, and the roster of organization ${orgId} would remove ` +
    `them: add them to members, with the role that they have.`
  );
}
