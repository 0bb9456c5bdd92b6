import { type LosantClient, type Organization, roleLimitOf, type UserApiToken } from "../../client";
import { printable } from "../../client/printable";
import { readSnapshot } from "../live/organization-snapshot";
import { listOrganizations } from "../live/organizations";
import { showCount, withProgress } from "../progress";
import { readCredentials } from "./credentials";
import { daysUntil, type ReadCredentials, statusOf } from "./report";
import type { OrganizationStatus, Status } from "./shape";
import type { Terms } from "./terms";
import { listedToken, rightsOf, tokenUser } from "./token-rights";

/** The status of one organization. @throws where it cannot be read */
export async function statusOfOne(
  client: LosantClient,
  orgId: string,
  terms: Terms,
  withCredentials = false,
): Promise<Status> {
  return withProgress(`Reading organization ${orgId}`, async () => {
    const own = await ownToken(client);
    const organization = await readStatus(client, orgId, terms, own, withCredentials);
    return { ...own.status, organizations: [organization], failed: [] };
  });
}

/** The token in use. */
interface OwnToken {
  status: Pick<Status, "token" | "tokenExpiresAt" | "tokenDaysLeft" | "apiToken">;
  /** Those of which it is one. */
  inUse: readonly UserApiToken[];
}

async function ownToken(client: LosantClient): Promise<OwnToken> {
  const [token, inUse] = await Promise.all([tokenUser(client), client.userApiTokens.inUse()]);
  const expiry = client.tokenExpiry(inUse);
  const tokenExpiresAt = expiry?.toISOString() ?? null;
  const tokenDaysLeft = daysUntil(expiry, client.now());
  return { status: { token, tokenExpiresAt, tokenDaysLeft, apiToken: listedToken(inUse) }, inUse };
}

/** The status of all organizations that the token sees; one that cannot be read does not hide the others. */
export async function statusOfAll(
  client: LosantClient,
  terms: Terms,
  withCredentials = false,
): Promise<Status> {
  const listed = await listOrganizations(client);
  return withProgress("Reading organizations", () => statusOfEach(client, terms, listed, withCredentials));
}

async function statusOfEach(
  client: LosantClient,
  terms: Terms,
  listed: Organization[],
  withCredentials: boolean,
): Promise<Status> {
  const own = await ownToken(client);
  const organizations: OrganizationStatus[] = [];
  const failed: Status["failed"] = [];
  for (const { id: orgId, name } of listed) {
    try {
      organizations.push(await readStatus(client, orgId, terms, own, withCredentials));
    } catch (error) {
      failed.push({ orgId, name, problem: error instanceof Error ? error.message : String(error) });
    }
  }
  return { ...own.status, organizations, failed };
}

/** @throws where organizations or their credentials could not be read, with each of them. */
export function refuseFailed({ organizations, failed }: Status): void {
  const all = organizations.length + failed.length;
  const each = failed.map(({ orgId, name, problem }) => `${printable(name)} (${orgId}): ${problem}`);
  const problems = [
    ...(each.length === 0
      ? []
      : [`${each.length} of ${all} organizations could not be read: ${each.join("; ")}`]),
    ...organizations.flatMap(({ orgId, name, credentialsProblem: problem }) =>
      problem === null ? [] : [`credentials of ${printable(name)} (${orgId}) could not be read: ${problem}`],
    ),
  ];
  if (problems.length > 0) throw new Error(problems.join("; "));
}

/** People are shown without them too. */
async function triedCredentials(
  read: () => Promise<NonNullable<ReadCredentials["credentials"]>>,
): Promise<ReadCredentials> {
  try {
    return { credentials: await read(), credentialsProblem: null };
  } catch (error) {
    return { credentials: null, credentialsProblem: error instanceof Error ? error.message : String(error) };
  }
}

async function readStatus(
  client: LosantClient,
  orgId: string,
  terms: Terms,
  { status: { token }, inUse }: OwnToken,
  withCredentials: boolean,
): Promise<OrganizationStatus> {
  const [snapshot, rights] = await Promise.all([
    readSnapshot(client, orgId, { names: false }),
    rightsOf(client, orgId),
  ]);
  const own = snapshot.members.find(({ userId }) => userId === token?.userId);
  const credentials = withCredentials
    ? await triedCredentials(() =>
        readCredentials(client, orgId, snapshot.members, showCount("applications read")),
      )
    : undefined;
  const limitedTo = roleLimitOf(inUse, orgId) ?? null;
  return statusOf(snapshot, terms, { role: own?.role ?? null, limitedTo, ...rights }, credentials);
}
