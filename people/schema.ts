import { z } from "zod";
import { Email, oneOf, Role } from "../provider/vocabulary/arguments";
import { roles } from "../provider/vocabulary/roles";
import { Until } from "../provider/vocabulary/until";

const ResourceRoleName = oneOf(["collaborate", "view", "none"]);

/** Roles on single applications or dashboards, by name; 24 hex digits are an id. */
const ResourceRoles = z.record(z.string().min(1, "must be a name or an id"), ResourceRoleName);

const access = {
  role: Role.optional().describe("The role in the organization; default none."),
  applications: ResourceRoles.optional().describe(
    "Roles on single applications, by name (exact, in its case) or id: collaborate, view or none.",
  ),
  dashboards: ResourceRoles.optional().describe(
    "Roles on single dashboards, by name (exact, in its case) or id: collaborate, view or none.",
  ),
  until: Until.optional().describe(
    "When this access ends: a date, which is included (UTC), or a moment with its zone.",
  ),
  reason: z.string().max(1000, "must have at most 1000 characters").optional().describe("Why it was given."),
  owner: Email.optional().describe("Who answers for it: an email address."),
};

const Team = z
  .strictObject({
    ...access,
    members: z.array(Email).describe("The email addresses of who is in the team."),
  })
  .describe("People with the same access.");

const PersonObject = z.strictObject(access);
const PersonRole = z.enum(roles, {
  error: `must be one of ${roles.join(", ")}, or {role, applications, dashboards, until, reason, owner}`,
});
const Person = z
  .union([PersonRole, PersonObject])
  .describe("A role in the organization, or an object with what the person has beside their teams.");

const RosterOptions = z
  .strictObject({
    unmanaged: oneOf(["ignore", "warn", "fail", "remove"]).optional(),
    requireAdmins: z.array(Email).optional(),
    requireReason: z.boolean().optional(),
    minAdmins: z.number().int().min(1).optional(),
    maxRemovals: z.union([z.number(), z.string()]).optional(),
    renewal: oneOf(["automatic", "manual"]).optional(),
    disallowTransfer: z.boolean().optional(),
    allowEmpty: z.boolean().optional(),
    deletionPolicy: oneOf(["retain", "remove"]).optional(),
  })
  .describe("Arguments of the OrgRoster.");

/** What a file of people holds. */
export const PeopleFile = z
  .strictObject({
    roster: RosterOptions.optional(),
    teams: z.record(z.string(), Team).optional().describe("Teams by name."),
    people: z.record(z.string(), Person).optional().describe("Single people by email address."),
  })
  .describe("Who belongs to a Losant organization: teams, single people, and options of the roster.");

export type PeopleFile = z.output<typeof PeopleFile>;
export type Team = z.output<typeof Team>;
export type Access = z.output<typeof PersonObject>;
export type RosterOptions = z.output<typeof RosterOptions>;
export type ResourceRoleName = z.output<typeof ResourceRoleName>;
