import { describeEnded, describeFormer } from "../decisions/access-end";
import type { PersonKey } from "../decisions/people-index";
import { tellOutcome } from "../decisions/removal-outcome";
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
  tellOutcome(outcome, { email, orgId: organization.orgId, because }, report);
}
