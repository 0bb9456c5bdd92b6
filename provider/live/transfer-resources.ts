import { isLosantError, type ResourceTransfer } from "../../client";
import type { Run } from "./run";

const perPage = 1000;

type Ids = Pick<ResourceTransfer, "applicationIds" | "dashboardIds">;

/**
 * Moves applications and dashboards to another owner. Where Losant refuses or its response is lost, what the
 * destination owns already counts as moved, and the rest is sent: an earlier try, or an earlier list of ids.
 */
export async function transferResources(run: Run, orgId: string, transfer: ResourceTransfer): Promise<void> {
  try {
    await run.client.org.transferResources({ orgId, transfer });
  } catch (error) {
    if (!isLosantError(error)) throw error;
    const rest = await notOwnedYet(run, transfer).catch(() => undefined);
    if (!rest || countOf(rest) === countOf(transfer)) throw error;
    if (countOf(rest) === 0) return;
    if (error.outcome === "unknown") throw error;
    await run.client.org.transferResources({ orgId, transfer: { ...transfer, ...rest } });
  }
}

function countOf({ applicationIds = [], dashboardIds = [] }: Ids): number {
  return applicationIds.length + dashboardIds.length;
}

/** Undefined where it cannot be known: another user's resources are not listed. */
async function notOwnedYet(run: Run, transfer: ResourceTransfer): Promise<Ids | undefined> {
  const { applicationIds = [], dashboardIds = [] } = transfer;
  const orgId = await listOf(run, transfer);
  if (orgId === undefined) return undefined;
  const { applications, dashboards } = run.client;
  return {
    applicationIds: await without(applicationIds, (page) => applications.get({ orgId, page, perPage })),
    dashboardIds: await without(dashboardIds, (page) => dashboards.get({ orgId, page, perPage })),
  };
}

/** What to list: an organization, or the authenticated user's own resources, which have a blank name. */
async function listOf(run: Run, { destinationType, destinationId }: ResourceTransfer) {
  if (destinationType === "organization") return destinationId;
  const { userId } = await run.client.me.get();
  return userId.toLowerCase() === destinationId ? "" : undefined;
}

interface Page {
  items: readonly { id: string }[];
  totalCount: number;
}

async function without(ids: readonly string[], ask: (page: number) => Promise<Page>): Promise<string[]> {
  if (ids.length === 0) return [];
  const owned = new Set<string>();
  let seen = 0;
  for (let page = 0; ; page += 1) {
    const { items, totalCount } = await ask(page);
    for (const { id } of items) owned.add(id.toLowerCase());
    seen += items.length;
    if (items.length === 0 || seen >= totalCount) break;
  }
  return ids.filter((id) => !owned.has(id));
}
