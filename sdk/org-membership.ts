import type * as pulumi from "@pulumi/pulumi";
import { rememberSingle } from "./declarations/order";
import { declarePerson } from "./declarations/person";
import type { InviteArgs } from "./org-invite";
import { LosantResource } from "./resource";
import type { ResourceRoleOutput, Role } from "./roles";
import type { TwoFactorArgs } from "./two-factor";

/** The arguments of {@link OrgMembership}. */
export interface OrgMembershipArgs extends InviteArgs, TwoFactorArgs {
  /**
   * What happens to the person when the resource is destroyed: `"remove"` (the default) revokes the invite or
   * removes the member, whichever is there; `"retain"` leaves both as they are. The policy that was last applied
   * by `up` counts. An end by `until` takes the access away under both.
   */
  deletionPolicy?: pulumi.Input<"remove" | "retain">;
}

/**
 * One person in an organization, at any stage: a person who is absent is invited, a pending invite with other roles
 * is re-sent, a lapsed invite is renewed (at most once a week), a member gets the stated roles. Taken out of the
 * program, the invite is revoked or the member removed, whichever is there.
 *
 * A member is followed by user id, so a changed email address is not a new person. A member who was removed
 * outside of the program is `left`: a change at every preview, and invited again for another value of `resend` only (see
 * `renewal`). Its id is `orgId/email`, in clear even where the email is a secret.
 *
 * @example
 * ```ts
 * import * as losant from "pulumi-losant";
 *
 * const carol = new losant.OrgMembership("carol", {
 *   orgId: "575ed6e87ae143cd83dc4aa8",
 *   email: "carol@example.com",
 *   role: "collaborate",
 * });
 * export const carolIs = carol.status; // "pending", "expired", "withdrawn", "active", "left" or "ended"
 * ```
 */
export class OrgMembership extends LosantResource {
  declare readonly orgId: pulumi.Output<string>;
  declare readonly email: pulumi.Output<string>;
  /** The member's role, or the one that the invite gives; `"admin"` of somebody who waits for it (`awaitsTwoFactor`). */
  declare readonly role: pulumi.Output<Role>;
  declare readonly applicationRoles: pulumi.Output<ResourceRoleOutput[] | undefined>;
  declare readonly dashboardRoles: pulumi.Output<ResourceRoleOutput[] | undefined>;
  declare readonly until: pulumi.Output<string | undefined>;
  declare readonly reason: pulumi.Output<string | undefined>;
  declare readonly owner: pulumi.Output<string | undefined>;
  declare readonly disallowTransfer: pulumi.Output<boolean | undefined>;
  declare readonly renewal: pulumi.Output<"automatic" | "manual" | "always" | undefined>;
  declare readonly resend: pulumi.Output<string | undefined>;
  declare readonly requireTwoFactor: pulumi.Output<"admins" | "all" | undefined>;
  declare readonly roleUntilTwoFactor: pulumi.Output<Exclude<Role, "admin"> | undefined>;
  declare readonly missingTwoFactor: pulumi.Output<"warn" | "fail" | undefined>;
  declare readonly deletionPolicy: pulumi.Output<"remove" | "retain" | undefined>;
  /** The invite's id, while there is one. */
  declare readonly inviteId: pulumi.Output<string | undefined>;
  /**
   * `withdrawn`: declined, or revoked outside of the program. `left`: was a member, and is one no more. `ended`: `until`
   * has passed, and nothing of the access is left.
   */
  declare readonly status: pulumi.Output<"pending" | "expired" | "withdrawn" | "active" | "left" | "ended">;
  /** When the last email was sent: ISO text. */
  declare readonly inviteDate: pulumi.Output<string | undefined>;
  /** When the invite ends: ISO text. Losant's invites hold seven days. */
  declare readonly expiresAt: pulumi.Output<string | undefined>;
  /** The member's user id, once the invite is accepted. */
  declare readonly userId: pulumi.Output<string | undefined>;
  /** Whether the member signs in with a second factor. */
  declare readonly twoFactorEnabled: pulumi.Output<boolean | undefined>;
  /**
   * Whether somebody whose `role` is admin has `roleUntilTwoFactor` at Losant for the meantime. Still `true` once their second
   * factor is there, until the `up` that makes them an admin; absent for everybody else.
   */
  declare readonly awaitsTwoFactor: pulumi.Output<boolean | undefined>;

  constructor(name: string, args: OrgMembershipArgs, options?: pulumi.CustomResourceOptions) {
    const declared = declarePerson("OrgMembership", name, args);
    super("OrgMembership", name, declared, options);
    rememberSingle(this, declared, options);
  }

  /**
   * Reads a person without managing them: they are never changed or removed by this resource.
   *
   * @param name The resource's name in this program.
   * @param id `orgId/email`.
   */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    options?: pulumi.CustomResourceOptions,
  ): OrgMembership {
    return new this(name, {} as OrgMembershipArgs, { ...options, id });
  }
}
