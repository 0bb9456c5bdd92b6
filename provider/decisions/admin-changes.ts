import type { Member } from "../../client";
import type { Role } from "../vocabulary/roles";
import { adminsIn, type RoleChanges, roleAfter } from "./guard-rails/admin-floor";

/** Whom a change makes an admin, or takes out as one, by address. */
export interface AdminChanges {
  promoted?: readonly string[];
  invited?: readonly string[];
  removed?: readonly string[];
}

/** Warnings of a run that gives somebody the admin role, or removes an admin; each is a line of its own. */
export function adminWarnings(
  { promoted = [], invited = [], removed = [] }: AdminChanges,
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

/** Whether a change of role makes a member an admin. */
export function becomesAdmin(member: Pick<Member, "role">, role: Role | undefined): boolean {
  return member.role !== "admin" && role === "admin";
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
