import { describeRoles, type NameOf } from "../../vocabulary/describe-roles";
import type { DesiredRoster } from "../../vocabulary/roster-arguments";
import { describeAccess } from "../../vocabulary/terms";
import { describeEnded, describeFormer } from "../access-end";
import {
  describeCause,
  describeRoleStep,
  describeTwoFactor,
  describeWait,
  type InviteStep,
  type RemoveStep,
  type RoleStep,
  stepsThat,
  type WaitStep,
  type WorkStep,
} from "../steps";
import { demotionsIn, goneIn, keptIn, leavingIn, type Plan, promotionsIn, type Unmanaged } from "./plan";

/** The line of a step in a roster's plan, and in its receipt. */
export function describeStep(step: WorkStep, nameOf: NameOf): string {
  if (step.does === "change roles") return `~ change ${step.member.email}: ${whatChanges(step, nameOf)}`;
  if (step.does === "invite") return describeInvitation(step, nameOf);
  if (step.does === "release")
    return `${step.isDeclared ? "= keep" : "- remove"} ${step.person.email ?? step.person.userId}`;
  if (step.does === "remove") return describeRemoval(step, nameOf);
  const { invite, isExpired } = step;
  const what = isExpired ? "" : ` (${describeRoles(invite, nameOf)})`;
  return `- revoke the ${isExpired ? "expired " : ""}invite of ${invite.email}${what}${describeLeaving(step)}`;
}

function describeInvitation({ desired, cause, awaitsTwoFactor }: InviteStep, nameOf: NameOf): string {
  const what = describeAccess(desired, desired, nameOf);
  return cause.is === "new"
    ? `+ invite ${desired.email} (${what}${describeTwoFactor(awaitsTwoFactor)})`
    : `+ invite ${desired.email} again (${what}${describeTwoFactor(awaitsTwoFactor)}): ${describeCause(cause, nameOf)}`;
}

function describeRemoval(step: RemoveStep, nameOf: NameOf): string {
  const { member, namedAs } = step;
  const named = namedAs === undefined ? "" : `, whom the roster named ${namedAs}`;
  return `- remove ${member.email} (${describeRoles(member, nameOf)})${named}${describeLeaving(step)}`;
}

function whatChanges({ termChange, ...step }: RoleStep, nameOf: NameOf): string {
  const changes = [describeRoleStep(step, nameOf), termChange];
  return changes.filter((change) => change !== undefined).join("; ");
}

/** Why somebody leaves whom the roster names, as their access has ended, or the terms of whom it names no more. */
export function describeLeaving({ ended, former }: Pick<RemoveStep, "ended" | "former">): string {
  return ended ? `; ${describeEnded(ended)}` : describeFormer(former ?? {});
}

/** From how many people on whom the same changes share a line. */
const groupSize = 4;

/** A line a change; one for all people in whom the same changes, as when a team gets an application. */
function describeChanges(
  changes: readonly RoleStep[],
  { teams = {} }: Pick<DesiredRoster, "teams">,
  nameOf: NameOf,
): string[] {
  const groups = new Map<string, RoleStep[]>();
  for (const change of changes) {
    const what = whatChanges(change, nameOf);
    const group = groups.get(what);
    if (group) group.push(change);
    else groups.set(what, [change]);
  }
  return [...groups].flatMap(([what, group]) => {
    if (group.length < groupSize) return group.map((step) => describeStep(step, nameOf));
    const emails = group.map(({ member: { email, userId } }) => email ?? userId).sort();
    return [`~ change ${group.length} people${ofTeams(emails, teams)}: ${what}: ${emails.join(", ")}`];
  });
}

/** The teams that all of some people belong to. */
function ofTeams(emails: readonly string[], teams: Readonly<Record<string, readonly string[]>>): string {
  const shared = Object.keys(teams).filter((name) => emails.every((email) => teams[name]?.includes(email)));
  if (shared.length === 0) return "";
  return ` of ${shared.length === 1 ? "team" : "teams"} ${shared.join(" and ")}`;
}

/** The whole plan, a line a person, with counts and seats. */
export function describePlan(
  plan: Plan,
  desired: DesiredRoster,
  seats: { after: number; limit: number | undefined },
  nameOf: NameOf,
): string {
  const lines = [
    ...describeChanges(promotionsIn(plan), desired, nameOf),
    ...leavingIn(plan).map((step) => describeStep(step, nameOf)),
    ...describeChanges(demotionsIn(plan), desired, nameOf),
    ...stepsThat(plan, "invite").map((step) => describeStep(step, nameOf)),
    ...plan.waiting.map((step) => describeWaiting(step, nameOf)),
    ...keptIn(plan).map((step) => `${describeStep(step, nameOf)}: declared elsewhere in the program`),
    ...[...addressesOfGone(plan), ...plan.forgotten].map(describeGone),
    ...plan.termChanges.map(({ email, change }) => `~ ${email}: ${change}`),
    ...plan.awaitingTwoFactor.map(({ email, role }) => `. ${email} stays ${role}${describeTwoFactor(true)}`),
    ...plan.addresses.map(describeAddress),
    ...plan.unmanaged.map((one) => describeUnmanaged(one, nameOf)),
  ];
  const summary = `${counts(plan, desired)}; seats after it: ${describeSeats(seats)}`;
  return [summary, ...lines].join("\n  ");
}

