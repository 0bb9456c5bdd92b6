import type { LosantClient } from "../../client";
import { asciiLowerCase, oneLine } from "../../client/text";
import { readPicture } from "../live/picture";
import { type OrganizationStatus, type Status, statusOf, type Terms, tokenUser } from "./report";

/** The status of one organization. @throws where it cannot be read */
export async function statusOfOne(client: LosantClient, org: string, terms: Terms): Promise<Status> {
  const organization = await readStatus(client, asciiLowerCase(org.trim()), terms);
  return { token: await tokenUser(client), organizations: [organization], failed: [] };
}

/** The status of all organizations that the token sees; one that cannot be read does not hide the others. */
export async function statusOfAll(client: LosantClient, terms: Terms): Promise<Status> {
  const organizations: OrganizationStatus[] = [];
  const failed: Status["failed"] = [];
  for (const { id: orgId, name } of await client.orgs.all()) {
    try {
      organizations.push(await readStatus(client, orgId, terms));
    } catch (error) {
      failed.push({ orgId, name, problem: error instanceof Error ? error.message : String(error) });
    }
  }
  return { token: await tokenUser(client), organizations, failed };
}

/** @throws where organizations could not be read, with each of them. */
export function refuseFailed({ organizations, failed }: Status): void {
  if (failed.length === 0) return;
  const all = organizations.length + failed.length;
  const each = failed.map(({ orgId, name, problem }) => `${oneLine(name)} (${orgId}): ${problem}`);
  throw new Error(`${failed.length} of ${all} organizations could not be read: ${each.join("; ")}`);
}

async function readStatus(client: LosantClient, orgId: string, terms: Terms): Promise<OrganizationStatus> {
  return statusOf(await readPicture(client, orgId, { names: false }), terms);
}
