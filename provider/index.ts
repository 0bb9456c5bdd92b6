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
import { type ResourceKind, resourceKinds } from "./calls/resource-kinds";
import { DynamicProvider } from "./dynamic/dynamic-provider";
import { dropPrintedErrors } from "./dynamic/engine-errors";

// This process is short: what zod would generate code for is parsed before that pays.
z.config({ jitless: true });
dropPrintedErrors(console);

/** Makes a provider; what its methods take and give is Pulumi's. */
type MakeProvider = () => dynamic.ResourceProvider;

function runs({ lifecycle }: ResourceKind): MakeProvider {
  return () => new DynamicProvider(lifecycle);
}

export const organization = runs(resourceKinds.organization);
export const orgMember = runs(resourceKinds.orgMember);
export const orgInvite = runs(resourceKinds.orgInvite);
export const orgMembership = runs(resourceKinds.orgMembership);
export const orgRoster = runs(resourceKinds.orgRoster);
export const resourceTransfer = runs(resourceKinds.resourceTransfer);
