import type { Command } from "commander";
import { asciiLowerCase } from "../../client/text";
import { isId } from "../../people";

/** The id that --org says. Ends a command as wrong use where it is none; `otherwise`: what comes of leaving it out. */
export function statedOrg(command: Command, org: string | undefined, otherwise: string): string | undefined {
  const orgId = org === undefined ? undefined : asciiLowerCase(org.trim());
  if (orgId === undefined || isId(orgId)) return orgId;
  return command.error(`error: --org: must be 24 hex digits, or leave it out ${otherwise}`, { exitCode: 2 });
}
