import type { Member } from "../../client";
import { describeEnded, describeFormer } from "../decisions/access-end";
import { mostAdminsGone } from "../decisions/admin-changes";
import type { PersonKey } from "../decisions/people-index";
import { reportOutcome } from "../decisions/removal-outcome";
import { adviseAfter } from "../live/credentials-advice";
import { type RemovalRules, removePerson } from "../live/remove-person";
import type { RunOrganization } from "../live/run-organization";
import type { Reporter } from "../vocabulary/reporter";
import type { Terms } from "../vocabulary/terms";

/** Takes somebody out, and tells what came of it. `email` names them in messages; `terms` are those they had, or that ended. */
export async function removeDeclared(
  organization: RunOrganization,
  { person, email, terms }: { person: PersonKey; email: string; terms: Terms },
  rules: RemovalRules,
  report: Reporter,
): Promise<void> {
  const because = rules.isEnding ? `; ${describeEnded(terms)}` : describeFormer(terms);
  const outcome = await removePerson(organization, person, rules, report);
  const { orgId, nameOf } = organization;
  reportOutcome(outcome, { email, orgId, because, nameOf }, report);
  adviseAfter(organization, [outcome], report);
  if (outcome.outcome === "removed" && !rules.isEnding)
    await warnOfRemoved(organization, outcome.member, report);
}

/** Preview knows nothing of whoever is taken out of the program. */
async function warnOfRemoved(organization: RunOrganization, member: Member, report: Reporter): Promise<void> {
  const { live, orgId } = organization;
  if (member.role !== "admin") return;
  report.warn(`${member.email} was an admin of organization ${orgId}.`);
  const first = await live.firstSnapshot();
  // What was removed is removed, whatever Losant answers now.
  const now = await live.snapshot(Number.POSITIVE_INFINITY);
  const line = mostAdminsGone(first.organization.members, now.organization.members, orgId);
  if (line !== undefined) report.warn(line);
}
