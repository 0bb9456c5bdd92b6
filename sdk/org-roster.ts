import type * as pulumi from "@pulumi/pulumi";
import { declareRoster } from "./declarations/roster";
import type { LosantId } from "./resource";
import { LosantResource } from "./resource";
import type { ResourceRoleOutput, Role, RoleArgs } from "./roles";
import type { TermArgs } from "./terms";
import type { TwoFactorArgs } from "./two-factor";

/** A person in a roster: a role, or a role with others on single applications and dashboards. */
export type RosterEntry = Role | RosterEntryArgs;

/** A person's roles in a roster, and until when they hold. */
export interface RosterEntryArgs extends RoleArgs, TermArgs {
  /** The role in the organization. */
  role: pulumi.Input<Role>;
  /** Any text. A changed text sends the person's invite at once, unless they are a member. */
  resend?: pulumi.Input<string>;
}

/** The arguments of {@link OrgRoster}. */
export interface OrgRosterArgs extends TwoFactorArgs {
  /** The organization: 24 hex digits. Another one replaces the resource. */
  orgId: pulumi.Input<LosantId>;
  /**
   * Everybody who belongs to the organization, by email address; addresses are compared in lower case. A
   * person who is taken out is removed, or their invite is revoked.
   */
  members: pulumi.Input<Record<string, pulumi.Input<RosterEntry>>>;
  /**
   * What happens to what the program does not state: people whom the roster does not name, and roles on applications
   * and dashboards that an entry does not state. `"warn"` (the default) reports them at every preview, `"ignore"`
   * says nothing, `"fail"` refuses at preview, so that a pipeline fails, `"remove"` removes them.
   */
  unmanaged?: pulumi.Input<"ignore" | "warn" | "fail" | "remove">;
  /** Addresses that must be in `members` as admin; a roster that does not have them so is refused. */
  requireAdmins?: pulumi.Input<pulumi.Input<string>[]>;
  /** Whether every entry must have a `reason`; default `false`. */
  requireReason?: pulumi.Input<boolean>;
  /** Accepted admins that the organization always keeps; default 1. A higher `losant:minAdmins` wins. */
  minAdmins?: pulumi.Input<number>;
  /**
   * Removals allowed in one run: a number, or a share such as `"25%"`; default a quarter of the members and
   * unexpired invites at the start of the run, at least 3. A lower `losant:maxRemovals` wins.
   */
  maxRemovals?: pulumi.Input<number | string>;
  /**
   * As in OrgMembership, for everybody: whether a lapsed invite is renewed automatically; default `"automatic"`. A person
   * who was a member and is gone is invited again only with `"always"`, or after a change of their entry.
   */
  renewal?: pulumi.Input<"automatic" | "manual" | "always">;
  /** As in OrgInvite, for everybody; default `true`. */
  disallowTransfer?: pulumi.Input<boolean>;
  /** Allows a roster that names nobody; default `false`. */
  allowEmpty?: pulumi.Input<boolean>;
  /**
   * What happens to the people when the resource is destroyed: `"retain"` (the default) removes nobody,
   * `"remove"` removes everybody whom the roster names, as far as the guard rails allow it.
   */
  deletionPolicy?: pulumi.Input<"retain" | "remove">;
  /**
   * The files that the people come from, as `readRoster` gives them: a preview warns where there are fewer than at the
   * last `up`. Another list by itself is no change.
   */
  files?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * The addresses of each team by its name, as `readRoster` gives them: a plan names the team in which something changes
   * for everybody. Other teams by themselves are no change.
   */
  teams?: pulumi.Input<Record<string, pulumi.Input<pulumi.Input<string>[]>>>;
}

/** A person in a roster, as read: in the form in which the program states them. */
export type RosterEntryOutput = Role | RosterEntryRoles;

/** A person's roles in a roster, as read. */
export interface RosterEntryRoles {
  /** The role in the organization. */
  role: Role;
  /** Roles on single applications, where the program states them. */
  applicationRoles?: ResourceRoleOutput[];
  /** Roles on single dashboards, where the program states them. */
  dashboardRoles?: ResourceRoleOutput[];
  /** When the access ends, where the program states it. */
  until?: string;
  /** Why the person has access, where the program states it. */
  reason?: string;
  /** Who answers for it, where the program states it. */
  owner?: string;
  /** The text whose change sends the invite again, where the program states it. */
  resend?: string;
}

