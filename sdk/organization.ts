import type * as pulumi from "@pulumi/pulumi";
import { declareOrganization } from "./declarations/organization";
import type { LosantId } from "./resource";
import { LosantResource } from "./resource";
import type { ResourceRoleOutput, Role } from "./roles";

/** Whether members must sign in with a second factor. */
export type MfaMode = "notRequired" | "adminRequired" | "required";

/** The arguments of {@link Organization}. What is left out is left alone. */
export interface OrganizationArgs {
  /**
   * An organization that exists already, to be adopted: 24 hex digits. Left out, one is created, which Losant
   * refuses to ordinary accounts. Another one replaces the resource.
   */
  orgId?: pulumi.Input<LosantId>;
  /** 1 to 255 characters. Required to create an organization. */
  name?: pulumi.Input<string>;
  /** At most 32767 characters. */
  description?: pulumi.Input<string>;
  /** A colour such as `#ff8800`. */
  iconColor?: pulumi.Input<string>;
  /** Where invoices go; kept in lower case. */
  billingEmail?: pulumi.Input<string>;
  /** The billing plan's id; at most 1024 characters. */
  planId?: pulumi.Input<string>;
  /**
   * The payment card's token; secret. Losant never returns it, so it is sent when it differs from the one that
   * was sent last.
   */
  cardToken?: pulumi.Input<string>;
  /** Whether members must sign in with a second factor. */
  mfaMode?: pulumi.Input<MfaMode>;
  /**
   * What happens to the organization when the resource is destroyed: `"retain"` (the default) leaves it, and
   * says so; `"delete"` deletes it for good with everything in it. The policy that was last applied by `up`
   * counts.
   */
  deletionPolicy?: pulumi.Input<"retain" | "delete">;
  /**
   * With `deletionPolicy: "delete"`: delete even while applications, dashboards or other members are there;
   * default `false`.
   */
  forceDestroy?: pulumi.Input<boolean>;
}

/**
 * An organization's settings.
 *
 * With `orgId` it adopts an organization and changes the settings that the program states and that differ;
 * without, it creates one. Destroying it leaves the organization, unless `deletionPolicy` is `"delete"`. Its id
 * is the organization's.
 *
 * @example
 * ```ts
 * import * as losant from "pulumi-losant";
 *
 * const organization = new losant.Organization("acme", {
 *   orgId: "575ed6e87ae143cd83dc4aa8",
 *   description: "Everything of ours that measures",
 *   mfaMode: "adminRequired",
 * });
 * export const members = organization.memberCount;
 * ```
 */
export class Organization extends LosantResource {
  /** The organization's id; known at preview wherever the resource's id is. */
  declare readonly orgId: pulumi.Output<string>;
  declare readonly name: pulumi.Output<string>;
  declare readonly description: pulumi.Output<string>;
  declare readonly iconColor: pulumi.Output<string | undefined>;
  declare readonly billingEmail: pulumi.Output<string | undefined>;
  declare readonly planId: pulumi.Output<string | undefined>;
  declare readonly cardToken: pulumi.Output<string | undefined>;
  declare readonly mfaMode: pulumi.Output<MfaMode | undefined>;
  declare readonly deletionPolicy: pulumi.Output<"retain" | "delete" | undefined>;
  declare readonly forceDestroy: pulumi.Output<boolean | undefined>;
  /** How many members the organization has. */
  declare readonly memberCount: pulumi.Output<number>;
  /** How many invites are neither accepted nor expired. */
  declare readonly pendingInviteCount: pulumi.Output<number>;
  /** How many members and unexpired invites the organization may have. */
  declare readonly memberLimit: pulumi.Output<number | undefined>;
  /** Whether the organization was there before the resource. */
  declare readonly adopted: pulumi.Output<boolean>;

  constructor(name: string, args: OrganizationArgs, options?: pulumi.CustomResourceOptions) {
    super("Organization", name, declareOrganization(name, args), options);
    this.orgId = this.id;
  }

  /**
   * Reads an organization without managing it: it is never changed or deleted by this resource.
   *
   * @param name The resource's name in this program.
   * @param id The organization's id.
   */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    options?: pulumi.CustomResourceOptions,
  ): Organization {
    return new this(name, {}, { ...options, id });
  }
}

/** The arguments of `getOrganization`. */
export interface GetOrganizationArgs {
  /** The organization: 24 hex digits. */
  orgId: string;
}

/** A member of an organization with their roles. */
export interface OrganizationMember {
  /** The member's user id. */
  userId: string;
  /** The member's email address; `user` and the user id where Losant gives none. */
  email: string;
  /** The role in the organization; `none` where Losant gives none that is known. */
  role: Role;
  /** A role that is not known, as Losant says it. */
  unknownRole?: string;
  /** Roles on single applications. */
  applicationRoles: ResourceRoleOutput[];
  /** Roles on single dashboards. */
  dashboardRoles: ResourceRoleOutput[];
  /** The member's first name. */
  firstName?: string;
  /** The member's last name. */
  lastName?: string;
  /** Whether the member signs in with a second factor. */
  twoFactorAuthEnabled?: boolean;
  /** Whether the member signs in through the organization's single sign-on. */
  ssoLinked?: boolean;
}

/** How much an organization holds. */
export interface OrganizationSummary {
  /** How many applications the organization has. */
  appCount?: number;
  /** How many dashboards the organization has. */
  dashCount?: number;
  /** How many devices its applications have. */
  deviceCount?: number;
  /** How many members the organization has. */
  memberCount?: number;
  /** How many invites nobody has accepted yet. */
  pendingInviteCount?: number;
}

/** How much an organization may hold. */
export interface OrganizationLimits {
  /** How many members and unexpired invites the organization may have. */
  member?: number;
}

/** An organization: settings, members, limits and summary. */
export interface GetOrganizationResult {
  /** The organization's id. */
  id: string;
  /** The organization's name. */
  name: string;
  /** What the organization says of itself. */
  description?: string;
  /** The colour of its icon, such as `#ff8800`. */
  iconColor?: string;
  /** Where invoices go. */
  billingEmail?: string;
  /** The billing plan's id. */
  planId?: string;
  /** Whether members must sign in with a second factor. */
  mfaMode?: MfaMode;
  /** All members with their roles. */
  members: OrganizationMember[];
  /** How much the organization may hold. */
  limits?: OrganizationLimits;
  /** How much the organization holds. */
  summary?: OrganizationSummary;
  /** Email domains of the people who may be invited; without any, all are allowed. */
  whitelistedEmailDomains?: string[];
}
