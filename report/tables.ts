import { accessByResource } from "./access-by-resource";
import { attentionOf } from "./attention";
import { hasCredentials } from "./credentials";
import type { Table } from "./csv";
import type { Change, Person, Report, ReportedInvite, ReportedOrganization, ResourceRole } from "./report";

/** Every table of a report by the name of its file, without an ending. */
export function tablesOf(report: Report): Record<string, Table> {
  return {
    people: peopleTable(report),
    roles: rolesTable(report),
    applications: resourcesTable(report, "applications"),
    dashboards: resourcesTable(report, "dashboards"),
    invites: invitesTable(report),
    ...(hasCredentials(report) && { credentials: credentialsTable(report) }),
    attention: attentionTable(report),
    ...(report.changes !== undefined && { changes: changesTable(report.changes) }),
    ...(report.usage !== undefined && { usage: usageTable(report, report.usage) }),
  };
}

type Row = Table["rows"][number];

function eachOf<One>(
  { organizations }: Report,
  list: (organization: ReportedOrganization) => readonly One[],
  row: (one: One) => Row,
): Row[] {
  return organizations.flatMap((organization) =>
    list(organization).map((one) => [organization.orgId, organization.name, ...row(one)]),
  );
}

const ofOrganization = ["organization id", "organization"];
const statedColumns = ["in the files", "until", "reason", "owner", "teams"];

function statedCells({ isNamed, until, reason, owner, teams }: Person | ReportedInvite): Row {
  return [isNamed, until, reason, owner, teams.join("; ")];
}

function peopleTable(report: Report): Table {
  return {
    columns: [
      ...ofOrganization,
      ...["email", "name", "user id", "role", "roles on applications", "roles on dashboards"],
      ...["second factor", "single sign-on"],
      ...statedColumns,
    ],
    rows: eachOf(
      report,
      ({ people }) => people,
      (person) => [
        ...[person.email, person.name, person.userId, person.role],
        ...[listed(person.applicationRoles), listed(person.dashboardRoles)],
        ...[person.twoFactor, person.singleSignOn],
        ...statedCells(person),
      ],
    ),
  };
}

/** Null for a list that was not answered, as an empty one says that there are none. */
function listed(roles: readonly ResourceRole[] | null): string | null {
  return roles === null ? null : roles.map(({ id, name, role }) => `${name ?? id}: ${role}`).join("; ");
}

/** One row for each role: of the organization, then on applications and dashboards. */
function rolesTable(report: Report): Table {
  return {
    columns: [...ofOrganization, "email", "user id", "on", "id", "name", "role"],
    rows: eachOf(report, rolesIn, (row) => row),
  };
}

function rolesIn({ orgId, name, people }: ReportedOrganization): Row[] {
  return people.flatMap(({ email, userId, role, applicationRoles, dashboardRoles }) => {
    const on = (what: string, roles: readonly ResourceRole[] | null) =>
      (roles ?? []).map((one) => [email, userId, what, one.id, one.name, one.role]);
    return [
      [email, userId, "organization", orgId, name, role],
      ...on("application", applicationRoles),
      ...on("dashboard", dashboardRoles),
    ];
  });
}

function resourcesTable(report: Report, kind: "applications" | "dashboards"): Table {
  return {
    columns: [
      ...ofOrganization,
      "id",
      "name",
      "people with a role of their own",
      "people by role in the organization",
    ],
    rows: eachOf(
      report,
      (organization) => accessByResource(organization, kind),
      ({ resource, own, byOrganizationRole }) => [
        resource.id,
        resource.name,
        own.map(({ email, role }) => `${email}: ${role}`).join("; "),
        byOrganizationRole.map(({ role, people }) => `${people} ${role}`).join("; "),
      ],
    ),
  };
}

function invitesTable(report: Report): Table {
  return {
    columns: [
      ...ofOrganization,
      ...["email", "role", "roles on applications", "roles on dashboards", "sent", "expires", "expired"],
      ...statedColumns,
    ],
    rows: eachOf(
      report,
      ({ invites }) => invites,
      (invite) => [
        ...[invite.email, invite.role, listed(invite.applicationRoles), listed(invite.dashboardRoles)],
        ...[invite.sentAt, invite.expiresAt, invite.isExpired],
        ...statedCells(invite),
      ],
    ),
  };
}

function credentialsTable(report: Report): Table {
  return {
    columns: [
      ...ofOrganization,
      ...["kind", "name", "id", "application id", "application"],
      ...[
        "made by",
        "maker's user id",
        "maker's email",
        "maker is no member",
        "expires",
        "never expires",
        "status",
      ],
    ],
    rows: eachOf(
      report,
      ({ credentials = [] }) => credentials,
      (one) => [
        ...[one.kind, one.name, one.id, one.applicationId, one.application],
        ...[
          one.maker,
          one.makerUserId,
          one.makerEmail ?? null,
          one.isMakerGone,
          one.expiresAt,
          one.expiresAt === null,
          one.status,
        ],
      ],
    ),
  };
}

function attentionTable(report: Report): Table {
  const rows = attentionOf(report).flatMap(({ kind, organization, concerned }) => {
    const { orgId = "", name = "" } = report.organizations[organization ?? -1] ?? {};
    return concerned.map(({ label, detail }) => [orgId, name, kind, label, detail]);
  });
  return { columns: [...ofOrganization, "what", "who", "detail"], rows };
}

function changesTable({ organizations }: NonNullable<Report["changes"]>): Table {
  const kinds = ["came", "invited", "went", "promoted", "demoted"] as const;
  const rows = organizations.flatMap((one) =>
    [
      ...kinds.flatMap((kind) =>
        (one[kind] ?? []).map((change: Change) => [
          ...[kind, change.email, change.from, change.to],
          ...authorCells(change),
        ]),
      ),
      ...one.otherRoles.map(({ email, added, removed }) => [
        "other roles",
        email,
        removed.join("; "),
        added.join("; "),
        ...authorCells({}),
      ]),
    ].map((cells) => [one.orgId, one.name, ...cells]),
  );
  return { columns: [...ofOrganization, "change", "email", "before", "now", "by", "kind", "when"], rows };
}

function authorCells({ by }: Pick<Change, "by">): Row {
  return [by?.name ?? null, by?.kind ?? null, by?.at ?? null];
}

/** Figures have columns of their own: each number is a row. */
function usageTable({ organizations }: Report, usage: NonNullable<Report["usage"]>): Table {
  const names = new Map(organizations.map(({ orgId, name }) => [orgId, name]));
  const rows = usage.flatMap(({ orgId, figures }) =>
    figures.flatMap(({ title, columns, rows }) =>
      rows.flatMap(([first = "", ...cells]) =>
        cells.map((cell, index) => [
          orgId,
          names.get(orgId) ?? null,
          title,
          first,
          columns[index + 1] ?? "",
          cell,
        ]),
      ),
    ),
  );
  return { columns: [...ofOrganization, "figure", "row", "column", "value"], rows };
}
