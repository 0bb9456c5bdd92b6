import { printable } from "../../client/printable";
import { accessEnd, count, days, flag, hasEnded, reasonAndOwner, table } from "./cells";
import type { OrganizationStatus, Status } from "./shape";

const accessEnds = "ACCESS ENDS";
const why = "REASON, OWNER";
/** Of those who are in files only. */
const mostNamed = 10;

/** The status as text: a table for each organization. */
export function statusText({ token, apiToken, organizations, failed, ...expiring }: Status): string {
  const whose = token
    ? `Token of ${token.email}`
    : "Token of a user who cannot be identified (scope me.get is missing)";
  const lines = [...organizations.map(organizationLines), ...failed.map(failureLines)];
  return [
    `${whose}${expiryWords(expiring)}`,
    ...apiTokenLines(apiToken),
    ...lines.flatMap((some) => ["", ...some]),
  ].join("\n");
}

/** As previews warn: in the last 30 days with the days, in the last 7 with what follows. */
function expiryWords({
  tokenExpiresAt,
  tokenDaysLeft,
}: Pick<Status, "tokenExpiresAt" | "tokenDaysLeft">): string {
  if (tokenExpiresAt === null) return "";
  const date = `, expires on ${tokenExpiresAt.slice(0, 10)}`;
  if (tokenDaysLeft === null || tokenDaysLeft > 30) return date;
  const then = tokenDaysLeft <= 7 ? "; from then on every run fails, and access that ends does not end" : "";
  return `${date} (${days(tokenDaysLeft)})${then}`;
}

function apiTokenLines(apiToken: Status["apiToken"]): string[] {
  if (apiToken === null) return [];
  const { mayBe, name, status, lacks } = apiToken;
  const which =
    mayBe > 1
      ? `One of ${mayBe} API tokens of this user; which one, Losant does not tell`
      : `API token ${name === null ? "" : `"${printable(name)}", `}${printable(status ?? "status not told")}`;
  const missing = lacks.map(({ for: use, scopes }) => `for ${use} ${scopes.join(", ")}`);
  if (missing.length > 0) return [`${which}; lacks the scopes ${missing.join("; ")}`];
  return [mayBe > 1 ? which : `${which}; lacks no scope for changes, report, usage and status --credentials`];
}

function failureLines({ name, orgId, problem }: Status["failed"][number]): string[] {
  return [`${printable(name)} (${orgId})`, `  could not be read: ${printable(problem)}`];
}

function organizationLines(status: OrganizationStatus): string[] {
  const {
    name,
    orgId,
    token,
    seats,
    allowedDomains,
    mfaMode,
    members,
    invites,
    absent,
    credentials,
    credentialsProblem,
  } = status;
  return [
    `${printable(name)} (${orgId})`,
    `  seats            ${seatWords(seats)}`,
    `  allowed domains  ${allowedDomains.length === 0 ? "all" : allowedDomains.map(printable).join(", ")}`,
    `  second factor    ${mfaWords[mfaMode ?? ""] ?? "not told"}`,
    `  this token       ${tokenWords(token)}`,
    "",
    ...table([
      [
        "MEMBER",
        "ROLE",
        "ON APPLICATIONS",
        "ON DASHBOARDS",
        "SECOND FACTOR",
        "SINGLE SIGN-ON",
        accessEnds,
        why,
      ],
      ...members.map((member) => [
        printable(member.email),
        member.role,
        count(member.applicationRoles),
        count(member.dashboardRoles),
        flag(member.twoFactor),
        flag(member.singleSignOn),
        accessEnd(member.until, member.daysLeft),
        reasonAndOwner(member.reason, member.owner),
      ]),
    ]),
    ...(invites.length === 0 ? [] : ["", ...inviteLines(invites)]),
    ...(absent.length === 0 ? [] : ["", `  ${absenceWords(absent)}`]),
    ...(credentialsProblem === null
      ? []
      : ["", `  credentials could not be read: ${printable(credentialsProblem)}`]),
    ...(credentials === null ? [] : ["", ...credentialLines(credentials)]),
  ];
}

function seatWords({ taken, limit }: OrganizationStatus["seats"]): string {
  if (limit !== null && limit <= 0) return `${taken}; Losant allows none (limit ${limit})`;
  return `${taken} of ${limit ?? "no limit"}`;
}

function tokenWords({
  role,
  limitedTo,
  readsApplications,
  readsDashboards,
}: OrganizationStatus["token"]): string {
  const words = [
    role === null ? "not known to be a member" : role,
    ...(limitedTo === null ? [] : [`limited to ${limitedTo}`]),
  ].join(", ");
  const mayChange = limitedTo === null && (role === null || role === "admin");
  return [
    mayChange ? words : `${words}, so it cannot change people`,
    readsApplications
      ? "reads names of applications"
      : "no names of applications (scope applications.get is missing)",
    readsDashboards
      ? "reads names of dashboards"
      : "no names of dashboards (scope dashboards.get is missing)",
  ].join("; ");
}

function inviteLines(invites: OrganizationStatus["invites"]): string[] {
  return table([
    ["INVITE", "ROLE", "INVITE ENDS", accessEnds, why],
    ...invites.map(({ email, role, isExpired, daysLeft, until, accessDaysLeft, reason, owner }) => [
      printable(email),
      role,
      isExpired ? "expired" : days(daysLeft),
      accessEnd(until, accessDaysLeft),
      reasonAndOwner(reason, owner),
    ]),
  ]);
}

function credentialLines(credentials: NonNullable<OrganizationStatus["credentials"]>): string[] {
  if (credentials.length === 0)
    return ["  no API token or access key of somebody who left, and no token without an expiry"];
  return [
    ...table([
      ["CREDENTIAL", "OF APPLICATION", "MADE BY", "EXPIRES", "STATUS"],
      ...credentials.map(({ kind, name, application, maker, isMakerGone, expiresAt, status }) => [
        `${kind} ${printable(name)}`,
        printable(application),
        `${printable(maker ?? "not told")}${isMakerGone ? " (no member)" : ""}`,
        expiresAt === null ? "never" : printable(expiresAt).slice(0, 10),
        printable(status ?? "not told"),
      ]),
    ]),
    "  Whether they outlive the membership of who made them is not documented by Losant: look at each there.",
  ];
}

function absenceWords(absent: OrganizationStatus["absent"]): string {
  const named = absent
    .slice(0, mostNamed)
    .map(({ email, daysLeft }) => email + (hasEnded(daysLeft) ? " (ended)" : ""));
  const more = absent.length > mostNamed ? `, and ${absent.length - mostNamed} more` : "";
  return `in the files, but not at Losant: ${named.join(", ")}${more}`;
}

const mfaWords: Record<string, string> = {
  required: "required of all",
  adminRequired: "required of admins",
  notRequired: "not required",
};
