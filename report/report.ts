import { z } from "zod";

/** What files of people state of somebody; null for what they do not state, and where no files were given. */
const Stated = {
  /** Whether a file names them; null where no files were given. */
  isNamed: z.boolean().nullable(),
  /** When their access ends, as it is stated. */
  until: z.string().nullable(),
  /** The first moment at which it has ended. */
  endsAt: z.string().nullable(),
  reason: z.string().nullable(),
  /** Who answers for it. */
  owner: z.string().nullable(),
  teams: z.array(z.string()),
};

const ResourceRole = z.object({ id: z.string(), name: z.string().nullable(), role: z.string() });
export type ResourceRole = z.infer<typeof ResourceRole>;

const roles = {
  /** As Losant says: one of the known roles, or a word that is newer than this release. */
  role: z.string(),
  /** Null where Losant does not answer the list. */
  applicationRoles: z.array(ResourceRole).nullable(),
  dashboardRoles: z.array(ResourceRole).nullable(),
};

const UnstatedRole = z.object({
  on: z.enum(["organization", "application", "dashboard"]),
  /** Of the application or dashboard; its id where the name is not known. */
  name: z.string(),
  role: z.string(),
  /** The role that the files give there; null for none. */
  stated: z.string().nullable(),
});
export type UnstatedRole = z.infer<typeof UnstatedRole>;

const Person = z.object({
  email: z.string(),
  userId: z.string(),
  name: z.string().nullable(),
  ...roles,
  twoFactor: z.boolean().nullable(),
  singleSignOn: z.boolean().nullable(),
  /** True for who has a role for the meantime, as the files ask: admin once they have a second factor. */
  awaitsTwoFactor: z.literal(true).optional(),
  ...Stated,
  /** Roles of somebody whom a file names that no file gives. */
  unstatedRoles: z.array(UnstatedRole),
});
export type Person = z.infer<typeof Person>;

const ReportedInvite = z.object({
  email: z.string(),
  ...roles,
  sentAt: z.string().nullable(),
  expiresAt: z.string().nullable(),
  /** As Losant says; by `expiresAt` where it does not. */
  isExpired: z.boolean(),
  ...Stated,
});
export type ReportedInvite = z.infer<typeof ReportedInvite>;

const Resource = z.object({ id: z.string(), name: z.string().nullable() });
export type Resource = z.infer<typeof Resource>;

export const ReportedCredential = z.object({
  id: z.string(),
  applicationId: z.string(),
  /** Its name; its id where the name is not known. */
  application: z.string(),
  kind: z.enum(["API token", "access key"]),
  name: z.string(),
  /** `active` or `inactive`. */
  status: z.string().nullable(),
  /** Who made it: a name where Losant gives one, else the kind and id. */
  maker: z.string().nullable(),
  /** Where a user made it. */
  makerUserId: z.string().nullable(),
  /** The address of that user: of a member, and of somebody who left where an earlier report has it. */
  makerEmail: z.string().nullable().optional(),
  /** Whether a user made it who is no member any more. */
  isMakerGone: z.boolean(),
  /** Null for one that never expires; keys never do. */
  expiresAt: z.string().nullable(),
  /** Whether it is an active API token that never expires. */
  isEndless: z.boolean(),
});
export type ReportedCredential = z.infer<typeof ReportedCredential>;

const Listing = z.object({
  what: z.enum(["members", "invites", "applications", "dashboards", "API tokens", "access keys"]),
  items: z.number(),
  isComplete: z.boolean(),
});
export type Listing = z.infer<typeof Listing>;

const ReportedOrganization = z.object({
  orgId: z.string(),
  name: z.string(),
  settings: z.object({
    /** `required`, `adminRequired` or `notRequired`. */
    mfaMode: z.string().nullable(),
    /** Domains to which invites may go; empty for all. */
    allowedDomains: z.array(z.string()),
    billingEmail: z.string().nullable(),
    planId: z.string().nullable(),
  }),
  /** Members and unexpired invites; `taken` is null where invites could not be read. */
  seats: z.object({ taken: z.number().nullable(), limit: z.number().nullable() }),
  people: z.array(Person),
  invites: z.array(ReportedInvite),
  applications: z.array(Resource),
  dashboards: z.array(Resource),
  /** Whom the files name, and who is neither a member nor invited. */
  absent: z.array(z.object({ email: z.string(), until: z.string().nullable(), isEnded: z.boolean() })),
  /** Of its applications, those of people who left first; undefined where they were not asked for. */
  credentials: z.array(ReportedCredential).optional(),
  listings: z.array(Listing),
});
export type ReportedOrganization = z.infer<typeof ReportedOrganization>;

