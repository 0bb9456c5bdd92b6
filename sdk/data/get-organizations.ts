import { dataFunctions } from "../../client/data-functions";
import type { GetOrganizationResult } from "../organization";
import { askHere } from "./ask-here";
import { outputForm } from "./output-form";

/** The arguments of {@link getOrganizations}. */
export interface GetOrganizationsArgs {
  /** Only organizations with this name; `*` stands for any text. Left out: all. */
  name?: string;
}

/**
 * Reads all organizations that the authenticated user belongs to, by name. The token needs `orgs.get` or `orgs.*`.
 *
 * @returns The organizations, by name.
 * @throws pulumi.RunError with Losant's own message, and what to do.
 * @example
 * ```ts
 * import * as losant from "pulumi-losant";
 *
 * export const names = losant
 *   .getOrganizations({ name: "acme*" })
 *   .then((organizations) => organizations.map((one) => one.name));
 * ```
 */
export async function getOrganizations(args: GetOrganizationsArgs = {}): Promise<GetOrganizationResult[]> {
  return askHere(dataFunctions.getOrganizations, args);
}

/** As {@link getOrganizations}, for arguments that may be Outputs. */
export const getOrganizationsOutput = outputForm(getOrganizations);
