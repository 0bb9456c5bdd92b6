import { asciiLowerCase } from "../../client/text";
import { peopleYaml } from "../../people";
import type { OrganizationSnapshot } from "../live/organization-snapshot";
import { removalComments } from "./advice";
import { expression, literal } from "./code";
import type { Form } from "./options";
import {
  type ExportedPeople,
  type ExportedPerson,
  type ExportedRole,
  expiredInvites,
  exportedPeople,
  textOf,
} from "./people";
import { exportedSettings } from "./settings";

/** Files by name. */
export type Files = Record<string, string>;

/** The program of a form, with the people; the same organization gives the same text. */
export function programFiles(snapshot: OrganizationSnapshot, form: Form, inTeams: boolean): Files {
  if (form === "roster") return { "index.ts": rosterProgram(snapshot) };
  if (form === "memberships") return { "index.ts": membershipsProgram(snapshot) };
  return { "index.ts": yamlProgram(snapshot), "people.yaml": peopleFile(snapshot, inTeams) };
}

function rosterProgram(snapshot: OrganizationSnapshot): string {
  const exported = exportedPeople(snapshot);
  return `${head(snapshot)}
// Everybody in the organization.
${indented(removalComments("roster", "this file"), "// ")}
new losant.OrgRoster("everybody", {
  orgId,
  members: {
${indented(personLines(exported, snapshot, "roster"), "    ")}
  },${exported.people.length === 0 ? "\n  allowEmpty: true," : ""}
});
`;
}

function membershipsProgram(snapshot: OrganizationSnapshot): string {
  return `${head(snapshot)}
type Person = Omit<losant.OrgMembershipArgs, "orgId" | "email">;

// People who are not in this list are left alone.
${indented(removalComments("memberships", "this file"), "// ")}
const people: Record<string, Person> = {
${indented(personLines(exportedPeople(snapshot), snapshot, "memberships"), "  ")}
};

for (const [email, person] of Object.entries(people)) {
  new losant.OrgMembership(email, { orgId, email, ...person });
}
`;
}

function yamlProgram(snapshot: OrganizationSnapshot): string {
  return `${head(snapshot)}
// Everybody in the organization.
${indented(removalComments("yaml", "people.yaml"), "// ")}
new losant.OrgRoster("everybody", losant.readRoster("people.yaml", { orgId }));
`;
}

function head({ organization }: OrganizationSnapshot): string {
  const { settings, omissions } = exportedSettings(organization);
  const start = `import * as losant from "pulumi-losant";

const orgId = ${literal(asciiLowerCase(organization.id))};
`;
  const left = omissions.map((line) => `// ${line}`);
  if (settings === undefined) return [start, ...left, ""].join("\n");
  const lines = Object.entries(settings).map(([name, value]) => `${name}: ${expression(value)},`);
  return `${start}
// A setting that is not stated is left alone.
new losant.Organization("organization", {
  orgId,
${indented([...lines, ...left], "  ")}
});
`;
}

function indented(lines: readonly string[], indent: string): string {
  return lines.map((line) => indent + line).join("\n");
}

function personLines(exported: ExportedPeople, snapshot: OrganizationSnapshot, form: Form): string[] {
  const stated = exported.people.flatMap((person) => [
    ...person.comments.map((comment) => `// ${comment}`),
    `${literal(person.email)}: ${expression(entryOf(person, form === "memberships"))},`,
  ]);
  return [...stated, ...notesOn(exported, snapshot, form).map((note) => `// ${note}`)];
}

/** Lines about people who are not declared. */
function notesOn({ people, leftOut }: ExportedPeople, snapshot: OrganizationSnapshot, form: Form): string[] {
  const isWhole = leftOut.length === 0 && people.every(({ omissions }) => omissions.length === 0);
  return [
    ...leftOut.map((line) => `left out: ${line}`),
    ...(isWhole || form === "memberships"
      ? []
      : ['What is left out stays as it is, unless unmanaged is "remove".']),
    ...expiredInvites(snapshot).map((line) => `expired: ${line}`),
  ];
}

function entryOf({ role, applicationRoles, dashboardRoles }: ExportedPerson, asObject: boolean): unknown {
  const entry = {
    role,
    ...(applicationRoles.length > 0 && { applicationRoles }),
    ...(dashboardRoles.length > 0 && { dashboardRoles }),
  };
  return Object.keys(entry).length === 1 && !asObject ? role : entry;
}

function peopleFile(snapshot: OrganizationSnapshot, inTeams: boolean): string {
  const exported = exportedPeople(snapshot);
  const people = exported.people.map(({ applicationRoles, dashboardRoles, ...person }) => ({
    ...person,
    applications: mapOf(applicationRoles),
    dashboards: mapOf(dashboardRoles),
  }));
  return peopleYaml({ people, inTeams, notes: notesOn(exported, snapshot, "yaml") });
}

function mapOf(roles: readonly ExportedRole[]) {
  if (roles.length === 0) return undefined;
  return Object.fromEntries(roles.map((one) => [textOf(one), one.role]));
}
