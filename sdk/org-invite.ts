import type * as pulumi from "@pulumi/pulumi";
import { rememberSingle } from "./declarations/order";
import { declarePerson } from "./declarations/person";
import type { LosantId } from "./resource";
import { LosantResource } from "./resource";
import type { ResourceRoleOutput, Role, RoleArgs } from "./roles";
import type { TermArgs } from "./terms";

/** The arguments of an invite. */
export interface InviteArgs extends RoleArgs, TermArgs {
  /** The organization: 24 hex digits. Another one replaces the resource. */
  orgId: pulumi.Input<LosantId>;
  /**
   * The email address; compared in lower case. The resource's id contains it, so even a secret one appears there in
   * clear, in the state and in the output of the CLI.
   */
  email: pulumi.Input<string>;
  /** The role in the organization. */
  role: pulumi.Input<Role>;
  /**
   * Whether the invite can be accepted only with an account of this exact address; default `true`. An invite
   * that is accepted under another address leaves a member whom no program declares. (That the flag does this is
   * assumed from its name: the vendor does not describe it.)
   */
  disallowTransfer?: pulumi.Input<boolean>;
  /**
   * What happens to an invite that lapsed (expired, declined, revoked outside of the program): `"automatic"` (the default)
   * sends it again at the next `up`, but never before seven days have passed since the last email, so a
   * pipeline that runs hourly sends at most one email a week; `"manual"` warns only. A person who was a member and
   * is gone (removed outside of the program, or left) is not invited again under either: every preview shows them, until
   * they are taken out, or `resend` or another argument changes. `"always"` invites them again as well.
   */
  renewal?: pulumi.Input<"automatic" | "manual" | "always">;
  /** Any text. A changed text re-sends the invite at once, unless it is accepted. */
  resend?: pulumi.Input<string>;
}

/** The arguments of {@link OrgInvite}. Another `email` replaces the resource. */
export interface OrgInviteArgs extends InviteArgs {}

/**
 * An invite to an organization, until it is accepted. From then on it changes nothing: the member's roles are
 * managed by OrgMember or outside of the program.
 *
 * Creating it adopts a pending invite of that address if its roles are the same; otherwise that invite is revoked
 * and re-sent. A person who is a member already counts as accepted and gets no email. A changed role revokes the
 * invite and re-sends it, as Losant cannot change an invite. Destroying it revokes a pending invite; a person who
 * accepted stays a member. Its id is `orgId/email`, in clear even where the email is a secret.
 *
 * For one resource that manages a person at any stage, see OrgMembership.
 *
 * @example
 * ```ts
 * import * as losant from "pulumi-losant";
 *
 * const bob = new losant.OrgInvite("bob", {
 *   orgId: "575ed6e87ae143cd83dc4aa8",
 *   email: "bob@example.com",
 *   role: "view",
 * });
 * export const bobsInvite = bob.status; // "pending", "expired", "withdrawn", "accepted" or "ended"
 * ```
 */
export class OrgInvite extends LosantResource {
  declare readonly orgId: pulumi.Output<string>;
  declare readonly email: pulumi.Output<string>;
  /** The role that the invite gives. */
  declare readonly role: pulumi.Output<Role>;
  declare readonly applicationRoles: pulumi.Output<ResourceRoleOutput[] | undefined>;
  declare readonly dashboardRoles: pulumi.Output<ResourceRoleOutput[] | undefined>;
  declare readonly until: pulumi.Output<string | undefined>;
  declare readonly reason: pulumi.Output<string | undefined>;
  declare readonly owner: pulumi.Output<string | undefined>;
  declare readonly disallowTransfer: pulumi.Output<boolean | undefined>;
  declare readonly renewal: pulumi.Output<"automatic" | "manual" | "always" | undefined>;
  declare readonly resend: pulumi.Output<string | undefined>;
  /** The invite's id, while there is one. */
  declare readonly inviteId: pulumi.Output<string | undefined>;
  /** `withdrawn`: declined by the person, or revoked outside of the program. `ended`: `until` has passed. */
  declare readonly status: pulumi.Output<"pending" | "expired" | "withdrawn" | "accepted" | "ended">;
  /** When the last email was sent: ISO text. */
  declare readonly inviteDate: pulumi.Output<string | undefined>;
  /** When the invite ends: ISO text. Losant's invites hold seven days. */
  declare readonly expiresAt: pulumi.Output<string | undefined>;
  /** The member's user id, once the invite is accepted. */
  declare readonly userId: pulumi.Output<string | undefined>;

  constructor(name: string, args: OrgInviteArgs, options?: pulumi.CustomResourceOptions) {
    const declared = declarePerson("OrgInvite", name, args);
    super("OrgInvite", name, declared, options);
    rememberSingle(this, declared, options);
  }

  /**
   * Reads an invite without managing it: it is never changed or revoked by this resource.
   *
   * @param name The resource's name in this program.
   * @param id `orgId/email`.
   */
  static get(name: string, id: pulumi.Input<pulumi.ID>, options?: pulumi.CustomResourceOptions): OrgInvite {
    return new this(name, {} as OrgInviteArgs, { ...options, id });
  }
}
