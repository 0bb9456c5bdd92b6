import type { Member } from "../../client";
import { type Meaning, meaningOf } from "../decisions/addresses";
import type { PersonKind } from "../decisions/declared-people";
import { findMember, type PersonKey } from "../decisions/people-index";
import type { Snapshot } from "../decisions/snapshot";
import type { RunOrganization } from "../live/run-organization";

/**
 * Notes that the program declares somebody, which keeps deletes from evicting them. Gives the problems of that:
 * the person under another name, or a roster that was compared before this declaration was known. `hasEnded`: their access
 * has ended by its date, so that nothing keeps it.
 */
export function declarePerson(
  organization: RunOrganization,
  kind: PersonKind,
  person: PersonKey,
  snapshot: Pick<Snapshot, "organization">,
  name: string | undefined,
  hasEnded = false,
): string[] {
  const { members } = snapshot.organization;
  const { declared } = organization;
  declared.declare(kind, person, name, hasEnded);
  const besideRoster = kind === "OrgRoster" ? undefined : organization.facts.besideRoster(kind, name);
  const problems = [
    declared.rivalOf(kind, person, members, name, hasEnded) ?? besideRoster,
    hasEnded ? undefined : removedByRoster(organization, person, snapshot),
  ];
  return problems.filter((problem) => problem !== undefined);
}

/**
 * Whom a resource means, with what the stack knows of the address. `previous` is what the program stated before, if
 * anything: where it states the new address of the same person, the old one means whoever has it now.
 */
export function whomItMeans(
  { declared }: RunOrganization,
  desired: PersonKey,
  previous: PersonKey | undefined,
  members: readonly Member[],
): Meaning {
  const { email, userId } = desired;
  if (userId || email === undefined) return { key: keyOf(desired) };
  const isNew = previous?.email !== email;
  if (previous?.email !== undefined && isNew) {
    const former = declared.knownUserId(previous.email);
    const holder = findMember(members, { email: previous.email });
    const isFollowed = former !== undefined && findMember(members, { email })?.userId === former;
    if (isFollowed && holder) declared.know(previous.email, holder.userId);
  }
  return meaningOf(email, declared.knownUserId(email), isNew, members);
}

/** Whom a program names: by user id where it states one, else by address. */
export function keyOf({ userId, email }: PersonKey): PersonKey {
  return userId ? { userId } : { email };
}

function removedByRoster(
  organization: RunOrganization,
  person: PersonKey,
  live: Pick<Snapshot, "organization">,
): string | undefined {
  const { orgId, declared } = organization;
  const member = declared.memberOf(person, live.organization.members);
  const userId = declared.userIdOf(person, live.organization.members);
  const name = member?.email ?? person.email ?? `user ${userId}`;
  if (!organization.isRemovedByRoster({ userId, email: person.email })) return undefined;
  return (
    `${name}: the OrgRoster of organization ${orgId} removes them in this run, as it ` +
    `was compared before this resource was declared. To move somebody out of a roster, let the roster depend on this ` +
    `resource (dependsOn), or declare this resource before it.`
  );
}
