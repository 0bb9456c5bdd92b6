/**
 * Losant organizations as code by the native plugin: `import * as losant from "pulumi-losant/native"`. The same classes
 * as in `pulumi-losant`, with `pulumi import`, explicit providers and detailed diffs. The plugin has to be named in
 * `Pulumi.yaml`; see the README.
 *
 * @module
 */

export type { OrgInviteArgs } from "../org-invite";
export type { OrgMemberArgs } from "../org-member";
export type { OrgMembershipArgs } from "../org-membership";
export type {
  AwaitedPerson,
  OrgRosterArgs,
  RosterEntry,
  RosterEntryArgs,
  RosterEntryOutput,
  RosterEntryRoles,
} from "../org-roster";
export type { OrganizationArgs } from "../organization";
export { type ReadRosterOptions, readRoster } from "../read-roster";
export type { LosantId } from "../resource";
export type { ResourceTransferArgs } from "../resource-transfer";
export * from "../roles";
export * from "../terms";
export * from "./functions";
export * from "./provider";
export * from "./resources";
