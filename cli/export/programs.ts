import type { Organization } from "../../client";
import { asciiLowerCase, oneLine } from "../../client/text";
import { peopleYaml } from "../../people";
import type { Picture } from "../live/picture";
import { expression, literal } from "./code";
import { type ExportedPerson, type ExportedRole, exportedPeople, lapsedInvites, textOf } from "./people";

/** Files by name. */
export type Files = Record<string, string>;

/** How people are written down. */
export const forms = ["roster", "memberships", "yaml"] as const;
export type Form = (typeof forms)[number];

/** The program of a form, with the people; the same organization gives the same text. */
export function programFiles(picture: Picture, form: Form, inTeams: boolean): Files {
  if (form === "roster") return { "index.ts": rosterProgram(picture) };
  if (form === "memberships") return { "index.ts": membershipsProgram(picture) };
  return { "index.ts": yamlProgram(picture), "people.yaml": peopleFile(picture, inTeams) };
}

function rosterProgram(picture: Picture): string {
  return `${head(picture)}
// Everybody in the organization. Whoever is taken out is removed; whoever is added is invited.
new losant.OrgRoster("everybody", {
  orgId,
  members: {
${personLines(picture, "    ")}
  },
});
`;
}

function membershipsProgram(picture: Picture): string {
  return `${head(picture)}
type Person = Omit<losant.OrgMembershipArgs, "orgId" | "email">;

// Whoever is taken out is removed; whoever is added is invited. People who are not here are left alone.
const people: Record<string, Person> = {
${personLines(picture, "  ", true)}
};

for (const [email, person] of Object.entries(people)) {
  new losant.OrgMembership(email, { orgId, email, ...person });
}
`;
}

function yamlProgram(picture: Picture): string {
  return `${head(picture)}
// Everybody in the organization. Whoever is taken out of people.yaml is removed; whoever is added is invited.
new losant.OrgRoster("everybody", losant.readRoster("people.yaml", { orgId }));
`;
}

function head({ organization }: Picture): string {
  return `import * as losant from "pulumi-losant";

const orgId = ${literal(asciiLowerCase(organization.id))};

// A setting that is not stated is left alone.
new losant.Organization("organization", {
  orgId,
${settingLines(organization)}
});
`;
}

function settingLines(organization: Organization): string {
  const settings = Object.entries(settingsOf(organization));
  return settings.map(([name, value]) => `  ${name}: ${expression(value)},`).join("\n");
}

/**
 * Not the plan: stating it would make this program decide on the bill. What a program may not state, as Losant takes more
 * than it documents, is left alone.
 */
function settingsOf({ name, description, iconColor, billingEmail, mfaMode }: Organization): object {
  const isColor = /^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(iconColor ?? "");
  const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(billingEmail ?? "");
  const settings = {
    name,
    description,
    iconColor: isColor ? iconColor : undefined,
    billingEmail: isAddress ? asciiLowerCase(billingEmail ?? "") : undefined,
    mfaMode,
  };
  return Object.fromEntries(
    Object.entries(settings).filter(([, value]) => value !== undefined && value !== ""),
  );
}

function personLines(picture: Picture, indent: string, asObjects = false): string {
  const people = exportedPeople(picture).flatMap((person) => [
    ...(person.comment === undefined ? [] : [`// ${person.comment}`]),
    `${literal(person.email)}: ${expression(entryOf(person, asObjects))},`,
  ]);
  const lapsed = lapsedInvites(picture).map((line) => `// lapsed: ${line}`);
  return [...people, ...lapsed].map((line) => indent + line).join("\n");
}

function entryOf({ role, applicationRoles, dashboardRoles }: ExportedPerson, asObject: boolean): unknown {
  const entry = {
    role,
    ...(applicationRoles.length > 0 && { applicationRoles }),
    ...(dashboardRoles.length > 0 && { dashboardRoles }),
  };
  return Object.keys(entry).length === 1 && !asObject ? role : entry;
}

function peopleFile(picture: Picture, inTeams: boolean): string {
  const people = exportedPeople(picture).map(
    ({ email, role, applicationRoles, dashboardRoles, comment }) => ({
      email,
      role,
      comment,
      applications: mapOf(applicationRoles),
      dashboards: mapOf(dashboardRoles),
    }),
  );
  return peopleYaml({
    people,
    inTeams,
    notes: lapsedInvites(picture).map((line) => `lapsed: ${oneLine(line)}`),
  });
}

function mapOf(roles: readonly ExportedRole[]) {
  if (roles.length === 0) return undefined;
  return Object.fromEntries(roles.map((one) => [textOf(one), one.role]));
}
