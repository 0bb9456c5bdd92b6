import type { Command } from "commander";
import { isMissingRight, type LosantClient, type Organization } from "../../client";
import { printable } from "../../client/printable";
import { asciiLowerCase } from "../../client/text";
import { isId } from "../../people";
import { type Patience, withProgress } from "../progress";

/** All organizations that the token sees. @throws where it may not list them, with the way out */
export async function listOrganizations(client: LosantClient, patience?: Patience): Promise<Organization[]> {
  try {
    return await withProgress("Listing organizations", () => client.orgs.all(), patience);
  } catch (error) {
    if (!isMissingRight(error)) throw error;
    const way = "pass the organization's id with --org, or use a token with the scope orgs.get";
    throw new Error(`The token may not list organizations: ${way}.`, { cause: error });
  }
}

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

/** The id that --org says. Ends a command as wrong use where it is none; `otherwise`: what comes of leaving it out. */
export function statedOrg(command: Command, org: string | undefined, otherwise: string): string | undefined {
  const orgId = org === undefined ? undefined : asciiLowerCase(org.trim());
  if (orgId === undefined || isId(orgId)) return orgId;
  return command.error(`error: --org: must be 24 hex digits, or leave it out ${otherwise}`, { exitCode: 2 });
}
