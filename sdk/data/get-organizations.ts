import { optional, text } from "./arguments";
import type { GetOrganizationResult } from "./organization-results";
import { outputForm } from "./output-form";
import { withMembers } from "./shared-organization";
import { sharedQuestion } from "./shared-question";

/** The arguments of {@link getOrganizations}. */
export interface GetOrganizationsArgs {
  /** Only organizations with this name; `*` stands for any text. Left out: all. */
  name?: string;
}

const sharedOrganizations = sharedQuestion<GetOrganizationsArgs, GetOrganizationResult[]>({
  call: "getOrganizations",
  checks: { name: optional(text) },
  ask: async (client, { name }) => {
    const filter = name === undefined ? {} : { filterField: "name" as const, filter: name };
    return (await client.orgs.all(filter)).map(withMembers);
  },
});

/**
 * Reads all organizations that the authenticated user belongs to, by name. The token needs `orgs.get` or `orgs.*`.
 *
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
  return structuredClone(await sharedOrganizations(args));
}

/** As {@link getOrganizations}, for arguments that may be Outputs. */
export const getOrganizationsOutput = outputForm(getOrganizations);
