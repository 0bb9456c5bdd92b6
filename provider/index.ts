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
import { DynamicProvider } from "./dynamic/dynamic-provider";
import { dropPrintedErrors } from "./dynamic/engine-errors";
import { orgInvite as orgInviteLifecycle } from "./resources/org-invite";
import { orgMember as orgMemberLifecycle } from "./resources/org-member";
import { orgMembership as orgMembershipLifecycle } from "./resources/org-membership";
import { orgRoster as orgRosterLifecycle } from "./resources/org-roster";
import { organization as organizationLifecycle } from "./resources/organization";
import { resourceTransfer as resourceTransferLifecycle } from "./resources/resource-transfer";

// This process is short: what zod would generate code for is parsed before that pays.
z.config({ jitless: true });
dropPrintedErrors(console);

/** Makes a provider; what its methods take and give is Pulumi's. */
type MakeProvider = () => dynamic.ResourceProvider;

export const organization: MakeProvider = () => new DynamicProvider(organizationLifecycle);
export const orgMember: MakeProvider = () => new DynamicProvider(orgMemberLifecycle);
export const orgInvite: MakeProvider = () => new DynamicProvider(orgInviteLifecycle);
export const orgMembership: MakeProvider = () => new DynamicProvider(orgMembershipLifecycle);
export const orgRoster: MakeProvider = () => new DynamicProvider(orgRosterLifecycle);
export const resourceTransfer: MakeProvider = () => new DynamicProvider(resourceTransferLifecycle);
