import { Command, Option } from "commander";
import { clientOfEnvironment } from "../live/client";
import { chosenOrgId, statedOrg } from "../live/organizations";
import { exportOrganization } from "./export-organization";
import { nextSteps } from "./next-steps";
import { type Form, folderHelp, forms, refuseNoFolder, refuseTeams } from "./options";
import { forceHelp } from "./overwriting";

const help = `
Reads a live organization and writes a complete Pulumi project: program, people, Pulumi.yaml, package.json. The first
"pulumi up" of it changes nothing at Losant, and the preview after that is empty. Needs LOSANT_API_TOKEN; roles on
applications and dashboards are written by name if the token has applications.get and dashboards.get, else by id.

  pulumi-losant export --org 575ed6e87ae143cd83dc4aa8 --as yaml --teams --out people
  pulumi-losant export --as memberships --out people

Forms: roster (one OrgRoster), memberships (one OrgMembership per person), yaml (people.yaml, and a program that reads it).
`;

interface ExportOptions {
  org?: string;
  as: Form;
  out: string;
  teams?: boolean;
  force?: boolean;
}

async function exportLive(options: ExportOptions, command: Command): Promise<void> {
  const { as: form, out: folder, teams: inTeams = false, force: isForced = false } = options;
  refuseTeams(command, form, inTeams);
  refuseNoFolder(command, folder);
  const org = statedOrg(command, options.org, "to choose from a list");
  const client = clientOfEnvironment();
  await exportOrganization(client, {
    orgId: await chosenOrgId(client, org),
    form,
    folder,
    inTeams,
    isForced,
  });
  console.log(nextSteps(folder, false));
}

/** `pulumi-losant export`. */
export const exportCommand = (): Command =>
  new Command("export")
    .description("write a live organization as a Pulumi project")
    .option("--org <id>", "the organization; default the only one that the token sees")
    .addOption(new Option("--as <form>", "how people are written").choices([...forms]).default("roster"))
    .option("--out <folder>", folderHelp, "losant-people")
    .option("--teams", "with --as yaml: people with the same access become teams")
    .option("--force", forceHelp)
    .addHelpText("after", help)
    .action(exportLive);