function describeSeats({ after, limit }: { after: number; limit: number | undefined }): string {
  if (limit !== undefined && limit <= 0) return `${after}; Losant allows none (limit ${limit})`;
  return `${after} of ${limit ?? "no limit"}`;
}

/** What carrying out a plan does not tell of: who is missing, gone or unmanaged. */
export function describeRemainder(
  plan: Plan,
  { orgId }: Pick<DesiredRoster, "orgId">,
  nameOf: NameOf,
): string | undefined {
  const lines = [
    ...plan.waiting.map((one) => describeWaiting(one, nameOf)),
    ...addressesOfGone(plan).map(describeGone),
    ...plan.addresses.map(describeAddress),
    ...plan.unmanaged.map((one) => describeUnmanaged(one, nameOf)),
  ];
  if (lines.length === 0) return undefined;
  return [`Roster of organization ${orgId}, left as it is:`, ...lines].join("\n  ");
}

function describeWaiting({ termChange, ...step }: WaitStep, nameOf: NameOf): string {
  const { email, hasLeft } = step;
  const reason = describeWait(step, nameOf);
  const recorded = termChange === undefined ? "" : `; recorded: ${termChange}`;
  if (!hasLeft) return `. wait for ${email}: ${reason}${recorded}`;
  return (
    `. ${email} ${reason}${recorded}. If they are to stay out, take them out of the roster; to invite them again, ` +
    `set resend to another value in their entry.`
  );
}

/** The addresses of people who are gone already. */
function addressesOfGone(plan: Plan): string[] {
  return goneIn(plan).map(({ person }) => person.email ?? "");
}

function describeGone(email: string): string {
  return `. ${email} is gone already: removed from state only`;
}

function describeAddress(line: string): string {
  return `! ${line}`;
}

function describeUnmanaged(person: Unmanaged, nameOf: NameOf): string {
  const { email, otherUser, lacks, isNamed, isInvited } = person;
  const stranger = isInvited ? "is invited and not in the roster" : "is not in the roster";
  const what = isNamed ? "has roles that the roster does not state" : stranger;
  return `! ${email}${otherUser === undefined ? "" : ` (user ${otherUser})`} ${what} (${describeRoles(person, nameOf)})${describeLack(lacks)}`;
}

function describeLack(lacks: Unmanaged["lacks"]): string {
  return lacks === undefined ? "" : `; Losant gives no ${lacks}, so no roster can name or remove them`;
}

/** What to do about somebody whom `unmanaged: "fail"` refuses. */
export function describeWayOut(
  { isNamed, lacks }: Unmanaged,
  { orgId }: Pick<DesiredRoster, "orgId">,
): string {
  if (lacks !== undefined) {
    return (
      `Losant gives no ${lacks}, so the roster of organization ${orgId} cannot name them: remove them in Losant, or ` +
      `do without "fail" while they are there.`
    );
  }
  const [state, takeAway] = isNamed ? ["state them in", "take them away"] : ["name them in", "remove them"];
  return `${state} the roster of organization ${orgId}, or ${takeAway} in Losant.`;
}

function counts(plan: Plan, { orgId }: DesiredRoster): string {
  const revoked = stepsThat(plan, "revoke");
  const lapsed = revoked.filter(({ isExpired }) => isExpired).length;
  const parts: [number, string][] = [
    [stepsThat(plan, "invite").length, "to invite"],
    [stepsThat(plan, "change roles").length, "to change"],
    [stepsThat(plan, "remove").length + revoked.length - lapsed, "to remove"],
    [lapsed, "expired to revoke"],
    [plan.waiting.length, "missing"],
    [keptIn(plan).length, "kept"],
    [plan.unmanaged.length, "unmanaged"],
    [plan.unchanged, "unchanged"],
  ];
  const always = ["to invite", "to change", "to remove", "unchanged"];
  const told = parts.filter(([count, what]) => count > 0 || always.includes(what));
  return `Roster of organization ${orgId}: ${told.map(([count, what]) => `${count} ${what}`).join(", ")}`;
}
