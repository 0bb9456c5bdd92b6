import {
  type ActionName,
  isMissingRight,
  type LosantClient,
  lackedBy,
  type UserApiToken,
} from "../../client";
import type { OrganizationStatus, Status } from "./shape";

/** What a token may do in one organization. Not every token may tell its scopes, so each kind is tried with one item. */
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

/** What each use of a token calls. */
const uses = {
  changes: ["org.inviteMember", "org.revokeInvite", "org.modifyMember", "org.removeMember", "org.patch"],
  report: ["orgs.get", "org.get", "org.pendingInvites", "applications.get", "dashboards.get"],
  usage: [
    "orgs.get",
    "org.get",
    "org.pendingInvites",
    "org.deviceCounts",
    "org.notebookMinuteCounts",
    "org.payloadCounts",
    "org.payloadCountsBreakdown",
  ],
  "status --credentials": ["applications.get", "applicationApiTokens.get", "applicationKeys.get"],
} as const satisfies Record<string, readonly ActionName[]>;

/** What Losant lists of the token; `inUse` are those of which it is one. */
export function listedToken(inUse: readonly UserApiToken[]): Status["apiToken"] {
  const [first, ...others] = inUse;
  if (first === undefined) return null;
  const known = others.length === 0 ? first : undefined;
  const lacks = Object.entries(uses)
    .map(([use, actions]) => ({ for: use, scopes: lackedBy(inUse, actions) }))
    .filter(({ scopes }) => scopes.length > 0);
  return { mayBe: inUse.length, name: known?.name ?? null, status: known?.status ?? null, lacks };
}
