import { isLosantError, type Organization, type OrganizationPatch } from "../../client";
import type { Run } from "./run";

/** The ids of all organizations that the token's user belongs to. */
export async function organizationIds(run: Pick<Run, "client">): Promise<string[]> {
  return (await run.client.orgs.all()).map(({ id }) => id.toLowerCase());
}

/** The organizations of exactly this name that the token's user sees. */
export async function organizationsNamed(run: Run, name: string): Promise<Organization[]> {
  const found = await run.client.orgs.all({ filterField: "name", filter: name });
  return found.filter((one) => one.name === name);
}

/**
 * Creates an organization, where none of that name was there before. After a lost response, the one that is there
 * now is recognized as the one just created.
 */
export async function createOrganization(
  run: Run,
  name: string,
  settings: OrganizationPatch,
): Promise<string> {
  try {
    return (await run.client.orgs.post({ organization: { ...settings, name } })).id.toLowerCase();
  } catch (error) {
    if (!isLosantError(error) || error.outcome !== "unknown") throw error;
    const [created, ...others] = await organizationsNamed(run, name).catch(() => []);
    if (!created || others.length > 0) throw error;
    return created.id.toLowerCase();
  }
}
