import { describeCredential, isUsable } from "./credentials";
import { daysUntil, describeDays } from "./dates";
import type { Person, Report, ReportedInvite, ReportedOrganization, UnstatedRole } from "./report";

/** What a report points out, in the order in which it is shown. */
export const attentionKinds = [
  "token-expires-at-once",
  "token-expires",
  "admin-without-second-factor",
  "outside-allowed-domains",
  "access-ended",
  "access-ends",
  "credentials-of-former-members",
  "not-in-files",
  "roles-not-in-files",
  "invite-expired",
  "invite-expires",
  "seats",
  "usage",
] as const;
export type AttentionKind = (typeof attentionKinds)[number];

/** A list of an organization, to whose entries the page has links. */
export type ListName = "people" | "invites" | "credentials";

/** Somebody, or something, that needs attention. */
export interface Concerned {
  /** Where it stands in the report: the position in the list of its organization. */
  at?: { list: ListName; index: number };
  label: string;
  detail: string;
}

/** One thing that needs attention in one organization. */
export interface Finding {
  kind: AttentionKind;
  /** The position of the organization in the report; undefined for what concerns none of them. */
  organization?: number | undefined;
  concerned: Concerned[];
}

const soon = { access: 14, invite: 2, token: 30, tokenAtOnce: 7 };
const fullShare = 0.9;

/** All that needs attention: by kind, then by organization. */
export function attentionOf(report: Report): Finding[] {
  const ofOrganizations = report.organizations.flatMap((organization, index) =>
    checks.map((check) => ({ ...check(organization, report), organization: index })),
  );
  const findings: Finding[] = [...ofToken(report), ...ofOrganizations];
  return attentionKinds.flatMap((kind) =>
    findings.filter((finding) => finding.kind === kind && finding.concerned.length > 0),
  );
}

type Check = (organization: ReportedOrganization, report: Report) => Omit<Finding, "organization">;

const checks: Check[] = [
  ({ people }) => ({
    kind: "admin-without-second-factor",
    concerned: among(people, ({ role, twoFactor, singleSignOn }) => {
      if (role !== "admin" || twoFactor) return undefined;
      if (singleSignOn) return "signs in by single sign-on, where the second factor is not Losant's";
      return twoFactor === null ? "Losant does not say" : "";
    }),
  }),
  (organization) => ({
    kind: "outside-allowed-domains",
    concerned: [
      ...among(organization.people, (person) => outside(person, organization)),
      ...amongInvites(organization.invites, (invite) =>
        invite.isExpired ? undefined : outside(invite, organization),
      ),
    ],
  }),
  ({ people, invites }, { madeAt }) => ({
    kind: "access-ended",
    concerned: ofBoth(people, invites, (one) => endWithin(one, madeAt, Number.NEGATIVE_INFINITY, 0)),
  }),
  ({ people, invites }, { madeAt }) => ({
    kind: "access-ends",
    concerned: ofBoth(people, invites, (one) => endWithin(one, madeAt, 1, soon.access)),
  }),
  ({ credentials = [] }, { madeAt }) => ({
    kind: "credentials-of-former-members",
    concerned: credentials.flatMap((one, index) =>
      one.isMakerGone && isUsable(one, madeAt)
        ? [
            {
              at: { list: "credentials", index },
              label: `${one.kind} ${one.name}`,
              detail: describeCredential(one),
            },
          ]
        : [],
    ),
  }),
  ({ people, invites }) => ({
    kind: "not-in-files",
    concerned: ofBoth(people, invites, ({ isNamed, role }) => (isNamed === false ? role : undefined)),
  }),
  ({ people }) => ({
    kind: "roles-not-in-files",
    concerned: among(people, ({ unstatedRoles }) =>
      unstatedRoles.length === 0 ? undefined : unstatedRoles.map(describeUnstated).join(", "),
    ),
  }),
  ({ invites }, { madeAt }) => ({
    kind: "invite-expired",
    concerned: amongInvites(invites, ({ isExpired, expiresAt }) =>
      isExpired ? (expiresAt === null ? "" : describeDays(expiresAt, madeAt)) : undefined,
    ),
  }),
  ({ invites }, { madeAt }) => ({
    kind: "invite-expires",
    concerned: amongInvites(invites, ({ isExpired, expiresAt }) =>
      !isExpired && expiresAt !== null && daysUntil(expiresAt, madeAt) <= soon.invite
        ? describeDays(expiresAt, madeAt)
        : undefined,
    ),
  }),
  ({ seats: { taken, limit } }) => ({
    kind: "seats",
    concerned:
      taken === null || limit === null || taken <= limit * fullShare
        ? []
        : [{ label: "Seats", detail: `${written(taken)} of ${written(limit)} are taken` }],
  }),
  ({ orgId }, { usage = [] }) => ({
    kind: "usage",
    concerned: usage
      .filter((one) => one.orgId === orgId)
      .flatMap(({ limits }) => limits)
      .flatMap(({ what, used, projected, limit }) => {
        if (used > limit) return [{ label: what, detail: `${written(used)} of ${written(limit)} are used` }];
        if (projected === null || projected <= limit) return [];
        const detail = `${written(projected)} expected by the end of the period, of ${written(limit)}`;
        return [{ label: what, detail }];
      }),
  }),
];

