import type { Invite, Member } from "../../../client";
import { describeRoleChange, describeRoles, withEmptyLists } from "../../vocabulary/roles";
import type { DesiredRoster } from "../../vocabulary/roster-arguments";
import { describeAccess, type Terms } from "../../vocabulary/terms";
import { describeEnded, describeFormer } from "../access-end";
import type { Plan, RoleChange } from "./plan";
import { termsOf } from "./terms-of-people";

type StatedTerms = Pick<Plan, "terms" | "formerTerms">;

export function describeInvitation({ desired, reason }: Plan["invitations"][number], terms?: Terms): string {
  const what = describeAccess(desired, terms ?? {});
  return reason === undefined
    ? `+ invite ${desired.email} (${what})`
    : `+ invite ${desired.email} again (${what}): ${reason}`;
}

export function describeChange(change: RoleChange): string {
  return `~ change ${change.member.email}: ${whatChanges(change)}`;
}

function whatChanges({ member, want, termChange }: RoleChange): string {
  const changes = [describeRoleChange(withEmptyLists(member), want), termChange];
  return changes.filter((change) => change !== undefined).join("; ");
}

/** From how many people on whom the same changes share a line. */
const groupSize = 4;

/** A line a change; one for all people in whom the same changes, as when a team gets an application. */
function describeChanges(changes: readonly RoleChange[]): string[] {
  const groups = new Map<string, RoleChange[]>();
  for (const change of changes) {
    const what = whatChanges(change);
    const group = groups.get(what);
    if (group) group.push(change);
    else groups.set(what, [change]);
  }
  return [...groups].flatMap(([what, group]) => {
    if (group.length < groupSize) return group.map(describeChange);
    const emails = group.map(({ member }) => member.email).sort();
    return [`~ change ${group.length} people: ${what}: ${emails.join(", ")}`];
  });
}

export function describeRemoval(member: Member, plan: StatedTerms & Pick<Plan, "namedAs">): string {
  const then = plan.namedAs.get(member.userId);
  const named = then === undefined ? "" : `, whom the roster named ${then}`;
  return `- remove ${member.email} (${describeRoles(member)})${named}${describeLeaving(plan, member)}`;
}

export function describeRevocation(invite: Invite, plan: StatedTerms): string {
  return `- revoke the invite of ${invite.email} (${describeRoles(invite)})${describeLeaving(plan, invite)}`;
}

/** Why somebody leaves whom the roster names, as their access has ended, or the terms of whom it names no more. */
export function describeLeaving({ terms, formerTerms }: StatedTerms, person: Member | Invite): string {
  const stated = termsOf(terms, person);
  if (stated?.until !== undefined) return `; ${describeEnded(stated)}`;
  return describeFormer(termsOf(formerTerms, person) ?? {});
}

/** The whole plan, a line a person, with counts and seats. */
export function describePlan(
  plan: Plan,
  desired: DesiredRoster,
  seats: { after: number; limit: number | undefined },
): string {
  const lines = [
    ...describeChanges(plan.promotions),
    ...plan.revocations.map((invite) => describeRevocation(invite, plan)),
    ...plan.lapsed.map(
      (invite) => `- revoke the expired invite of ${invite.email}${describeLeaving(plan, invite)}`,
    ),
    ...plan.removals.map((member) => describeRemoval(member, plan)),
    ...describeChanges(plan.demotions),
    ...plan.invitations.map((one) => describeInvitation(one, plan.terms.get(one.desired.email))),
    ...plan.waiting.map(describeWait),
    ...plan.kept.map(({ email, userId }) => `= keep ${email ?? userId}: declared elsewhere in the program`),
    ...[...plan.gone, ...plan.forgotten.map((email) => ({ email }))].map(describeGone),
    ...plan.termChanges.map(({ email, change }) => `~ ${email}: ${change}`),
    ...plan.addresses.map(describeAddress),
    ...plan.unmanaged.map(describeUnmanaged),
  ];
  const summary = `${counts(plan, desired)}; seats after it: ${describeSeats(seats)}`;
  return [summary, ...lines].join("\n  ");
}

function describeSeats({ after, limit }: { after: number; limit: number | undefined }): string {
  if (limit !== undefined && limit <= 0) return `${after}; Losant allows none (limit ${limit})`;
  return `${after} of ${limit ?? "no limit"}`;
}

/** What carrying out a plan does not tell of: who is missing, gone or unmanaged. */
export function describeRemainder(plan: Plan, { orgId }: Pick<DesiredRoster, "orgId">): string | undefined {
  const lines = [
    ...plan.waiting.map(describeWait),
    ...plan.gone.map(describeGone),
    ...plan.addresses.map(describeAddress),
    ...plan.unmanaged.map(describeUnmanaged),
  ];
  if (lines.length === 0) return undefined;
  return [`Roster of organization ${orgId}, left as it is:`, ...lines].join("\n  ");
}

function describeWait({ email, reason, hasLeft, termChange }: Plan["waiting"][number]): string {
  const recorded = termChange === undefined ? "" : `; recorded: ${termChange}`;
  if (!hasLeft) return `. wait for ${email}: ${reason}${recorded}`;
  return (
    `. ${email} ${reason}${recorded}. If they are to stay out, take them out of the roster; to invite them again, ` +
    `set resend to another value in their entry.`
  );
}

function describeGone({ email }: Pick<Plan["gone"][number], "email">): string {
  return `. ${email} is gone already: removed from state only`;
}

function describeAddress(line: string): string {
  return `! ${line}`;
}

function describeUnmanaged(person: Plan["unmanaged"][number]): string {
  const { email, otherUser, lacks, isNamed } = person;
  const what = isNamed ? "has roles that the roster does not state" : "is not in the roster";
  return `! ${email}${otherUser === undefined ? "" : ` (user ${otherUser})`} ${what} (${describeRoles(person)})${describeLack(lacks)}`;
}

function describeLack(lacks: Plan["unmanaged"][number]["lacks"]): string {
  return lacks === undefined ? "" : `; Losant gives no ${lacks}, so no roster can name or remove them`;
}

/** What to do about somebody whom `unmanaged: "fail"` refuses. */
export function describeWayOut(
  { isNamed, lacks }: Plan["unmanaged"][number],
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
  const parts: [number, string][] = [
    [plan.invitations.length, "to invite"],
    [plan.promotions.length + plan.demotions.length, "to change"],
    [plan.removals.length + plan.revocations.length, "to remove"],
    [plan.lapsed.length, "expired to revoke"],
    [plan.waiting.length, "missing"],
    [plan.kept.length, "kept"],
    [plan.unmanaged.length, "unmanaged"],
    [plan.unchanged, "unchanged"],
  ];
  const always = ["to invite", "to change", "to remove", "unchanged"];
  const told = parts.filter(([count, what]) => count > 0 || always.includes(what));
  return `Roster of organization ${orgId}: ${told.map(([count, what]) => `${count} ${what}`).join(", ")}`;
}
