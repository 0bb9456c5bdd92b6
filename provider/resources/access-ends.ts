import { adminEndWarning, daysLeft, describeEnded, endWarning } from "../decisions/access-end";
import { changesOfAdmins } from "../decisions/admin-changes";
import { leavingOf } from "../decisions/decide-person";
import { endedBeside } from "../decisions/duplicates";
import type { PersonKey } from "../decisions/people-index";
import type { EndStep, LeavingStep } from "../decisions/steps";
import { runRules } from "../live/remove-person";
import { describeRoles } from "../vocabulary/describe-roles";
import type { Terms } from "../vocabulary/terms";
import { hasEnded } from "../vocabulary/until";
import type { PersonView } from "./person-view";
import { removeDeclared } from "./remove-declared";

/** At preview: what an `up` does about access that has ended. */
export function describeEnd(view: PersonView, step: EndStep): string {
  const plan = step.does === "keep" ? "nobody is there to remove" : describeLeaving(view, step);
  return `${nameOf(view)}: ${describeEnded(step.ended)}; ${plan}.`;
}

/** At preview: why the access cannot end, apart from what guard rails say: another resource declares the person. */
export function rivalOfEnd(view: PersonView, { manager }: EndStep): string | undefined {
  const { organization, reach } = view;
  const name = nameOf(view);
  const isInvited = reach === "member" && organization.planned.invited.has(name);
  const kind = isInvited ? "OrgInvite" : manager?.kinds;
  return kind && endedBeside(name, { kind });
}

/** At preview: tells of access that ends soon, and of an end that ends nothing. */
export function warnOfEnd(view: PersonView): void {
  const { organization, status, reach, desired, userId } = view;
  const { minAdmins } = organization.run.settings;
  const one = { email: nameOf(view), userId, terms: desired };
  if (status.stage === "member" && reach === "invite") warnOfAccepted(view);
  else warnOfEnds(view, [one], minAdmins, () => organization.allPlanned());
}

/** At preview: tells of people whose access ends soon. Admins whose access ends together are gone for each other. */
export function warnOfEnds(
  { organization, snapshot, report }: Pick<PersonView, "organization" | "snapshot" | "report">,
  people: readonly { email: string; userId: string | undefined; terms: Terms }[],
  minAdmins: number,
  plannedNow = () => organization.planned,
): void {
  const { members } = snapshot.organization;
  const ending = people.flatMap((one) => {
    const soon = endWarning(one.email, one.terms, snapshot.now);
    return soon === undefined ? [] : { ...one, soon };
  });
  for (const { userId } of ending) if (userId !== undefined) organization.planned.endingSoon.add(userId);
  for (const { email, userId, soon } of ending) {
    report.warn(soon);
    const alone = adminEndWarning(email, userId, members, plannedNow(), minAdmins);
    if (alone !== undefined) report.warn(alone);
  }
}

/** An invite that is accepted ends nothing, which matters where no other resource does. */
function warnOfAccepted(view: PersonView): void {
  const { organization, snapshot, desired, report } = view;
  const isNear = hasEnded(desired.until, snapshot.now) || daysLeft(desired, snapshot.now) !== undefined;
  const kinds = organization.declared.kindsOf(keyOf(view), snapshot.organization.members);
  const isEndedElsewhere = kinds.some((kind) => kind !== "OrgInvite") || organization.hasManager(keyOf(view));
  if (!isNear || isEndedElsewhere) return;
  report.warn(
    `${nameOf(view)} has accepted the invite, whose until ends no membership: state until in an OrgMember or an ` +
      `OrgMembership, if their access to organization ${organization.orgId} is to end.`,
  );
}

/** At preview: says what an `up` does with somebody whom another takes the place of. */
export function previewReplacement(view: PersonView): void {
  const { organization, snapshot, report } = view;
  const isDeclared =
    organization.declared.managerOf(keyOf(view), snapshot.organization.members) !== undefined;
  const step = leavingOf({ ...view, now: snapshot.now });
  if (step === undefined || isDeclared) return;
  const plan = describeLeaving(view, step);
  report.info(`${nameOf(view)}: ${plan}, unless another resource of the program declares them.`);
  for (const line of changesOfAdmins([step], organization.orgId)) report.warn(line);
}

function describeLeaving({ organization }: PersonView, step: LeavingStep): string {
  const { orgId, nameOf } = organization;
  return step.does === "remove"
    ? `will be removed from organization ${orgId} (${describeRoles(step.member, nameOf)})`
    : `the invite will be revoked in organization ${orgId} (${describeRoles(step.invite, nameOf)})`;
}

/** Remembers whose address it is: once they are gone, no list tells it. */
export function rememberAddresses({ organization, status, desired, userId }: PersonView): void {
  if (userId === undefined) return;
  const addresses = [desired.email, status.stage === "member" ? status.member.email : undefined];
  for (const email of addresses) if (email) organization.declared.know(email, userId);
}

/** At `up`: takes away what is there of access that has ended. */
export async function endAccess(view: PersonView): Promise<void> {
  const { organization, reach, desired, report } = view;
  const rules = { ...(await runRules(organization, reach)), isEnding: true };
  const person = { person: keyOf(view), email: nameOf(view), terms: desired };
  await removeDeclared(organization, person, rules, report);
}

/** At `up`: whether a new invite, or one that is to be sent again, wants the person. */
export function isInvitedAgain(view: PersonView): boolean {
  const { declared } = view.organization;
  return declared.isInvitedAgain(keyOf(view), view.snapshot.organization.members);
}

/** A member is recorded by their user id, which is not known of somebody who is not there. */
export function notThere(view: PersonView): string {
  return (
    `${nameOf(view)} is not a member of organization ${view.organization.orgId}, and ${describeEnded(view.desired)}: nothing is left ` +
    `for this OrgMember to do, take it out of the program.`
  );
}

function keyOf({ desired: { email }, userId }: PersonView): PersonKey {
  return { email, userId };
}

/** How messages name the person: a member whom the resource reaches by the address that they have now. */
function nameOf({ reach, status, desired: { email }, userId }: PersonView): string {
  const member = status.stage === "member" && reach !== "invite" ? status.member : undefined;
  return member?.email ?? email ?? `user ${userId}`;
}
