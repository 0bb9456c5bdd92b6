import type { LosantClient } from "../../client";
import { optional, text } from "./arguments";
import type { GetOrganizationResult } from "./organization-results";
import { outputForm } from "./output-form";
import { withMembers } from "./shared-organization";
import { sharedQuestion } from "./shared-question";

const perPage = 100;

/** The arguments of {@link getOrganizations}. */
export interface GetOrganizationsArgs {
  /** Only organizations with this name; `*` stands for any text. Left out: all. */
  name?: string;
}

const sharedOrganizations = sharedQuestion<GetOrganizationsArgs, GetOrganizationResult[]>({
  call: "getOrganizations",
  checks: { name: optional(text) },
  ask: allPages,
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

async function allPages(client: LosantClient, args: GetOrganizationsArgs): Promise<GetOrganizationResult[]> {
  const filter = args.name === undefined ? {} : { filterField: "name" as const, filter: args.name };
  const found: GetOrganizationResult[] = [];
  for (let page = 0; ; page += 1) {
    const answer = await client.orgs.get({ ...filter, page, perPage });
    found.push(...answer.items.map(withMembers));
    if (answer.items.length === 0 || found.length >= answer.totalCount) return found;
  }
}
