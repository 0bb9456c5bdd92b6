import { isMissingRight, type LosantClient, tokenExpiry } from "../../client";
import type { OrganizationStatus, Status } from "./shape";

/** What a token may do in one organization: Losant tells no token's scopes, so each kind is tried with one item. */
export async function rightsOf(
  client: LosantClient,
  orgId: string,
): Promise<Pick<OrganizationStatus["token"], "readsApplications" | "readsDashboards">> {
  const one = { orgId, perPage: 1 };
  const [readsApplications, readsDashboards] = await Promise.all([
    mayDo(() => client.applications.get(one)),
    mayDo(() => client.dashboards.get(one)),
  ]);
  return { readsApplications, readsDashboards };
}

async function mayDo(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (isMissingRight(error)) return false;
    throw error;
  }
}

/** Whose the token is; null where it may not tell. */
export async function tokenUser(client: LosantClient): Promise<Status["token"]> {
  try {
    const { email, userId } = await client.me.get();
    return { email, userId };
  } catch (error) {
    if (isMissingRight(error)) return null;
    throw error;
  }
}

/** When the token of the environment expires, as it says itself. */
export function expiryOfToken(environment = process.env): string | null {
  return tokenExpiry(environment.LOSANT_API_TOKEN?.trim() ?? "")?.toISOString() ?? null;
}
