import { spawnSync } from "node:child_process";
import { Command, Option } from "commander";
import type { LosantClient } from "../../client";
import { asciiLowerCase, oneLine } from "../../client/text";
import { exportOrganization } from "../export/export-organization";
import { type Form, forms } from "../export/programs";
import { clientOfEnvironment } from "../live/client";
import { Questions } from "./ask";

const help = `
Asks for the organization, the form and the folder, where flags do not say them; then writes the project as
"pulumi-losant export" does, and runs npm install in it. Needs LOSANT_API_TOKEN. Without an account, start
"npx pulumi-losant simulate" in another terminal, and set LOSANT_API_URL and LOSANT_API_TOKEN to what it prints.

  pulumi-losant init
  pulumi-losant init --org 575ed6e87ae143cd83dc4aa8 --as yaml --out people
`;

const formWords: Record<Form, string> = {
  roster: "roster: one list of everybody, in TypeScript",
  memberships: "memberships: a person a line, whoever else is in the organization",
  yaml: "yaml: teams and people in people.yaml",
};

interface InitOptions {
  org?: string;
  as?: Form;
  out?: string;
  teams?: boolean;
  force?: boolean;
  install: boolean;
}

async function init(options: InitOptions, command: Command): Promise<void> {
  const missing = (["org", "as", "out"] as const).filter((name) => options[name] === undefined);
  if (missing.length > 0 && !process.stdin.isTTY) {
    const flags = missing.map((name) => `--${name}`).join(", ");
    command.error(`error: this is no terminal to ask on: state ${flags}`, { exitCode: 2 });
  }
  const client = clientOfEnvironment();
  const chosen = await answered(options, client);
  await exportOrganization(client, {
    ...chosen,
    inTeams: options.teams ?? false,
    isForced: options.force ?? false,
  });
  if (options.install) install(chosen.folder);
  console.log(
    `Next: cd ${chosen.folder}, pulumi stack init prod, pulumi up. The first up changes nothing at Losant.`,
  );
}

/** What flags say, and answers to the rest. */
async function answered({ org, as, out }: InitOptions, client: LosantClient) {
  const questions = new Questions();
  try {
    return {
      orgId:
        org === undefined
          ? await questions.choose("Which organization?", await organizations(client))
          : asciiLowerCase(org.trim()),
      form: as ?? (await questions.choose("How do you want to write people down?", formsToChoose)),
      folder: out ?? (await questions.ask("Folder", "losant-people")),
    };
  } finally {
    questions.close();
  }
}

const formsToChoose = forms.map((form) => ({ label: formWords[form], value: form }));

async function organizations(client: LosantClient) {
  const all = await client.orgs.all();
  if (all.length === 0) throw new Error("The token sees no organization. Use another one, or the simulator.");
  return all.map(({ id, name }) => ({ label: `${oneLine(name)} (${id})`, value: asciiLowerCase(id) }));
}

function install(folder: string): void {
  const { status } = spawnSync("npm", ["install", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0)
    throw new Error(`npm install failed in ${folder}. The project is written: run it there again.`);
}

/** `pulumi-losant init`. */
export const initCommand = (): Command =>
  new Command("init")
    .description("make a Pulumi project of a live organization, step by step")
    .option("--org <id>", "the organization")
    .addOption(new Option("--as <form>", "how people are written").choices([...forms]))
    .option("--out <folder>", "where to write")
    .option("--teams", "with the form yaml: people with the same access become teams")
    .option("--force", "overwrite files that are there")
    .option("--no-install", "do not run npm install")
    .addHelpText("after", help)
    .action(init);
