import { oneLine } from "../../client/text";
import type { OrganizationStatus, Status } from "./report";

/** The status as text: a table for each organization. */
export function statusText({ token, organizations, failed }: Status): string {
  const whose = token
    ? `Token of ${token.email}`
    : "Token of a user that it may not tell (it needs the scope me.get)";
  const lines = [...organizations.map(organizationLines), ...failed.map(failureLines)];
  return [whose, ...lines.flatMap((some) => ["", ...some])].join("\n");
}

function failureLines({ name, orgId, problem }: Status["failed"][number]): string[] {
  return [`${oneLine(name)} (${orgId})`, `  could not be read: ${oneLine(problem)}`];
}

function organizationLines(status: OrganizationStatus): string[] {
  const { name, orgId, token, seats, allowedDomains, mfaMode, members, invites } = status;
  return [
    `${oneLine(name)} (${orgId})`,
    `  seats            ${seats.taken} of ${seats.limit ?? "no limit"}`,
    `  allowed domains  ${allowedDomains.length === 0 ? "all" : allowedDomains.map(oneLine).join(", ")}`,
    `  second factor    ${mfaWords[mfaMode ?? ""] ?? "not told"}`,
    `  this token       ${tokenWords(token)}`,
    "",
    ...table([
      ["MEMBER", "ROLE", "ON APPLICATIONS", "ON DASHBOARDS", "SECOND FACTOR", "SINGLE SIGN-ON", "ENDS"],
      ...members.map((member) => [
        oneLine(member.email),
        member.role,
        count(member.applicationRoles),
        count(member.dashboardRoles),
        flag(member.twoFactor),
        flag(member.singleSignOn),
        member.until === null ? "" : `${member.until} (${days(member.daysLeft)})`,
      ]),
    ]),
    ...(invites.length === 0 ? [] : ["", ...inviteLines(invites)]),
  ];
}

function tokenWords({ role, readsApplications, readsDashboards }: OrganizationStatus["token"]): string {
  const words = role === null ? "no member, as far as it may tell" : role;
  return [
    role === null || role === "admin" ? words : `${words}, so it cannot change people`,
    readsApplications ? "reads names of applications" : "no names of applications (needs applications.get)",
    readsDashboards ? "reads names of dashboards" : "no names of dashboards (needs dashboards.get)",
  ].join("; ");
}

function inviteLines(invites: OrganizationStatus["invites"]): string[] {
  return table([
    ["INVITE", "ROLE", "ENDS"],
    ...invites.map(({ email, role, daysLeft }) => [oneLine(email), role, days(daysLeft)]),
  ]);
}

const mfaWords: Record<string, string> = {
  required: "required of all",
  adminRequired: "required of admins",
  notRequired: "not required",
};

function count(roles: number): string {
  return roles === 0 ? "" : String(roles);
}

function flag(value: boolean | null): string {
  if (value === null) return "not told";
  return value ? "yes" : "no";
}

function days(left: number | null): string {
  if (left === null) return "not told";
  if (left < 0) return "lapsed";
  return left === 1 ? "in 1 day" : `in ${left} days`;
}

/** Columns as wide as their widest cell. */
function table(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd(),
  );
}
