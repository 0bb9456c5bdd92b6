import { execFileSync } from "node:child_process";
import { appendFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { Command } from "commander";
import { approvedPlan } from "../../plan/approved";
import { collectPlan, type Previewed } from "../../plan/collect";
import { type FindingKind, findingKinds, findingsIn, isRefused } from "../../plan/findings";
import { isComplete } from "../../plan/groups";
import { longestSummary, planMarkdown } from "../../plan/markdown";
import { Plan } from "../../plan/plan";
import { planText } from "../../plan/text";
import { widgetOf } from "../../plan/widget";
import { Found } from "../found";
import { commitsOf } from "./commits";
import { readEvents, stackIn } from "./events";
import { kindsIn } from "./kinds";
import { type PreviewResult, runPreview } from "./preview";
import { shownOptions } from "./shown-options";

const help = `
Runs "pulumi preview" and says what an up would do to people: who loses access, who becomes an admin, who gets access, what
was changed at Losant, and what guard rails refuse. Nothing is changed. What follows -- goes to pulumi
preview, and nothing else does.

  pulumi-losant plan --stack production --text
  pulumi-losant plan --markdown plan.md --json plan.json -- --refresh
  pulumi-losant plan --fail-on drift,unmanaged -- --refresh

It ends with 1 if the preview failed or something is refused, and for what --fail-on names: ${findingKinds.join(", ")}.
`;

interface PlanOptions {
  stack?: string;
  cwd: string;
  markdown?: string;
  summary?: string;
  json?: string;
  gitlab?: string;
  save?: string;
  text?: boolean;
  failOn: FindingKind[];
}

async function planAction(more: string[], options: PlanOptions): Promise<void> {
  const folder = resolve(options.cwd);
  const result = await runPreview({ stack: options.stack, folder, more });
  // Asking Pulumi takes a process of its own.
  const stack = options.stack ?? stackIn(result.events) ?? selectedStack(folder);
  const plan = Plan.parse(collectPlan(previewed(result, stack, options, more)));
  const now = new Date();
  writeFiles(plan, now, options);
  if (options.text || (options.markdown ?? options.json) === undefined)
    console.log(`\n${planText(plan, now)}`);
  if (options.save !== undefined) saveApproved(plan, options.save);
  refuse(plan, options.failOn);
}

function writeFiles(plan: Plan, now: Date, { markdown, summary, json, gitlab }: PlanOptions): void {
  if (markdown !== undefined) writeFileSync(markdown, planMarkdown(plan, now));
  if (summary !== undefined) appendFileSync(summary, planMarkdown(plan, now, longestSummary));
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(plan, undefined, 2)}\n`);
  // The widget has no place for a failure: without numbers it says that there are none.
  if (gitlab !== undefined && isComplete(plan)) writeFileSync(gitlab, `${JSON.stringify(widgetOf(plan))}\n`);
}

/** @throws where not everything is known: that cannot be approved. */
function saveApproved(plan: Plan, file: string): void {
  if (!isComplete(plan)) throw new Error("a preview that failed cannot be approved");
  writeFileSync(file, `${JSON.stringify(approvedPlan(plan), undefined, 2)}\n`);
}

/** @throws for a failed preview, a refusal, or a finding that is asked for. */
function refuse(plan: Plan, kinds: readonly FindingKind[]): void {
  if (!isComplete(plan)) throw new Error("the preview failed: see above");
  if (isRefused(plan)) throw new Error("an up of this would be refused: see above");
  const findings = findingsIn(plan, kinds);
  if (findings.length === 0) return;
  throw new Found(`found ${findings.map(({ kind, count }) => `${kind}: ${count}`).join(", ")} (--fail-on)`);
}

function previewed(
  { exitCode, errors: ofCli, events, records }: PreviewResult,
  stack: string,
  options: PlanOptions,
  more: readonly string[],
): Previewed {
  const { deleted, settings, errors, kinds, isWhole, unknown: untold } = readEvents(events);
  const refusals = new Set(records.flatMap((one) => one.refusals.map(({ message }) => message)));
  const isOfRefusal = (message: string) => [...refusals].some((refusal) => message.includes(refusal));
  const failures = errors.filter((message) => !isOfRefusal(message));
  const isBroken = !isWhole || (exitCode !== 0 && failures.length === 0 && refusals.size === 0);
  const compared = new Set(records.map(({ kind }) => kind));
  const unknown = [
    ...(isBroken ? [`what comes after the preview stopped (pulumi ended with ${exitCode})`] : []),
    ...kinds
      .filter((kind) => !compared.has(kind))
      .map((kind) => `what becomes of the people of each ${kind}: nothing was compared with Losant`),
    ...untold,
  ];
  const { commit, base } = commitsOf(process.env);
  const stated = options.stack === undefined ? "" : ` --stack ${options.stack}`;
  const command = `pulumi-losant plan${stated}${more.length > 0 ? ` -- ${shownOptions(more)}` : ""}`;
  return {
    stack,
    ...(commit !== undefined && { commit }),
    ...(base !== undefined && { base }),
    command,
    records,
    deleted,
    settings,
    errors: exitCode === 0 ? [] : failures.length > 0 ? failures : ofCli,
    unknown,
  };
}

/** @throws where none is selected. */
function selectedStack(cwd: string): string {
  try {
    const env = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" };
    return execFileSync("pulumi", ["stack", "--show-name"], {
      cwd,
      env,
      encoding: "utf8",
      stdio: "pipe",
    }).trim();
  } catch {
    throw new Error(`no stack is selected in ${cwd}: name one with --stack, or run "pulumi stack select"`);
  }
}

/** `pulumi-losant plan`. */
export const planCommand = (): Command =>
  new Command("plan")
    .description("say what an up would do to people, for those who approve it")
    .argument("[options...]", "after --: what goes to pulumi preview")
    .option("--stack <name>", "the stack; default the selected one")
    .option("--cwd <folder>", "the project's folder", ".")
    .option("--markdown <file>", "write Markdown, for a comment")
    .option("--summary <file>", "add all of it, up to 300,000 characters, to a job's summary")
    .option("--json <file>", "write JSON; its schema is dist/plan.schema.json")
    .option("--gitlab <file>", "write the numbers for GitLab's widget (artifacts:reports:terraform)")
    .option("--save <file>", "write what is approved, for an up with LOSANT_APPROVED_PLAN=<file>")
    .option("--text", "print text; the default without a file")
    .option("--fail-on <kinds>", `end with 1 for these too: ${findingKinds.join(", ")}`, kindsIn, [])
    .addHelpText("after", help)
    .action(planAction);
