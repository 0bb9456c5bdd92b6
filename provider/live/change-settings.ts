import type { OrganizationPatch } from "../../client";
import type { RunOrganization } from "./run-organization";
import { writesTo } from "./writes";

/** Changes the given settings of an organization; sends nothing where there are none. */
export async function changeSettings(
  organization: RunOrganization,
  settings: OrganizationPatch,
): Promise<void> {
  if (Object.keys(settings).length > 0) await writesTo(organization).patch(settings);
}