const ChangeAuthor = z.object({
  name: z.string(),
  /** `user`, `API token`, `workflow`, or what Losant adds later. */
  kind: z.string(),
  at: z.string().nullable(),
});
export type ChangeAuthor = z.infer<typeof ChangeAuthor>;

const Change = z.object({
  email: z.string(),
  /** Role before and now; null for not being there. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Who did it, where the organization's audit log says so. */
  by: ChangeAuthor.optional(),
});
export type Change = z.infer<typeof Change>;

const OrganizationChanges = z.object({
  orgId: z.string(),
  name: z.string(),
  came: z.array(Change),
  /** Whose open invite is new, or offers another role; a report of an earlier release has none. */
  invited: z.array(Change).optional(),
  went: z.array(Change),
  promoted: z.array(Change),
  demoted: z.array(Change),
  /** Whose roles on applications or dashboards are others, and whose role in the organization is the same. */
  otherRoles: z.array(
    z.object({ email: z.string(), added: z.array(z.string()), removed: z.array(z.string()) }),
  ),
});
export type OrganizationChanges = z.infer<typeof OrganizationChanges>;

const Changes = z.object({
  /** When the earlier report was made. */
  since: z.string(),
  organizations: z.array(OrganizationChanges),
  /** What could not be compared, and why. */
  notCompared: z.array(z.object({ orgId: z.string(), name: z.string(), why: z.string() })),
});
export type Changes = z.infer<typeof Changes>;

const Usage = z.object({
  orgId: z.string(),
  figures: z.array(
    z.object({
      title: z.string(),
      /** What the picture shows, in a sentence. */
      summary: z.string(),
      /** A whole `<svg>`. */
      svg: z.string(),
      /** The numbers of the picture. */
      columns: z.array(z.string()),
      rows: z.array(z.array(z.union([z.string(), z.number()]))),
    }),
  ),
  /** Each figure beside its limit; `projected` is for the end of the period. */
  limits: z.array(
    z.object({ what: z.string(), used: z.number(), projected: z.number().nullable(), limit: z.number() }),
  ),
});
export type Usage = z.infer<typeof Usage>;

const Unread = z.object({
  orgId: z.string(),
  name: z.string().nullable(),
  /** `organization`, or the list that could not be read. */
  what: z.enum([
    "organization",
    "invites",
    "applications",
    "dashboards",
    "roles",
    "usage",
    "API tokens",
    "access keys",
  ]),
  problem: z.string(),
});
export type Unread = z.infer<typeof Unread>;

/** Who has access to organizations at Losant, as data. Times are ISO text; what Losant does not tell is null. */
export const Report = z.object({
  version: z.literal(1),
  /** Of pulumi-losant. */
  toolVersion: z.string(),
  /** The moment that the report is about: dates in it are judged by this one. */
  madeAt: z.string(),
  /** Whose token read it; null where its user cannot be identified (the scope me.get is missing). */
  token: z.object({ email: z.string(), userId: z.string() }).nullable(),
  /** When that token expires, as it says itself or Losant lists it; null where neither does. */
  tokenExpiresAt: z.string().nullable().optional(),
  /** The files of people that were compared; null for none. */
  files: z.array(z.string()).nullable(),
  organizations: z.array(ReportedOrganization),
  /** What could not be read: the report is complete where this is empty. */
  unread: z.array(Unread),
  changes: Changes.optional(),
  usage: z.array(Usage).optional(),
});
export type Report = z.infer<typeof Report>;

/** The JSON Schema of a report. */
export function reportSchema(): object {
  return { title: "Access report of Losant organizations", ...z.toJSONSchema(Report, { target: "draft-7" }) };
}

/** Whether everything could be read. */
export function isComplete({ unread }: Report): boolean {
  return unread.length === 0;
}
