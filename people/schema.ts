import { z } from "zod";
import { Email, ResourceRoleName, Role } from "../provider/vocabulary/arguments";
import { roles } from "../provider/vocabulary/roles";
import { OrgRosterArguments } from "../provider/vocabulary/roster-arguments";
import { Reason } from "../provider/vocabulary/terms";
import { Until } from "../provider/vocabulary/until";
import { isId, isUnknownValue, namedRoles, rolesProblem } from "./allowed-values";

const ResourceName = z
  .string()
  .min(1, "must be a name or an id")
  .refine((name) => !isUnknownValue(name), {
    error: "cannot be used as a name, as Pulumi takes it for an unknown value: use the id",
  });

/** Roles on single applications or dashboards, by name; 24 hex digits are an id. */
const ResourceRoles = z.record(ResourceName, ResourceRoleName).transform((list, context) => {
  const canonical = Object.entries(list).map(
    ([key, role]) => [isId(key) ? key.toLowerCase() : key, role] as const,
  );
  const named = Object.fromEntries(canonical);
  const isDoubled = Object.keys(named).length < canonical.length;
  const problem = isDoubled
    ? "must name each id once, apart from upper and lower case"
    : rolesProblem(namedRoles(named));
  if (problem !== undefined) context.addIssue(problem);
  return named;
});

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
  reason: Reason.optional().describe("Why it was given."),
  owner: Email.optional().describe("Who answers for it: an email address."),
};

const Team = z
  .strictObject({
    ...access,
    members: z.array(Email).describe("The email addresses of who is in the team."),
  })
  .describe("People with the same access.");

const PersonObject = z.strictObject({
  ...access,
  resend: z
    .string()
    .optional()
    .describe("Any text; a changed one sends the invite again, unless the person is a member."),
});
const PersonRole = z.enum(roles, {
  error: `must be one of ${roles.join(", ")}, or {role, applications, dashboards, until, reason, owner, resend}`,
});
const Person = z
  .union([PersonRole, PersonObject])
  .describe("A role in the organization, or an object with what the person has beside their teams.");

const options = OrgRosterArguments.shape;

const RosterOptions = z
  .strictObject({
    unmanaged: options.unmanaged.describe("What happens to what the files do not state; default warn."),
    requireAdmins: options.requireAdmins.describe("Addresses that must be admins."),
    requireReason: z.boolean().optional().describe("Whether everybody needs a reason; default false."),
    minAdmins: options.minAdmins.describe("Accepted admins that always stay; default 1."),
    maxRemovals: options.maxRemovals.describe(
      "Removals allowed in one run: a number, or a share such as 25%.",
    ),
    renewal: options.renewal.describe(
      "Whether a lapsed invite is sent again (automatic, the default, or manual); always: to who was a member too.",
    ),
    disallowTransfer: options.disallowTransfer.describe(
      "Whether only the invited address may accept; default true.",
    ),
    requireTwoFactor: options.requireTwoFactor.describe(
      "Of whom a second factor is asked: admins, or all. Nobody becomes an admin without one.",
    ),
    roleUntilTwoFactor: options.roleUntilTwoFactor.describe(
      "The role of whoever is to be an admin until their second factor is there.",
    ),
    missingTwoFactor: options.missingTwoFactor.describe(
      "What to do about people who lack it: warn, the default, or fail.",
    ),
    allowEmpty: options.allowEmpty.describe("Allows a roster that names nobody; default false."),
    deletionPolicy: options.deletionPolicy.describe(
      "What destroying the roster does to people; default retain.",
    ),
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

/** The JSON Schema of a file of people, by which editors complete and check. */
export function peopleSchema(): object {
  const schema = z.toJSONSchema(PeopleFile, { io: "input", target: "draft-7" });
  return { title: "People of a Losant organization", ...schema, patternProperties: { "^x-": {} } };
}
