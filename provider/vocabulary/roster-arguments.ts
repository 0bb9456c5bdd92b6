import { z } from "zod";
import { Email, explain, Id, oneOf, RecordedRoleLists, Role, RoleArguments } from "./arguments";
import { renewals } from "./desired-invite";
import { parseRemovalLimit } from "./removal-limit";
import { type Roles, roleLists, rolesOf } from "./roles";
import { TermArguments, type Terms, termsOf } from "./terms";
import { TwoFactorArguments } from "./two-factor";

/** An entry that states more than a role. */
export const EntryObject = z.strictObject({
  ...RoleArguments,
  ...TermArguments,
  resend: z.string().optional(),
});
/** As `EntryObject`, as a stack records it. */
export const RecordedEntryObject = z.object({
  role: Role,
  ...RecordedRoleLists,
  ...TermArguments,
  resend: z.string().optional(),
});
const EntryRole = z.enum(Role.options, {
  error: `must be one of ${Role.options.join(", ")}, or {role, applicationRoles, dashboardRoles, until, reason, owner, resend}`,
});

/** A person in a roster: a role, or an object with a role and lists. */
export type RosterEntry = z.output<typeof Role> | z.output<typeof EntryObject>;

type EntryInput = z.input<typeof Role> | z.input<typeof EntryObject>;

/** Parsed by what it is, so that a problem inside an object is told by its path. */
const RosterEntry = z.unknown().transform((value, context): RosterEntry => {
  const schema = typeof value === "object" && value !== null ? EntryObject : EntryRole;
  const result = schema.safeParse(value, { error: explain });
  if (result.success) return result.data;
  for (const { message, path } of result.error.issues) context.addIssue({ code: "custom", path, message });
  return z.NEVER;
});

/** Any object: `z.record` drops a key such as `__proto__` silently. */
const AnyObject = z.custom<Record<string, EntryInput>>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  {
    error: ({ input }) =>
      input === undefined ? "is required" : "must be an object of people by email address",
  },
);

/** People by address; kept in lower case and sorted, each address once. Every problem is told at once. */
const RosterMembers = AnyObject.transform((members, context) => {
  const canonical = new Map<string, RosterEntry>();
  const taken = new Set<string>();
  for (const [address, value] of Object.entries(members)) {
    const entry = RosterEntry.safeParse(value);
    const email = Email.safeParse(address);
    for (const { path, message } of entry.error?.issues ?? []) {
      context.addIssue({ code: "custom", path: [address, ...path], message });
    }
    const problem = problemOf(email.data, taken);
    if (problem !== undefined) context.addIssue({ code: "custom", path: [address], message: problem });
    if (email.success) taken.add(email.data);
    if (email.success && entry.success) canonical.set(email.data, entry.data);
  }
  return sortedByName(canonical);
});

/** People by address, as a program states them. */
export type RosterMembers = Record<string, RosterEntry>;

function problemOf(email: string | undefined, others: ReadonlySet<string>): string | undefined {
  if (email === undefined) return "is not an email address";
  return others.has(email) ? "is in the roster twice, apart from upper and lower case" : undefined;
}

function sortedByName(members: ReadonlyMap<string, RosterEntry>): RosterMembers {
  return Object.fromEntries([...members].sort(([one], [other]) => (one < other ? -1 : 1)));
}

const Emails = z.array(Email).transform((emails) => [...new Set(emails)].sort());

export const OrgRosterArguments = z.strictObject({
  orgId: Id,
  members: RosterMembers,
  unmanaged: oneOf(["ignore", "warn", "fail", "remove"]).optional(),
  requireAdmins: Emails.optional(),
  requireReason: z.boolean().optional(),
  minAdmins: z.number().int("must be a whole number").min(1, "must be at least 1").optional(),
  maxRemovals: z
    .union([z.number(), z.string()])
    .refine(
      (limit) => parseRemovalLimit(String(limit)) !== undefined,
      "must be a number such as 5, or a share such as 25%",
    )
    .optional(),
  renewal: oneOf(renewals).optional(),
  disallowTransfer: z.boolean().optional(),
  ...TwoFactorArguments,
  allowEmpty: z.boolean().optional(),
  deletionPolicy: oneOf(["retain", "remove"]).optional(),
  files: z.array(z.string()).optional(),
  teams: z.record(z.string(), Emails).optional(),
});
export type DesiredRoster = z.output<typeof OrgRosterArguments>;

/** What an entry states: its role, and the lists that it gives. */
export function rolesIn(entry: RosterEntry): Roles {
  if (typeof entry === "string") return { role: entry };
  const stated = Object.entries(rolesOf(entry)).filter(([, value]) => value !== undefined);
  return { role: entry.role, ...Object.fromEntries(stated) };
}

/** Until when an entry holds, why, and who answers for it. */
export function termsIn(entry: RosterEntry | undefined): Terms {
  return entry === undefined || typeof entry === "string" ? {} : termsOf(entry);
}

/** The value whose change sends an invite again. */
export function resendIn(entry: RosterEntry | undefined): string | undefined {
  return typeof entry === "object" ? entry.resend : undefined;
}

/** What an entry states beside roles. */
export function besideRoles(entry: RosterEntry): Terms & { resend?: string } {
  const resend = resendIn(entry);
  return { ...termsIn(entry), ...(resend !== undefined && { resend }) };
}

/**
 * Somebody's live roles, stated in the way that an entry states them, so that the two can be compared; with the
 * lists that it does not state where these are to be removed.
 */
export function entryLike(entry: RosterEntry, live: Roles, showsUnstated: boolean): RosterEntry {
  const stated = rolesIn(entry);
  const shown = roleLists.filter(
    (name) => stated[name] !== undefined || (showsUnstated && (live[name]?.length ?? 0) > 0),
  );
  if (typeof entry === "string" && shown.length === 0) return live.role;
  return {
    ...besideRoles(entry),
    role: live.role,
    ...Object.fromEntries(shown.map((name) => [name, live[name] ?? stated[name]])),
  };
}
