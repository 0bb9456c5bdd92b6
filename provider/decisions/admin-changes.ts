import type { Member } from "../../client";
import { adminsIn, becomesAdmin, type RoleChanges, roleAfter, takesAdmin } from "./guard-rails/admin-floor";
import { type ChangeStep, stepsThat } from "./steps";

/**
 * Warnings of steps that give somebody the admin role, or remove an admin, each a line of its own; and that most admins lose
 * the role with all that is planned.
 */
export function adminWarnings(
  steps: readonly ChangeStep[],
  { id, members }: { id: string; members: readonly Member[] },
  planned: RoleChanges,
): string[] {
  const most = steps.some(takesAdmin) ? mostAdminsGo(members, planned, id) : undefined;
  return [...changesOfAdmins(steps, id), ...singleSignOn(steps, id), ...(most === undefined ? [] : [most])];
}

/** Who becomes an admin by the second factor of an identity provider, of which Losant does not tell. */
function singleSignOn(steps: readonly ChangeStep[], orgId: string): string[] {
  const emails = stepsThat({ steps }, "change roles")
    .filter(
      ({ needsTwoFactor, member }) => needsTwoFactor && member.ssoLinked && !member.twoFactorAuthEnabled,
    )
    .map(({ member }) => member.email);
  if (emails.length === 0) return [];
  const what = emails.length === 1 ? "will become an admin" : "will become admins";
  return [
    `${listed(emails)} ${what} of organization ${orgId} by single sign-on: whether it asks for a second factor, Losant does ` +
      `not tell.`,
  ];
}

/** Whom steps make an admin, and which admins they remove. */
export function changesOfAdmins(steps: readonly ChangeStep[], orgId: string): string[] {
  const of = { steps };
  const changed = stepsThat(of, "change roles").filter(({ member, want }) => becomesAdmin(member, want.role));
  const promoted = changed.map(({ member }) => member.email);
  const admins = stepsThat(of, "invite").filter(({ desired }) => desired.role === "admin");
  const invited = admins.map(({ desired }) => desired.email);
  const removed = stepsThat(of, "remove")
    .filter(takesAdmin)
    .map(({ member }) => member.email);
  return linesOf(promoted, invited, removed, orgId);
}

function linesOf(
  promoted: readonly string[],
  invited: readonly string[],
  removed: readonly string[],
  orgId: string,
): string[] {
  const lines: [readonly string[], string][] = [
    [promoted, `will become ${admins(promoted)} of organization ${orgId}.`],
    [invited, `will be invited to organization ${orgId} as ${admins(invited)}.`],
  ];
  const given = lines.flatMap(([emails, what]) => (emails.length > 0 ? `${listed(emails)} ${what}` : []));
  if (removed.length === 0) return given;
  return [...given, `${listed(removed)}, ${admins(removed)} of organization ${orgId}, will be removed.`];
}

function admins(emails: readonly string[]): string {
  return emails.length === 1 ? "an admin" : "admins";
}

function listed(emails: readonly string[]): string {
  return [...emails].sort().join(", ");
}

/** A warning where fewer than half of the accepted admins stay admins; who becomes one in the same run does not count. */
export function mostAdminsGo(
  members: readonly Member[],
  planned: RoleChanges,
  orgId: string,
): string | undefined {
  const now = adminsIn(members);
  const staying = now.filter(({ userId, role }) => roleAfter(userId, role, planned) === "admin").length;
  return fewerThanHalf(staying, now.length, orgId);
}

/** As `mostAdminsGo`, of what a run has done so far; `first` is the organization before it. */
export function mostAdminsGone(
  first: readonly Member[],
  now: readonly Member[],
  orgId: string,
): string | undefined {
  const before = adminsIn(first);
  const left = new Set(adminsIn(now).map(({ userId }) => userId));
  return fewerThanHalf(before.filter(({ userId }) => left.has(userId)).length, before.length, orgId);
}

function fewerThanHalf(staying: number, all: number, orgId: string): string | undefined {
  if (staying * 2 >= all) return undefined;
  return `fewer than half of the ${all} accepted admins of organization ${orgId} stay admins in this run.`;
}
