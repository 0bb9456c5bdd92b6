import type { PersonKey } from "../decisions/people-index";
import { tellOutcome } from "../decisions/removal-outcome";
import { type RemovalRules, removePerson } from "../live/remove-person";
import type { RunOrganization } from "../live/run-organization";
import type { Reporter } from "../vocabulary/reporter";

/** Takes somebody out, and tells what came of it. `email` names them in messages, `because` ends the receipt. */
export async function removeDeclared(
  organization: RunOrganization,
  { person, email, because }: { person: PersonKey; email: string; because?: string },
  rules: RemovalRules,
  report: Reporter,
): Promise<void> {
  const outcome = await removePerson(organization, person, rules, report);
  tellOutcome(outcome, { email, orgId: organization.orgId, because }, report);
}
