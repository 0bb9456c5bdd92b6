import { type AdminChanges, adminWarnings, mostAdminsGo } from "../decisions/admin-changes";
import type { RunOrganization } from "../live/run-organization";
import type { Reporter } from "../vocabulary/reporter";

/** Tells of people who become admins, and of admins who are removed. */
export function warnOfAdmins({ orgId }: RunOrganization, changes: AdminChanges, report: Reporter): void {
  for (const line of adminWarnings(changes, orgId)) report.warn(line);
}

/** Tells, where somebody loses the admin role, that most admins do, with all that this run plans. */
export async function warnOfFewAdmins(organization: RunOrganization, report: Reporter): Promise<void> {
  const members = await organization.live.members();
  const line = mostAdminsGo(members, organization.allPlanned(), organization.orgId);
  if (line !== undefined) report.warn(line);
}
