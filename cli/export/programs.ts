import { asciiLowerCase } from "../../client/text";
import { peopleYaml } from "../../people";
import type { Picture } from "../live/picture";
import { expression, literal } from "./code";
import type { Form } from "./forms";
import { lettingGo } from "./letting-go";
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
export function programFiles(picture: Picture, form: Form, inTeams: boolean): Files {
  if (form === "roster") return { "index.ts": rosterProgram(picture) };
  if (form === "memberships") return { "index.ts": membershipsProgram(picture) };
  return { "index.ts": yamlProgram(picture), "people.yaml": peopleFile(picture, inTeams) };
}

function rosterProgram(picture: Picture): string {
  const exported = exportedPeople(picture);
  return `${head(picture)}
// Everybody in the organization.
${indented(lettingGo("roster", "this file"), "// ")}
new losant.OrgRoster("everybody", {
  orgId,
  members: {
${indented(personLines(exported, picture, "roster"), "    ")}
  },${exported.people.length === 0 ? "\n  allowEmpty: true," : ""}
});
`;
}

function membershipsProgram(picture: Picture): string {
  return `${head(picture)}
type Person = Omit<losant.OrgMembershipArgs, "orgId" | "email">;

// People who are not in this list are left alone.
${indented(lettingGo("memberships", "this file"), "// ")}
const people: Record<string, Person> = {
${indented(personLines(exportedPeople(picture), picture, "memberships"), "  ")}
};

for (const [email, person] of Object.entries(people)) {
  new losant.OrgMembership(email, { orgId, email, ...person });
}
`;
}

function yamlProgram(picture: Picture): string {
  return `${head(picture)}
// Everybody in the organization.
${indented(lettingGo("yaml", "people.yaml"), "// ")}
new losant.OrgRoster("everybody", losant.readRoster("people.yaml", { orgId }));
`;
}

function head({ organization }: Picture): string {
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

function personLines(exported: ExportedPeople, picture: Picture, form: Form): string[] {
  const stated = exported.people.flatMap((person) => [
    ...person.comments.map((comment) => `// ${comment}`),
    `${literal(person.email)}: ${expression(entryOf(person, form === "memberships"))},`,
  ]);
  return [...stated, ...notesOn(exported, picture, form).map((note) => `// ${note}`)];
}

/** Lines about people who are not declared. */
function notesOn({ people, leftOut }: ExportedPeople, picture: Picture, form: Form): string[] {
  const isWhole = leftOut.length === 0 && people.every(({ omissions }) => omissions.length === 0);
  return [
    ...leftOut.map((line) => `left out: ${line}`),
    ...(isWhole || form === "memberships"
      ? []
      : ['What is left out stays as it is, unless unmanaged is "remove".']),
    ...expiredInvites(picture).map((line) => `expired: ${line}`),
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

function peopleFile(picture: Picture, inTeams: boolean): string {
  const exported = exportedPeople(picture);
  const people = exported.people.map(({ applicationRoles, dashboardRoles, ...person }) => ({
    ...person,
    applications: mapOf(applicationRoles),
    dashboards: mapOf(dashboardRoles),
  }));
  return peopleYaml({ people, inTeams, notes: notesOn(exported, picture, "yaml") });
}

function mapOf(roles: readonly ExportedRole[]) {
  if (roles.length === 0) return undefined;
  return Object.fromEntries(roles.map((one) => [textOf(one), one.role]));
}
