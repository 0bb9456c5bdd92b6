import { Command } from "commander";
import { driftDocument, driftVerdict, namesOf } from "../../plan/drift";
import { type FindingKind, findingKinds } from "../../plan/findings";
import { code, documentMarkdown } from "../../plan/markdown";
import type { Plan } from "../../plan/plan";
import { hostOf } from "../hosts/index";
import { closeIssue, type IssueOutcome, keepIssue } from "../hosts/keep-issue";
import type { Environment, HostSettings } from "../hosts/settings";
import { stackName } from "../hosts/stack-name";
import { kindsIn } from "../plan/kinds";
import { readPlan } from "../plan/read-plan";

const help = `
Opens one issue where Losant is not as the program says, updates it while that is so, and closes it when nothing is found
any more, on GitHub or GitLab. Where Losant could not be read, nothing is opened and nothing is closed.

  pulumi-losant drift-issue --plan drift.json --stack production
  pulumi-losant drift-issue --plan drift.json --stack production --findings drift,unmanaged,change

GitHub: GITHUB_TOKEN with issues: write. GitLab: GITLAB_TOKEN, a project access token with the scope api.
`;

/** What a job says of the issue. */
export interface DriftIssueOptions {
  plan: string;
  stack: string;
  findings: FindingKind[];
  author?: string;
}

/** Opens, updates or closes the issue. @throws where Losant could not be read. */
export async function keepDriftIssue(
  { plan: file, stack, findings, author }: DriftIssueOptions,
  environment: Environment,
  settings: HostSettings = {},
): Promise<IssueOutcome> {
  const host = hostOf(environment, { ...settings, author });
  const plan = readable(readPlan(file, stack), file);
  const mark = `<!-- pulumi-losant drift: ${stack} -->`;
  const verdict = driftVerdict(plan, findings);
  const log = host.run === undefined ? "" : `- [the pipeline's log](${host.run})\n`;
  if (verdict === "")
    return closeIssue(host.issues(), mark, `${nothingFound(plan, stack, findings)}\n${log}`);
  const text = documentMarkdown(driftDocument(plan, findings, new Date(), code)) + log;
  const title = `Losant is not as the program says: ${verdict} (stack ${stack})`;
  return keepIssue(host.issues(), { mark, title, text });
}

/** What was looked for, and what the plan has all the same. */
function nothingFound(plan: Plan, stack: string, findings: readonly FindingKind[]): string {
  const others = driftVerdict(
    plan,
    stateKinds.filter((kind) => !findings.includes(kind)),
  );
  const rest = others === "" ? "" : ` The plan still has: ${others}.`;
  return `Nothing of this is found any more in stack ${code(stack)}: ${namesOf(findings)}.${rest}`;
}

/** Kinds that say how Losant differs from the program; the others say how an up gets there. */
const stateKinds: FindingKind[] = ["drift", "unmanaged", "lapsed", "ended", "change"];

/** @throws where not everything is known: neither that something is wrong, nor that nothing is. */
function readable(plan: Plan | undefined, file: string): Plan {
  const failed = plan === undefined ? [`there is no ${file}`] : [...plan.errors, ...plan.unknown];
  if (plan !== undefined && failed.length === 0) return plan;
  throw new Error(`Losant could not be read, so no issue was opened or closed: ${failed.join("; ")}`);
}

const said: Record<IssueOutcome, string> = {
  opened: "Opened an issue.",
  updated: "Updated the open issue.",
  closed: "Nothing that was looked for is found any more: closed the issue.",
  "none open": "Nothing that was looked for is found, and no issue is open.",
};

/** `pulumi-losant drift-issue`. */
export const driftIssueCommand = (): Command =>
  new Command("drift-issue")
    .description("keep an issue open while Losant is not as the program says, in a pipeline")
    .requiredOption("--plan <file>", "what pulumi-losant plan --json wrote")
    .requiredOption("--stack <name>", "the stack; each has an issue of its own", stackName)
    .option("--findings <kinds>", `what is a finding: ${findingKinds.join(", ")}`, kindsIn, [
      "drift",
      "unmanaged",
      "lapsed",
      "ended",
    ] satisfies FindingKind[])
    .option("--author <name>", "as whom the token writes; default: as the host says")
    .addHelpText("after", help)
    .action(async (options: DriftIssueOptions) =>
      console.log(said[await keepDriftIssue(options, process.env)]),
    );
