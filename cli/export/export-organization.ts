import type { LosantClient } from "../../client";
import { printable } from "../../client/printable";
import { type OrganizationSnapshot, readSnapshot } from "../live/organization-snapshot";
import { packageVersion, pulumiVersions } from "../package-version";
import { withProgress } from "../progress";
import type { Form } from "./options";
import { overwrittenWarning, unreadWarnings } from "./overwriting";
import { type ExportedPeople, exportedPeople } from "./people";
import { fileNames, projectFiles } from "./project";
import { exportedSettings } from "./settings";
import { refuseFolder, writeFiles } from "./write-files";

/** What to write, and where. */
export interface ExportRequest {
  orgId: string;
  form: Form;
  folder: string;
  inTeams: boolean;
  isForced: boolean;
}

/** Reads an organization and writes it as a project. Tells on stderr what a reader has to know. */
export async function exportOrganization(client: LosantClient, request: ExportRequest): Promise<void> {
  const { orgId, form, folder, inTeams, isForced } = request;
  refuseFolder(folder, fileNames(form), isForced);
  const snapshot = await withProgress(`Reading organization ${orgId}`, () => readSnapshot(client, orgId));
  const versions = { package: packageVersion(), pulumi: pulumiVersions() };
  const exported = exportedPeople(snapshot);
  const files = projectFiles(snapshot, form, inTeams, versions);
  const lost = writeFiles(folder, files).map((name) => overwrittenWarning(folder, name));
  const left = unreadWarnings(folder, form);
  for (const line of [...warnings(snapshot, exported), ...lost, ...left]) console.error(`warning: ${line}`);
  const count = exported.people.length;
  console.log(
    `Wrote ${count === 1 ? "1 person" : `${count} people`} of ${printable(snapshot.organization.name)} (${orgId}) to ${folder}: ` +
      `${Object.keys(files).join(", ")}.`,
  );
}

function warnings(snapshot: OrganizationSnapshot, exported: ExportedPeople): string[] {
  const { applications, dashboards, expired } = snapshot;
  const unnamed = [
    ...(applications ? [] : ["applications (it needs the scope applications.get)"]),
    ...(dashboards ? [] : ["dashboards (it needs the scope dashboards.get)"]),
  ];
  return [
    ...unnamed.map((what) => `the token may not list ${what}: roles on them are written by id.`),
    ...omissionsIn(snapshot, exported),
    ...expiredWarning(expired.length),
  ];
}

function expiredWarning(count: number): string[] {
  if (count === 0) return [];
  return [
    count === 1
      ? "1 expired invite is written as a comment."
      : `${count} expired invites are written as comments.`,
  ];
}

/** What no program may state: it stands as a comment, and stays at Losant as it is. */
function omissionsIn({ organization }: OrganizationSnapshot, { people, leftOut }: ExportedPeople): string[] {
  return [
    ...exportedSettings(organization).omissions,
    ...leftOut.map((line) => `left out: ${line}`),
    ...people.flatMap(({ email, omissions }) => omissions.map((line) => printable(`${email}: ${line}`))),
  ];
}
