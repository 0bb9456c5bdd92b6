import type { Organization } from "../../client";
import { ask, outputForm } from "./connection";
import type { Known } from "./known";

/** The arguments of {@link getOrganization}. */
export interface GetOrganizationArgs {
  /** The organization: 24 hex digits. */
  orgId: string;
}

/** An organization: settings, members, limits and summary. */
export type GetOrganizationResult = Known<Organization>;

/**
 * Reads an organization: settings, members, limits and the summary of what it holds.
 *
 * @throws pulumi.RunError with Losant's own message, and what to do.
 * @example
 * ```ts
 * import * as losant from "pulumi-losant";
 *
 * const acme = losant.getOrganizationOutput({ orgId: "575ed6e87ae143cd83dc4aa8" });
 * export const admins = acme.members.apply((members) => members.filter((one) => one.role === "admin").length);
 * ```
 */
export function getOrganization(args: GetOrganizationArgs): Promise<GetOrganizationResult> {
  return ask((client) => client.org.get({ orgId: args.orgId }));
}

/** As {@link getOrganization}, for arguments that may be Outputs. */
export const getOrganizationOutput = outputForm(getOrganization);
