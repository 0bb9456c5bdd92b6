/**
 * The providers that Pulumi's dynamic-provider process loads.
 *
 * Every stored state refers to this module and to these names in its `__provider` text: never rename or remove
 * one.
 *
 * @module
 */
import type { dynamic } from "@pulumi/pulumi";
import { z } from "zod";
import { DynamicProvider } from "./engine/adapter";
import { orgInvite as orgInviteLife } from "./org-invite";
import { orgMember as orgMemberLife } from "./org-member";
import { orgMembership as orgMembershipLife } from "./org-membership";
import { orgRoster as orgRosterLife } from "./org-roster";
import { organization as organizationLife } from "./organization";
import { resourceTransfer as resourceTransferLife } from "./resource-transfer";

// This process is short: what zod would generate code for is parsed before that pays.
z.config({ jitless: true });

/** Makes a provider; what its methods take and give is Pulumi's. */
type MakeProvider = () => dynamic.ResourceProvider;

export const organization: MakeProvider = () => new DynamicProvider(organizationLife);
export const orgMember: MakeProvider = () => new DynamicProvider(orgMemberLife);
export const orgInvite: MakeProvider = () => new DynamicProvider(orgInviteLife);
export const orgMembership: MakeProvider = () => new DynamicProvider(orgMembershipLife);
export const orgRoster: MakeProvider = () => new DynamicProvider(orgRosterLife);
export const resourceTransfer: MakeProvider = () => new DynamicProvider(resourceTransferLife);
