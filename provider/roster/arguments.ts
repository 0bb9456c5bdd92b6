import { z } from "zod";
import { Email, Id, oneOf, ResourceRoles, Role, roles } from "../engine/arguments";
import { renewals } from "../invites/decision";
import type { Roles } from "../people/roles";
import { parseRemovalLimit } from "../run/settings";

const RosterEntry = z.union(
  [
    Role,
    z.strictObject({
      role: Role,
      applicationRoles: ResourceRoles.optional(),
      dashboardRoles: ResourceRoles.optional(),
    }),
  ],
  `must be one of ${roles.join(", ")}, or {role, applicationRoles, dashboardRoles}`,
);
export type RosterEntry = z.output<typeof RosterEntry>;

/** People by address; kept in lower case and sorted, each address once. */
const RosterMembers = z.record(z.string(), RosterEntry).transform(canonicalMembers);
export type RosterMembers = z.output<typeof RosterMembers>;

export const OrgRosterArguments = z.strictObject({
  orgId: Id,
  members: RosterMembers,
  unmanaged: oneOf(["ignore", "warn", "remove"]).optional(),
  requireAdmins: z
    .array(Email)
    .transform((emails) => [...new Set(emails)].sort())
    .optional(),
  minAdmins: z.number().int("must be a whole number").min(1, "must be at least 1").optional(),
  maxRemovals: z
    .union([z.number().int().min(0), z.string()])
    .refine(
      (limit) => parseRemovalLimit(String(limit)) !== undefined,
      "must be a number such as 5, or a share such as 25%",
    )
    .optional(),
  renewal: oneOf(renewals).optional(),
  disallowTransfer: z.boolean().optional(),
  allowEmpty: z.boolean().optional(),
  deletionPolicy: oneOf(["retain", "remove"]).optional(),
  elsewhere: z
    .array(Email)
    .transform((emails) => [...new Set(emails)].sort())
    .optional(),
});
export type RosterWish = z.output<typeof OrgRosterArguments>;

function canonicalMembers(members: Record<string, RosterEntry>, context: z.RefinementCtx) {
  const canonical = new Map<string, RosterEntry>();
  for (const [address, entry] of Object.entries(members)) {
    const email = Email.safeParse(address);
    const fault = email.success
      ? "is in the roster twice, apart from upper and lower case"
      : "is not a mail address";
    if (!email.success || canonical.has(email.data)) {
      context.addIssue({ code: "custom", path: [address], message: fault });
    } else {
      canonical.set(email.data, entry);
    }
  }
  return Object.fromEntries([...canonical].sort(([one], [other]) => one.localeCompare(other)));
}

/** What an entry states: its role, and the lists that it gives. */
export function rolesIn(entry: RosterEntry): Partial<Roles> & Pick<Roles, "role"> {
  return typeof entry === "string" ? { role: entry } : entry;
}

/** Somebody's live roles, stated in the way that an entry states them, so that the two can be compared. */
export function entryLike(entry: RosterEntry, roles: Roles): RosterEntry {
  if (typeof entry === "string") return roles.role;
  return {
    role: roles.role,
    ...(entry.applicationRoles && { applicationRoles: roles.applicationRoles }),
    ...(entry.dashboardRoles && { dashboardRoles: roles.dashboardRoles }),
  };
}
