import type { RemovalRules } from "../live/remove-person";
import type { RunOrganization } from "../live/run-organization";
import { parseRemovalLimit } from "../vocabulary/removal-limit";
import type { DesiredRoster } from "../vocabulary/roster-arguments";

/** The higher floor of the roster's and the configuration's; and the roster's own limit, where it has one. */
export async function rosterRules(
  organization: RunOrganization,
  { minAdmins = 1, maxRemovals }: Pick<DesiredRoster, "minAdmins" | "maxRemovals">,
): Promise<RemovalRules> {
  const limit = maxRemovals === undefined ? undefined : parseRemovalLimit(String(maxRemovals));
  return {
    reach: "either",
    minAdmins: Math.max(minAdmins, organization.run.settings.minAdmins),
    budget: limit ? await organization.removalsWithin(limit) : await organization.removals(),
  };
}
