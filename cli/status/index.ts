import { Command } from "commander";
import { printableJson } from "../../client/text";
import { readDirectory } from "../../people";
import { clientOfEnvironment } from "../live/client";
import { statedOrg } from "../live/organizations";
import { refuseFailed, statusOfAll, statusOfOne } from "./read-status";
import { Status } from "./shape";
import { type Terms, termsIn } from "./terms";
import { statusText } from "./text";

const help = `
Shows the members of an organization with roles, second factor and single sign-on, its invites with the days left, its
seats and allowed domains, and the token's user. Without --org: of all organizations that the token sees; if some cannot
be read, it shows the others, and ends with 1. Losant does not know when access ends: --people reads it from files of
people, and shows who is in them but not at Losant. --credentials lists API tokens and access keys of applications whose
maker is no member any more, and tokens that never expire (two requests for each application). Needs LOSANT_API_TOKEN.

  pulumi-losant status
  pulumi-losant status --org 575ed6e87ae143cd83dc4aa8 --people people.yaml
  pulumi-losant status --json        # the fields are described in docs/status.md
`;

interface StatusOptions {
  org?: string;
  people?: string[];
  json?: boolean;
  credentials?: boolean;
}

async function status(options: StatusOptions, command: Command): Promise<void> {
  const { people = [], json = false, credentials = false } = options;
  const org = statedOrg(command, options.org, "for all that the token sees");
  const terms = termsOf(people);
  const client = clientOfEnvironment();
  const result = await (org === undefined
    ? statusOfAll(client, terms, credentials)
    : statusOfOne(client, org, terms, credentials));
  console.log(json ? printableJson(Status.parse(result)) : statusText(result));
  refuseFailed(result);
}

function termsOf(files: string[]): Terms {
  if (files.length === 0) return new Map();
  const now = new Date();
  return termsIn(readDirectory(files, process.cwd(), now), now);
}

/** `pulumi-losant status`. */
export const statusCommand = (): Command =>
  new Command("status")
    .description("show members, invites and seats of an organization")
    .option("--org <id>", "the organization; default all that the token sees")
    .option("--people <file...>", "files of people, for the ends of access")
    .option("--credentials", "show API tokens and access keys to look at: of people who left, or endless")
    .option("--json", "print JSON")
    .addHelpText("after", help)
    .action(status);
