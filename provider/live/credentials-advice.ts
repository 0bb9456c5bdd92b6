import { credentialsAdvice } from "../decisions/removal-outcome";
import type { Reporter } from "../vocabulary/reporter";
import type { RunOrganization } from "./run-organization";

/**
 * Says once in a run, after members of an organization were removed, where to list what they have made. Whoever was
 * invited only has made nothing.
 */
export function adviseAfter(
  { run, facts, orgId }: RunOrganization,
  outcomes: readonly { outcome: string }[],
  report: Reporter,
): void {
  if (!outcomes.some(({ outcome }) => outcome === "removed")) return;
  run.journal.catchUp();
  if (facts.isAdviceTold) return;
  facts.noteAdvice();
  report.info(credentialsAdvice(orgId));
}
