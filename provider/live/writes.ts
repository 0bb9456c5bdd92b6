import { LiveOrganization } from "./live-organization";
import type { RunOrganization } from "./run-organization";

/**
 * The live organization with its writes, for what stands behind the guard rails: the files of this folder. Everybody
 * else reads.
 */
export function writesTo(organization: RunOrganization): LiveOrganization {
  if (organization.live instanceof LiveOrganization) return organization.live;
  throw new Error("An organization of a run is a live one");
}
