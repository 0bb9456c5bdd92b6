import type {
  Person,
  Report,
  ReportedCredential,
  ReportedInvite,
  ReportedOrganization,
} from "../../../report/report";
import { day, idOf, now, orgId } from "../samples";

/** A text that lies after the moment of a report by so many days. */
export function inDays(days: number): string {
  return new Date(now.getTime() + days * day).toISOString();
}

const unstated = { isNamed: null, until: null, endsAt: null, reason: null, owner: null, teams: [] };

let lastId = 0;

export function personOf(email: string, more: Partial<Person> = {}): Person {
  lastId += 1;
  return {
    email,
    userId: idOf(lastId),
    name: null,
    role: "view",
    applicationRoles: [],
    dashboardRoles: [],
    twoFactor: true,
    singleSignOn: false,
    ...unstated,
    unstatedRoles: [],
    ...more,
  };
}

export function inviteOf(email: string, more: Partial<ReportedInvite> = {}): ReportedInvite {
  return {
    email,
    role: "view",
    applicationRoles: [],
    dashboardRoles: [],
    sentAt: inDays(-1),
    expiresAt: inDays(6),
    isExpired: false,
    ...unstated,
    ...more,
  };
}

/** An active token of somebody who left, which expires in a month. */
export function credentialOf(name: string, more: Partial<ReportedCredential> = {}): ReportedCredential {
  lastId += 1;
  return {
    id: idOf(lastId),
    applicationId: idOf(1000),
    application: "Pumps",
    kind: "API token",
    name,
    status: "active",
    maker: "Bob Stone",
    makerUserId: idOf(0xb0b0b0),
    isMakerGone: true,
    expiresAt: inDays(30),
    isEndless: false,
    ...more,
  };
}

export function organizationOf(more: Partial<ReportedOrganization> = {}): ReportedOrganization {
  const { people = [], invites = [], applications = [], dashboards = [] } = more;
  const lists = { members: people, invites, applications, dashboards };
  return {
    orgId,
    name: "Example",
    settings: { mfaMode: "notRequired", allowedDomains: [], billingEmail: null, planId: null },
    seats: { taken: people.length + invites.length, limit: 2000 },
    people,
    invites,
    applications,
    dashboards,
    absent: [],
    listings: (["members", "invites", "applications", "dashboards"] as const).map((what) => ({
      what,
      items: lists[what].length,
      isComplete: true,
    })),
    ...more,
  };
}

export function reportOf(
  organization: Partial<ReportedOrganization> = {},
  more: Partial<Report> = {},
): Report {
  return {
    version: 1,
    toolVersion: "1.2.3",
    madeAt: now.toISOString(),
    token: { email: "owner@example.com", userId: idOf(0xf) },
    files: null,
    organizations: [organizationOf(organization)],
    unread: [],
    ...more,
  };
}

/** Names that break what does not escape or isolate them. */
export const hostileNames = [
  "<script>alert(1)</script>",
  `"><img src=x onerror=alert(1)>`,
  "</style></script><b>",
  '=HYPERLINK("https://evil.example","click")',
  "אברהם לוי مريم",
  "👩‍👩‍👧‍👦 family",
  "x".repeat(200),
  "&amp; $&{process.exit(1)} {{ }}",
];

/** So many credentials of a report: one in four is of somebody who left, the first have hostile names. */
export function manyCredentials({ organizations }: Report, number: number): ReportedCredential[] {
  const people = organizations[0]?.people ?? [];
  return Array.from({ length: number }, (_, at) => {
    const name = hostileNames[at] ?? `Credential ${at}`;
    const person = at % 4 === 0 ? undefined : people[at % people.length];
    const kind = at % 2 === 0 ? ("API token" as const) : ("access key" as const);
    const end = at % 3 === 0 ? null : inDays(at);
    return credentialOf(name, {
      ...{ kind, application: hostileNames[at] ?? `Application ${at}`, maker: person?.name ?? name },
      ...{ makerUserId: person?.userId ?? idOf(0xb0b0b0), isMakerGone: person === undefined },
      ...{ expiresAt: end, isEndless: end === null && kind === "API token" },
    });
  });
}

const roles = ["admin", "edit", "view", "collaborate", "none"] as const;

/** A report of so many people on three hundred applications, in which everything occurs; the first have hostile names. */
export function bigReport(people: number): Report {
  const applications = Array.from({ length: 300 }, (_, at) => ({
    id: idOf(1000 + at),
    name: `Application ${at}`,
  }));
  const dashboards = Array.from({ length: 40 }, (_, at) => ({
    id: idOf(5000 + at),
    name: `Dashboard ${at}`,
  }));
  const on = (list: typeof applications, at: number) => ({
    ...(list[at % list.length] ?? { id: idOf(1), name: null }),
    role: "view",
  });
  const all = Array.from({ length: people }, (_, at) =>
    personOf(`person${at}@example.com`, {
      name: hostileNames[at] ?? `Person Number${at}`,
      role: roles[at % roles.length] ?? "view",
      applicationRoles: [on(applications, at), on(applications, at * 7 + 1)],
      dashboardRoles: at % 3 === 0 ? [on(dashboards, at)] : [],
      twoFactor: at % 3 !== 1,
      singleSignOn: at % 5 === 0,
      isNamed: at % 9 !== 0,
      ...(at % 4 === 0 && {
        until: "2026-11-20",
        endsAt: inDays(5),
        reason: `project ${at}`,
        owner: `owner${at % 7}@example.com`,
      }),
      ...(at % 6 === 0 && { teams: ["field"] }),
    }),
  );
  const invites =
    people === 0
      ? []
      : [
          inviteOf("pat@example.com"),
          inviteOf("ella@example.com", { isExpired: true, expiresAt: inDays(-3) }),
        ];
  return reportOf({ people: all, invites, applications, dashboards }, { files: ["people.yaml"] });
}
