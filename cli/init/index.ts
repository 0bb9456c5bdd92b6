import { Command, Option } from "commander";
import type { LosantClient } from "../../client";
import { type Host, hosts, type PipelineRequest, refusePipeline, writePipeline } from "../ci/write-pipeline";
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
  pulumi-losant init --ci github
`;

interface InitOptions extends Known {
  install: boolean;
  ci?: Host;
}

async function init(flags: InitOptions, command: Command): Promise<void> {
  // First: whoever has no token must learn of the simulator before anything else is asked of them.
  const client = clientOfEnvironment();
  const options = checked(flags, command);
  const chosen = await answered(options, client);
  const pipeline = options.ci && pipelineOf(options.ci, chosen.folder, options.force ?? false);
  if (pipeline) refusePipeline(pipeline);
  await exportOrganization(client, { ...chosen, isForced: options.force ?? false });
  if (options.install) install(chosen.folder);
  if (pipeline) writePipeline(pipeline);
  console.log(nextSteps(chosen.folder, options.install));
}

/** The pipeline that `pulumi-losant ci` writes without options. */
function pipelineOf(host: Host, project: string, isForced: boolean): PipelineRequest {
  const names = { stacks: ["prod"], branch: "main", environment: "losant" };
  return { host, project, ...names, withEnds: false, isForced };
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
    .addOption(
      new Option("--ci <host>", "write a pipeline too, as pulumi-losant ci does").choices([...hosts]),
    )
    .option("--force", forceHelp)
    .option("--no-install", "do not run npm install")
    .addHelpText("after", help)
    .action(init);
