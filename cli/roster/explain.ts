import { Command } from "commander";
import { printable } from "../../client/printable";
import { canonicalAddress, printableJson } from "../../client/text";
import {
  accessOf,
  type Directory,
  describeAccess,
  everybodyIn,
  nearest,
  readDirectory,
  roleForMeantime,
} from "../../people";

const help = `
Tells what a person has, by which team, and until when.

  pulumi-losant roster explain ann@example.com people.yaml
  pulumi-losant roster explain ann@example.com "people/*.yaml" --json
`;

interface ExplainOptions {
  json?: boolean;
}

function explain(address: string, files: string[], { json = false }: ExplainOptions): void {
  const now = new Date();
  const directory = readDirectory(files, process.cwd(), now);
  const email = canonicalAddress(address);
  if (!everybodyIn(directory).includes(email)) throw new Error(describeAbsence(address, directory));
  const access = accessOf(directory, email, now);
  if (json) console.log(printableJson(access));
  else
    for (const line of describeAccess(access, roleForMeantime(directory, access.role)))
      console.log(printable(line));
}

function describeAbsence(address: string, directory: Directory): string {
  const [near] = nearest(address, everybodyIn(directory), 1);
  const hint = near === undefined ? "" : ` Did you mean ${near}?`;
  return printable(`${address} is in no team and not among the people of these files.${hint}`);
}

/** `pulumi-losant roster explain ADDRESS FILE…`. */
export const explainCommand = (): Command =>
  new Command("explain")
    .description("tell which access a person has, by which team, until when")
    .argument("<address>", "the person's email address")
    .argument("<file...>", 'files of people, or patterns such as "people/*.yaml"')
    .option(
      "--json",
      "print JSON: email, role, applications, dashboards, until, reason, owner, isEnded, grants, ended",
    )
    .addHelpText("after", help)
    .action(explain);
