import type * as pulumi from "@pulumi/pulumi";
import { rememberSingle } from "./declarations/order";
import { declarePerson } from "./declarations/person";
import type { LosantId } from "./resource";
import { LosantResource } from "./resource";
import type { ResourceRoleOutput, Role, RoleArgs } from "./roles";
import type { TermArgs } from "./terms";

/** The arguments of {@link OrgMember}. One of `userId` and `email` is required. */
export interface OrgMemberArgs extends RoleArgs, TermArgs {
  /** The organization: 24 hex digits. Another one replaces the resource. */
  orgId: pulumi.Input<LosantId>;
  /** The member, by user id: 24 hex digits. Another one replaces the resource. */
  userId?: pulumi.Input<LosantId>;
  /**
   * The member, by email address; compared in lower case. Another address of the same person is no change;
   * another person's replaces the resource.
   */
  email?: pulumi.Input<string>;
  /** The role in the organization. Left out: whatever it is, it is left alone. */
  role?: pulumi.Input<Role>;
  /**
   * What happens to the member when the resource is destroyed: `"remove"` (the default) takes them out of the
   * organization, `"retain"` leaves them as they are. The policy that was last applied by `up` counts. An end
   * by `until` removes them under both.
   */
  deletionPolicy?: pulumi.Input<"remove" | "retain">;
}

/**
 * A person who is a member of an organization already: their roles are as the program states.
 *
 * Creating it adopts the member and changes the roles that the program states and that differ; what it does not
 * state is left alone. A person who is not a member is refused: see OrgInvite and OrgMembership. Destroying it
 * removes the member, unless `deletionPolicy` is `"retain"`, the program declares the person elsewhere, or the
 * person is the authenticated user. Its id is `orgId/userId`.
 *
 * @example
 * ```ts
 * import * as losant from "pulumi-losant";
 *
 * const ann = new losant.OrgMember("ann", {
 *   orgId: "575ed6e87ae143cd83dc4aa8",
 *   email: "ann@example.com",
 *   role: "edit",
 *   dashboardRoles: [{ resourceId: "575ed70c7ae143cd83dc4aaa", role: "none" }],
 * });
 * export const annsId = ann.userId;
 * ```
 */
export class OrgMember extends LosantResource {
  declare readonly orgId: pulumi.Output<string>;
  /** The member's user id; known at preview wherever the resource's id is. */
  declare readonly userId: pulumi.Output<string>;
  /** The address that the program states, else the member's own. */
  declare readonly email: pulumi.Output<string>;
  declare readonly role: pulumi.Output<Role>;
  declare readonly applicationRoles: pulumi.Output<ResourceRoleOutput[]>;
  declare readonly dashboardRoles: pulumi.Output<ResourceRoleOutput[]>;
  declare readonly until: pulumi.Output<string | undefined>;
  declare readonly reason: pulumi.Output<string | undefined>;
  declare readonly owner: pulumi.Output<string | undefined>;
  declare readonly deletionPolicy: pulumi.Output<"remove" | "retain" | undefined>;
  /** `ended`: `until` has passed, and the member is removed. */
  declare readonly status: pulumi.Output<"ended" | undefined>;
  /** The member's first name, if Losant tells it. */
  declare readonly firstName: pulumi.Output<string | undefined>;
  /** The member's last name, if Losant tells it. */
  declare readonly lastName: pulumi.Output<string | undefined>;
  /** Whether the member signs in with a second factor. */
  declare readonly twoFactorEnabled: pulumi.Output<boolean | undefined>;
  /** Whether the member signs in through the organization's single sign-on. */
  declare readonly ssoLinked: pulumi.Output<boolean | undefined>;

  constructor(name: string, args: OrgMemberArgs, options?: pulumi.CustomResourceOptions) {
    const declared = declarePerson("OrgMember", name, args);
    super("OrgMember", name, declared, options);
    rememberSingle(this, declared, options);
    this.userId = this.id.apply((id) => id.split("/")[1] ?? "");
  }

  /**
   * Reads a member without managing them: they are never changed or removed by this resource.
   *
   * @param name The resource's name in this program.
   * @param id `orgId/userId`.
   */
  static get(name: string, id: pulumi.Input<pulumi.ID>, options?: pulumi.CustomResourceOptions): OrgMember {
    return new this(name, {} as OrgMemberArgs, { ...options, id });
  }
}
