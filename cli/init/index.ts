import { Command, Option } from "commander";
import type { LosantClient } from "../../client";
import { exportOrganization } from "../export/export-organization";
import { nextSteps } from "../export/next-steps";
import { folderHelp, forms, refuseNoFolder, refuseTeams } from "../export/options";
import { forceHelp } from "../export/overwriting";
import { clientOfEnvironment } from "../live/client";
import { statedOrg } from "../live/organizations";
import { type Answers, answersTo, type Known } from "./answers";
import { Questions } from "./ask";
import { install } from "./install";
import { organizationChoices } from "./organization-choices";

const help = `
Asks for the organization, the form and the folder, unless flags name them; then writes the project as
"pulumi-losant export" does, and runs npm install in it. Needs LOSANT_API_TOKEN. Without an account, start
"npx pulumi-losant simulate --people 12" in another terminal, and set LOSANT_API_URL and LOSANT_API_TOKEN to the url and
token that it prints.

  pulumi-losant init
  pulumi-losant init --org 575ed6e87ae143cd83dc4aa8 --as yaml --out people
`;

interface InitOptions extends Known {
  install: boolean;
}

async function init(flags: InitOptions, command: Command): Promise<void> {
  // First: whoever has no token must learn of the simulator before anything else is asked of them.
  const client = clientOfEnvironment();
  const options = checked(flags, command);
  const chosen = await answered(options, client);
  await exportOrganization(client, { ...chosen, isForced: options.force ?? false });
  if (options.install) install(chosen.folder);
  console.log(nextSteps(chosen.folder, options.install));
}

/** Ends the command as wrong use where flags cannot be used, or are missing and nobody can be asked. */
function checked(flags: InitOptions, command: Command): InitOptions {
  const form = flags.teams ? (flags.as ?? "yaml") : flags.as;
  refuseTeams(command, form, flags.teams ?? false);
  refuseNoFolder(command, flags.out);
  const org = statedOrg(command, flags.org, "to choose from a list");
  const options = { ...flags, ...(form && { as: form }), org };
  const missing = (["org", "as", "out"] as const).filter((name) => options[name] === undefined);
  if (missing.length === 0 || process.stdin.isTTY) return options;
  const lacking = missing.map((name) => `--${name}`);
  return command.error(`error: not a terminal: pass ${inWords(lacking)}`, { exitCode: 2 });
}

/** `--org, --as and --out`. */
function inWords(flags: string[]): string {
  const last = flags.at(-1) ?? "";
  return flags.length < 2 ? last : `${flags.slice(0, -1).join(", ")} and ${last}`;
}

async function answered(options: InitOptions, client: LosantClient): Promise<Answers> {
  const questions = new Questions();
  try {
    return await answersTo(options, () => organizationChoices(client), questions);
  } finally {
    questions.close();
  }
}

/** `pulumi-losant init`. */
export const initCommand = (): Command =>
  new Command("init")
    .description("create a Pulumi project from a live organization, step by step")
    .option("--org <id>", "the organization")
    .addOption(new Option("--as <form>", "how people are written").choices([...forms]))
    .option("--out <folder>", folderHelp)
    .option("--teams", "people with the same access become teams (form yaml)")
    .option("--force", forceHelp)
    .option("--no-install", "do not run npm install")
    .addHelpText("after", help)
    .action(init);
