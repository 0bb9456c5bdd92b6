import type { LosantClient, Organization } from "../../client";
import { printable } from "../../client/printable";
import { asciiLowerCase } from "../../client/text";
import { listOrganizations } from "./list-organizations";

/** The organization that a command is about: the one that is named, else the only one that the token sees. */
export async function chosenOrgId(client: LosantClient, orgId: string | undefined): Promise<string> {
  if (orgId !== undefined) return orgId;
  const all = await listOrganizations(client);
  const [only] = all;
  if (only && all.length === 1) return asciiLowerCase(only.id);
  if (!only) throw new Error("The token sees no organization. Pass one with --org.");
  throw new Error(
    `The token sees several organizations. Pass one of them with --org: ${all.map(named).join("; ")}.`,
  );
}

function named({ id, name }: Organization): string {
  return `${id} (${printable(name)})`;
}
