import { Command, Option } from "commander";
import { printableJson } from "../../client/text";
import { usageCsv } from "../../usage/csv";
import { Usage } from "../../usage/figures";
import { mostDays } from "../../usage/range";
import { groupings } from "../../usage/range-text";
import { usageText } from "../../usage/text";
import { clientOfEnvironment } from "../live/client";
import { judge, unjudged } from "./judge";
import { parseBy, parseMoment, parseShare, refuseRange, statedOrgs, type UsageOptions } from "./options";
import { paintFor } from "./paint";
import { writePictures } from "./pictures";
import { readUsage } from "./read-usage";
import { refusingWrongRange } from "./wrong-range";

const help = `
Shows devices, payloads, notebook minutes and seats of an organization: so far in the billing period, projected to its end,
and beside the limit; then by day, hour or kind of payload. Without --org: of all organizations that the token sees.
Nothing is changed. What cannot be read is named, and the command ends with 1. Needs LOSANT_API_TOKEN.

  pulumi-losant usage
  pulumi-losant usage --fail-over 90%                  # for a daily job: 1 if a figure or its projection is over
  pulumi-losant usage --from 2026-10-01 --to 2026-10-31 --by kind
  pulumi-losant usage --svg pictures --csv > usage.csv # the fields are described in docs/usage.md
`;

async function usageAction(options: UsageOptions, command: Command): Promise<void> {
  const orgIds = statedOrgs(command, options.org);
  const range = { from: options.from, to: options.to };
  refuseRange(command, range, new Date());
  const client = clientOfEnvironment();
  const wanted = { orgIds, range, hours: options.by === "hour" };
  const usage = await refusingWrongRange(command, () => readUsage(client, wanted));
  console.log(written(usage, options));
  if (options.svg !== undefined) {
    const names = await writePictures(options.svg, usage.organizations);
    console.error(`Wrote ${names.length} pictures to ${options.svg}`);
  }
  const note = options.failOver === undefined ? undefined : unjudged(usage);
  if (note !== undefined) console.error(note);
  judge(usage, options.failOver);
}

function written(usage: Usage, { json, csv, by }: UsageOptions): string {
  if (json) return printableJson(Usage.parse(usage));
  if (csv) return usageCsv(usage.organizations, by).replace(/\r\n$/, "\r");
  return usageText(usage, by, paintFor(process.stdout, process.env));
}

const collected = (value: string, before: string[]) => [...before, value];

/** `pulumi-losant usage`. */
export const usageCommand = (): Command =>
  new Command("usage")
    .description("show devices, payloads, notebook minutes and seats beside their limits")
    .option("--org <id>", "an organization, repeatable; default all that the token sees", collected, [])
    .option(
      "--from <time>",
      `the first day (UTC), or a time; at most ${mostDays} days; default the billing period's start`,
      parseMoment("start"),
    )
    .option("--to <time>", "the last day, all of it, or a time; default now", parseMoment("end"))
    .addOption(new Option("--by <what>", groupings.join(", ")).argParser(parseBy).default("day"))
    .addOption(new Option("--json", "print JSON").conflicts("csv"))
    .option("--csv", "print CSV of the days, hours or kinds")
    .option("--svg <folder>", "write pictures into this folder")
    .option(
      "--fail-over <share>",
      "end with 1 if a figure or its projection is over this share of its limit, such as 90%",
      parseShare,
    )
    .addHelpText("after", help)
    .action(usageAction);