/** A person of a roster who is not a member, or not any more. */
export interface AwaitedPerson {
  /** Absent for somebody who could not be invited yet. */
  status?: "pending" | "expired" | "withdrawn" | "left";
  /** When the last email was sent: ISO text. */
  inviteDate?: string;
  /** When the invite ends: ISO text. */
  expiresAt?: string;
}

/**
 * Everybody who belongs to an organization, in one authoritative resource: preview prints the plan for each person,
 * `up` prints the outcome. Changes are made in this order: promote, revoke and remove, demote, invite; so no admin
 * goes before their successor is there. A failure in the middle keeps what was done, and the next `up` continues.
 *
 * With `unmanaged: "ignore"` it may stand beside OrgInvite, OrgMember and OrgMembership of other people. It is
 * registered after those that the program constructs in the same turn of the event loop, and never removes a person
 * whom they declare.
 *
 * Destroying it removes nobody, unless `deletionPolicy` is `"remove"`. Its id is `orgId/roster`.
 *
 * @example
 * ```ts
 * import * as losant from "pulumi-losant";
 *
 * const roster = new losant.OrgRoster("everybody", {
 *   orgId: "575ed6e87ae143cd83dc4aa8",
 *   members: {
 *     "ann@example.com": "admin",
 *     "bob@example.com": "edit",
 *     "client@example.org": {
 *       role: "none",
 *       applicationRoles: [{ resourceId: "575ed71e7ae143cd83dc4aaa", role: "view" }],
 *     },
 *   },
 *   requireAdmins: ["ann@example.com"],
 * });
 * export const unmanaged = roster.unmanagedMembers;
 * ```
 */
export class OrgRoster extends LosantResource {
  declare readonly orgId: pulumi.Output<string>;
  declare readonly members: pulumi.Output<Record<string, RosterEntryOutput>>;
  declare readonly unmanaged: pulumi.Output<"ignore" | "warn" | "fail" | "remove" | undefined>;
  declare readonly requireAdmins: pulumi.Output<string[] | undefined>;
  declare readonly requireReason: pulumi.Output<boolean | undefined>;
  declare readonly minAdmins: pulumi.Output<number | undefined>;
  declare readonly maxRemovals: pulumi.Output<number | string | undefined>;
  declare readonly renewal: pulumi.Output<"automatic" | "manual" | "always" | undefined>;
  declare readonly disallowTransfer: pulumi.Output<boolean | undefined>;
  declare readonly requireTwoFactor: pulumi.Output<"admins" | "all" | undefined>;
  declare readonly roleUntilTwoFactor: pulumi.Output<Exclude<Role, "admin"> | undefined>;
  declare readonly missingTwoFactor: pulumi.Output<"warn" | "fail" | undefined>;
  declare readonly allowEmpty: pulumi.Output<boolean | undefined>;
  declare readonly deletionPolicy: pulumi.Output<"retain" | "remove" | undefined>;
  declare readonly files: pulumi.Output<string[] | undefined>;
  declare readonly teams: pulumi.Output<Record<string, string[]> | undefined>;
  /** People of the roster who are not members yet, or not any more, by email address. */
  declare readonly awaiting: pulumi.Output<Record<string, AwaitedPerson>>;
  /** People whom the roster does not name, with their roles; absent unless `unmanaged` is `"warn"`. */
  declare readonly unmanagedMembers: pulumi.Output<Record<string, Role> | undefined>;
  /** How many members the organization has. */
  declare readonly memberCount: pulumi.Output<number>;
  /** How many invites are neither accepted nor expired. */
  declare readonly pendingInviteCount: pulumi.Output<number>;

  constructor(name: string, args: OrgRosterArgs, options?: pulumi.CustomResourceOptions) {
    const declared = options?.id === undefined ? declareRoster(name, args, options?.parent) : args;
    super("OrgRoster", name, declared, options);
  }

  /**
   * Reads everybody who belongs to an organization without managing them: nobody is changed or removed.
   *
   * @param name The resource's name in this program.
   * @param id `orgId/roster`.
   */
  static get(name: string, id: pulumi.Input<pulumi.ID>, options?: pulumi.CustomResourceOptions): OrgRoster {
    return new this(name, {} as OrgRosterArgs, { ...options, id });
  }
}
