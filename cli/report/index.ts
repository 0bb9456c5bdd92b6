import { writeFileSync } from "node:fs";
import { Command, InvalidArgumentError, Option } from "commander";
import type { AnswerNote, LosantClient } from "../../client";
import { printable } from "../../client/printable";
import { readDirectory } from "../../people";
import { evidenceFiles, reportJson } from "../../report/evidence";
import type { Manifest } from "../../report/manifest";
import { reportPage } from "../../report/page/page";
import type { Report } from "../../report/report";
import { mostDays } from "../../usage/range";
import { statedOrg } from "../live/organizations";
import { parsePeople } from "../simulate";
import { parseMoment, refuseRange } from "../usage/options";
import { refusingWrongRange } from "../usage/wrong-range";
import { readChanges } from "./changes";
import { connect } from "./connect";
import { readEarlier } from "./earlier";
import { refuseUsedFolder, writeFolder } from "./evidence-folder";
import { withFormerMembers } from "./former-members";
import { type ReportRequest, readReport } from "./read-report";
import { statedPeople } from "./stated";
import { refuseIncomplete, summaryOf } from "./summary";

const help = `
Writes who has access as one HTML page that loads nothing: what needs attention, people with all their roles, the same by
application and dashboard, invites. It opens from a mail attachment, in light and dark, and prints. Needs
LOSANT_API_TOKEN; nothing is changed at Losant.

  pulumi-losant report
  pulumi-losant report --simulated 60        # without an account
  pulumi-losant report --people "people/*.yaml" --json report.json
  pulumi-losant report --since last-month.json
  pulumi-losant report --credentials         # API tokens and access keys too: two requests for each application
  pulumi-losant report --evidence access-review-2026-11

A report that could not read everything says so at its top, and the command ends with 1. --evidence writes the page, its
data, each table as CSV, and a manifest with their hashes and what was read when. See docs/report.md.
`;

const defaultFile = "losant-report.html";

interface ReportOptions {
  org?: string[];
  people?: string[];
  out?: string;
  json?: string;
  since?: string;
  evidence?: string;
  date?: Date;
  simulated?: number;
  usage?: boolean;
  from?: Date;
  to?: Date;
  credentials?: boolean;
}

async function reportAction(options: ReportOptions, command: Command): Promise<void> {
  const request = requestOf(options, command);
  const earlier = options.since === undefined ? undefined : readEarlier(options.since);
  if (options.evidence !== undefined) refuseUsedFolder(options.evidence);
  const requests: Manifest["requests"] = [];
  const { client, close } = await connect(options.simulated, (answer) => requests.push(noted(answer)));
  const read = () => readWithChanges(client, request, earlier);
  const report = await refusingWrongRange(command, read).finally(close);
  const written = writeReport(report, requests, options);
  console.log(printable(summaryOf(report, written)));
  refuseIncomplete(report);
}

async function readWithChanges(
  client: LosantClient,
  request: ReportRequest,
  earlier: Report | undefined,
): Promise<Report> {
  const report = await readReport(client, request);
  if (earlier === undefined) return report;
  return { ...withFormerMembers(report, earlier), changes: await readChanges(client, earlier, report) };
}

/** Writes what was asked for. Gives the names. */
function writeReport(
  report: Report,
  requests: Manifest["requests"],
  { out, json, evidence }: ReportOptions,
): string[] {
  const page = out ?? (evidence === undefined ? defaultFile : undefined);
  if (page !== undefined) writeFileSync(page, reportPage(report));
  if (json !== undefined) writeFileSync(json, reportJson(report));
  if (evidence !== undefined) writeFolder(evidence, evidenceFiles(report, requests));
  return [page, json, evidence].filter((name) => name !== undefined);
}

function requestOf(options: ReportOptions, command: Command): ReportRequest {
  const { org = [], people, date, usage = false, credentials = false } = options;
  const orgIds = org.flatMap((one) => statedOrg(command, one, "for all that the token sees") ?? []);
  const usageRange = usage ? { from: options.from, to: options.to } : undefined;
  refuseUsageRange(options, command);
  const asked = { orgIds, date, usageRange, withCredentials: credentials };
  if (people === undefined) return { ...asked, people: undefined };
  const directory = readDirectory(people, process.cwd(), date ?? new Date());
  const files = [...directory.files].sort();
  return { ...asked, people: { files, statedAt: (now) => statedPeople(directory, now) } };
}

function refuseUsageRange({ usage = false, from, to }: ReportOptions, command: Command): void {
  if (!usage && (from ?? to) !== undefined)
    command.error("error: --from and --to are of --usage", { exitCode: 2 });
  refuseRange(command, { from, to }, new Date());
}

function noted({ request, status, date }: AnswerNote): Manifest["requests"][number] {
  const time = Date.parse(date ?? "");
  return { request, status, answeredAt: Number.isNaN(time) ? null : new Date(time).toISOString() };
}

function parseDate(text: string): Date {
  const isDate = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text);
  const date = new Date(text);
  if (isDate && !Number.isNaN(date.getTime())) return date;
  throw new InvalidArgumentError(
    "A date is 2027-01-31, or a moment with its zone such as 2027-01-31T17:00:00Z.",
  );
}

function another(org: string, others: string[] = []): string[] {
  return [...others, org];
}

/** `pulumi-losant report`. */
export const reportCommand = (): Command =>
  new Command("report")
    .description("write who has access as a page for people")
    .option("--org <id>", "an organization, may be repeated; default all that the token sees", another)
    .option("--people <file...>", "files of people to compare with: ends, reasons, owners, who is in none")
    .option("--out <file>", `where to write the page; default ${defaultFile}`)
    .option("--json <file>", "write the data too; its schema is dist/report.schema.json")
    .option("--since <file>", "the data of an earlier report: who came, went, was promoted, demoted")
    .option("--evidence <folder>", "write page, data, CSV and a manifest with hashes into a new folder")
    .option("--date <date>", "the moment that the report is about; default now, by Losant's clock", parseDate)
    .option("--usage", "pictures of usage in the billing period too, as pulumi-losant usage reads it")
    .option(
      "--from <time>",
      `with --usage, its first day (UTC), or a time; at most ${mostDays} days; default the billing period's start`,
      parseMoment("start"),
    )
    .option(
      "--to <time>",
      "with --usage, its last day, all of it, or a time; default now",
      parseMoment("end"),
    )
    .option("--credentials", "API tokens and access keys of applications too, by who made them")
    .addOption(
      new Option(
        "--simulated <number>",
        "report a simulated organization of so many people, without an account",
      )
        .argParser(parsePeople)
        .conflicts("org"),
    )
    .addHelpText("after", help)
    .action(reportAction);
