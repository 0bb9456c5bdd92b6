import type { PersonKind } from "../decisions/declared-people";
import { endedBeside } from "../decisions/duplicates";
import type { PersonKey } from "../decisions/people-index";
import type { Snapshot } from "../decisions/snapshot";
import type { RunOrganization } from "../live/run-organization";

/**
 * Notes that the program declares somebody, which keeps deletes from evicting them. Gives the problems of that:
 * the person under another name, or a roster that was compared before this declaration was known.
 */
export function declarePerson(
  organization: RunOrganization,
  kind: PersonKind,
  person: PersonKey,
  snapshot: Pick<Snapshot, "organization">,
  name: string | undefined,
): string[] {
  const { members } = snapshot.organization;
  const { declared } = organization;
  declared.declare(kind, person, name);
  const besideRoster = kind === "OrgRoster" ? undefined : organization.facts.besideRoster(kind, name);
  const problems = [
    declared.rivalOf(kind, person, members, name) ?? besideRoster,
    removedByRoster(organization, person, snapshot),
    endedElsewhere(organization, kind, person, snapshot),
  ];
  return problems.filter((problem) => problem !== undefined);
}

/** An invite says nothing against the end of the membership that came of it. */
function endedElsewhere(
  { orgId, declared, planned }: RunOrganization,
  kind: PersonKind,
  person: PersonKey,
  live: Pick<Snapshot, "organization">,
): string | undefined {
  const member = declared.memberOf(person, live.organization.members);
  if (member && kind === "OrgInvite") return undefined;
  const { userIds, emails } = planned.ended;
  if (!userIds.has(member?.userId ?? "") && !emails.has(person.email ?? "")) return undefined;
  return endedBeside(member?.email ?? person.email ?? `user ${person.userId}`, kind, orgId);
}

function removedByRoster(
  organization: RunOrganization,
  person: PersonKey,
  live: Pick<Snapshot, "organization">,
): string | undefined {
  const { orgId, declared } = organization;
  const member = declared.memberOf(person, live.organization.members);
  const userId = member?.userId ?? person.userId;
  const name = member?.email ?? person.email ?? `user ${userId}`;
  if (!organization.isRemovedByRoster({ userId, email: person.email })) return undefined;
  return (
    `${name}: the OrgRoster of organization ${orgId} removes them in this run, as it ` +
    `was compared before this resource was declared. To move somebody out of a roster, let the roster depend on this ` +
    `resource (dependsOn), or declare this resource before it.`
  );
}
