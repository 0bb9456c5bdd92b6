import { z } from "zod";
import { organizationRoles } from "../client/roles";

/** Roles on one application or dashboard; the name where the run knows it. */
const ResourceRole = z.object({
  id: z.string(),
  name: z.string().optional(),
  role: z.string(),
});

/** All that somebody may do. A list is absent where it is not known, or not stated. */
export const PlannedRoles = z.object({
  role: z.enum(organizationRoles).optional(),
  applications: z.array(ResourceRole).optional(),
  dashboards: z.array(ResourceRole).optional(),
});
export type PlannedRoles = z.infer<typeof PlannedRoles>;

/** What happens to a person. `release`: they stay, as another resource declares them, or are gone already. */
export const actions = ["invite", "wait", "change roles", "remove", "revoke", "keep", "release"] as const;

/**
 * Why. `program`: the program says something else than at the last `up`. `drift`: something was changed at Losant.
 * `ended`: access ended by its date. `lapsed`: an invite expired, was declined or revoked, or was never sent.
 */
export const causes = ["program", "drift", "ended", "lapsed"] as const;
export type Cause = (typeof causes)[number];

/** Who last changed somebody's access at Losant, by the organization's audit log. */
export const ChangeAuthor = z.object({
  name: z.string(),
  /** `user`, `API token`, `workflow`, or what else Losant names. */
  kind: z.string(),
  /** ISO text. */
  at: z.string().optional(),
});
export type ChangeAuthor = z.infer<typeof ChangeAuthor>;

/** `2026-11-30 18:20 UTC` of ISO text. */
export function minuteOf(time: string): string {
  return `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;
}

/** `last changed by Bob Stone (user) on 2026-11-29 10:00 UTC, by the audit log`; `quote` puts in the name. */
export function describeAuthor({ name, kind, at }: ChangeAuthor, quote = (text: string) => text): string {
  const when = at === undefined ? "" : ` on ${minuteOf(at)}`;
  return `last changed by ${quote(name)} (${quote(kind)})${when}, by the audit log`;
}

export const PlannedPerson = z.object({
  email: z.string().optional(),
  userId: z.string().optional(),
  does: z.enum(actions),
  /** Absent where nothing changes. */
  cause: z.enum(causes).optional(),
  /** The cause in words. */
  because: z.string().optional(),
  from: PlannedRoles.optional(),
  to: PlannedRoles.optional(),
  /** They were invited before. */
  isAgain: z.boolean().optional(),
  /** They are a member, or invited, already, and declared for the first time. */
  isAdopted: z.boolean().optional(),
  /** They have another role for the meantime: they become an admin once their second factor is there. */
  awaitsTwoFactor: z.boolean().optional(),
  /** Of an invite that is revoked: it holds no seat. */
  isExpired: z.boolean().optional(),
  /** Of somebody who waits: when they may be emailed again. */
  waitsUntil: z.string().optional(),
  until: z.string().optional(),
  reason: z.string().optional(),
  owner: z.string().optional(),
  /** The terms of the last `up`, where the program states other ones now. */
  termsBefore: z
    .object({ until: z.string().optional(), reason: z.string().optional(), owner: z.string().optional() })
    .optional(),
  teams: z.array(z.string()).optional(),
  /** Where the cause is drift, and the organization has an audit log. */
  changedBy: ChangeAuthor.optional(),
});
export type PlannedPerson = z.infer<typeof PlannedPerson>;

type Who = Pick<PlannedPerson, "email" | "userId">;

/** Whether two are one person: by user id where both are known, as an address passes on to others; else by address. */
export function isSamePerson(one: Who, other: Who): boolean {
  if (one.userId !== undefined && other.userId !== undefined) return one.userId === other.userId;
  return one.email !== undefined && one.email === other.email;
}

export const PlannedRefusal = z.object({
  /** The guard rail; absent for what a list or an address says. */
  guard: z.string().optional(),
  message: z.string(),
  email: z.string().optional(),
  numbers: z.record(z.string(), z.number()).optional(),
});
export type PlannedRefusal = z.infer<typeof PlannedRefusal>;

/** Somebody whom a roster does not name, or who has roles that their entry does not state. */
export const UnmanagedPerson = z.object({
  email: z.string(),
  userId: z.string().optional(),
  roles: PlannedRoles,
  isNamed: z.boolean(),
  /** They are no member yet. */
  isInvited: z.boolean().optional(),
  changedBy: ChangeAuthor.optional(),
});
export type UnmanagedPerson = z.infer<typeof UnmanagedPerson>;

/** What one resource plans in one organization, as its latest comparison at a preview says. */
export const PlanRecord = z.object({
  version: z.literal(1),
  organization: z.string(),
  /** The organization's name at Losant. */
  organizationName: z.string().optional(),
  kind: z.enum(["OrgInvite", "OrgMember", "OrgMembership", "OrgRoster"]),
  /** The resource's name in the program, where the face knows it. */
  name: z.string().optional(),
  /** When Losant was read: ISO text. */
  readAt: z.string(),
  /** Who changes, waits or is let go of, and who stays with an end; of a roster, others are only counted. */
  people: z.array(PlannedPerson),
  /** Of a roster: everybody whom it names, whatever becomes of them. */
  names: z.array(z.object({ email: z.string(), userId: z.string().optional() })).optional(),
  /** How many people stay as they are. */
  unchanged: z.number(),
  unmanaged: z.array(UnmanagedPerson),
  refusals: z.array(PlannedRefusal),
  /** Whom the program asks for a second factor, who are there and have none: their addresses. */
  withoutTwoFactor: z.array(z.string()).optional(),
  seats: z.object({ before: z.number(), after: z.number(), limit: z.number().optional() }).optional(),
});
export type PlanRecord = z.infer<typeof PlanRecord>;

/** The environment variable with the folder into which provider processes write their records at a preview. */
export const planFolderVariable = "LOSANT_PLAN_FOLDER";
