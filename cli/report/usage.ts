import type { LosantClient } from "../../client";
import type { Reads } from "../../client/data-functions";
import type { Unread, Usage } from "../../report/report";
import type { OrganizationUsage, Standing } from "../../usage/figures";
import type { Stated } from "../../usage/range";
import { capital, figureWords } from "../../usage/words";
import { readOrganizationUsage } from "../usage/read-usage";

/** The usage of an organization: pictures with their numbers, and what could not be read. */
export async function reportedUsage(
  client: LosantClient,
  reads: Reads,
  orgId: string,
  range: Stated,
): Promise<{ usage: Usage; unread: Unread[] }> {
  const read = await readOrganizationUsage(client, reads, orgId, { range, hours: false });
  return {
    usage: await usageOf(orgId, read),
    unread: read.unread.map((one) => unreadOf(orgId, read.name, one)),
  };
}

async function usageOf(orgId: string, usage: OrganizationUsage): Promise<Usage> {
  // What draws is large, and only this needs it.
  const { usageSections } = await import("../../usage/charts/index.js");
  const sections = await usageSections(usage);
  return {
    orgId,
    figures: sections.map(({ title, summary, svg, table }) => ({ title, summary, svg, ...table })),
    limits: usage.standings.flatMap(limitOf),
  };
}

/** Seats have a line of their own in a report. */
function limitOf({ figure, value: used, projected, limit }: Standing): Usage["limits"] {
  if (figure === "seats" || used === null || limit === null) return [];
  return [{ what: capital(figureWords[figure]), used, projected, limit }];
}

function unreadOf(
  orgId: string,
  name: string,
  { what, problem }: OrganizationUsage["unread"][number],
): Unread {
  return { orgId, name, what: "usage", problem: `${what}: ${problem}` };
}
