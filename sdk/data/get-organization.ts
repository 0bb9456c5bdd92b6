import { dataFunctions } from "../../client/data-functions";
import type { GetOrganizationArgs, GetOrganizationResult } from "../organization";
import { askHere } from "./ask-here";
import { outputForm } from "./output-form";

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
export async function getOrganization(args: GetOrganizationArgs): Promise<GetOrganizationResult> {
  return askHere(dataFunctions.getOrganization, args);
}

/** As {@link getOrganization}, for arguments that may be Outputs. */
export const getOrganizationOutput = outputForm(getOrganization);