/** As pictures and their tables have it: `73,423,602`. */
function written(number: number): string {
  return number.toLocaleString("en-US");
}

/** The token is of no organization. */
function ofToken({ tokenExpiresAt, madeAt }: Report): Finding[] {
  const days = tokenExpiresAt == null ? Number.POSITIVE_INFINITY : daysUntil(tokenExpiresAt, madeAt);
  if (tokenExpiresAt == null || days > soon.token) return [];
  const kind = days <= soon.tokenAtOnce ? "token-expires-at-once" : "token-expires";
  return [{ kind, concerned: [{ label: "API token", detail: describeDays(tokenExpiresAt, madeAt) }] }];
}

/** Undefined for who needs no attention; else what to add to the address. */
type Judge<One> = (one: One) => string | undefined;

function among(people: readonly Person[], judge: Judge<Person>): Concerned[] {
  return concernedIn(people, "people", judge);
}

function amongInvites(invites: readonly ReportedInvite[], judge: Judge<ReportedInvite>): Concerned[] {
  return concernedIn(invites, "invites", judge);
}

/** An expired invite gives no access. */
function ofBoth(
  people: readonly Person[],
  invites: readonly ReportedInvite[],
  judge: Judge<Person | ReportedInvite>,
): Concerned[] {
  return [
    ...among(people, judge),
    ...amongInvites(invites, (invite) => (invite.isExpired ? undefined : judge(invite))),
  ];
}

function concernedIn<One extends { email: string }>(
  all: readonly One[],
  list: "people" | "invites",
  judge: Judge<One>,
): Concerned[] {
  return all.flatMap((one, index) => {
    const detail = judge(one);
    return detail === undefined ? [] : [{ at: { list, index }, label: one.email, detail }];
  });
}

/** As the guard rail of invites compares: a domain means itself alone. */
function outside({ email }: { email: string }, { settings }: ReportedOrganization): string | undefined {
  const allowed = settings.allowedDomains.map((domain) => domain.toLowerCase().replace(/^@/, ""));
  const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  return allowed.length === 0 || allowed.includes(domain) ? undefined : "";
}

function endWithin({ endsAt }: Pick<Person, "endsAt">, now: string, from: number, to: number) {
  if (endsAt === null) return undefined;
  const days = daysUntil(endsAt, now);
  return days >= from && days <= to ? describeDays(endsAt, now) : undefined;
}

/** `view on Pumps`; `admin, where the files say edit`. */
function describeUnstated({ on, name, role, stated }: UnstatedRole): string {
  const where = on === "organization" ? "" : ` on ${name}`;
  return `${role}${where}${stated === null ? "" : `, where the files say ${stated}`}`;
}
