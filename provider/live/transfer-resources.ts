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
  const owned = { orgId, perPage };
  const { applications, dashboards } = run.client;
  return {
    applicationIds: await without(applicationIds, () => applications.all(owned)),
    dashboardIds: await without(dashboardIds, () => dashboards.all(owned)),
  };
}

/** What to list: an organization, or the authenticated user's own resources, which have a blank name. */
async function listOf(run: Run, { destinationType, destinationId }: ResourceTransfer) {
  if (destinationType === "organization") return destinationId;
  const { userId } = await run.client.me.get();
  return userId.toLowerCase() === destinationId ? "" : undefined;
}

async function without(ids: readonly string[], list: () => Promise<{ id: string }[]>): Promise<string[]> {
  if (ids.length === 0) return [];
  const owned = new Set((await list()).map(({ id }) => id.toLowerCase()));
  return ids.filter((id) => !owned.has(id));
}
