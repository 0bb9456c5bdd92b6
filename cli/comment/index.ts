import { Command } from "commander";
import { isQuiet } from "../../plan/groups";
import { code, planMarkdown } from "../../plan/markdown";
import type { Plan } from "../../plan/plan";
import { hostOf } from "../hosts/index";
import { type CommentOutcome, type KeptComment, keepComment } from "../hosts/keep-comment";
import type { Environment, HostSettings } from "../hosts/settings";
import { stackName } from "../hosts/stack-name";
import { readPlan } from "../plan/read-plan";

const help = `
Writes the plan as one comment of the change request whose pipeline runs it, on GitHub or GitLab, and updates that comment
on the next push. Where nothing changes any more one line replaces it; where nothing changed at all there is none. Where
there is no plan, because the job before failed, the comment says so. Only comments of the same author are updated.

  pulumi-losant comment --plan plan.json --stack production

GitHub: GITHUB_TOKEN with pull-requests: write. GitLab: GITLAB_TOKEN, a project access token with the scope api.
`;

/** What a job says of the comment. */
export interface CommentOptions {
  plan: string;
  stack: string;
  author?: string;
}

/** Writes or updates the comment. @throws where there was no plan, after the comment has said so. */
export async function commentOnPlan(
  { plan: file, stack, author }: CommentOptions,
  environment: Environment,
  settings: HostSettings = {},
): Promise<CommentOutcome> {
  const host = hostOf(environment, { ...settings, author });
  const plan = readPlan(file, stack);
  const outcome = await keepComment(host.comments(), commentOf(plan, stack, host.run, new Date()));
  if (plan !== undefined) return outcome;
  throw new Error(`there is no ${file}, and the comment says so: see the job that was to write it`);
}

/** The comment of a stack; of one without a plan, it says that nothing is known. */
export function commentOf(
  plan: Plan | undefined,
  stack: string,
  run: string | undefined,
  now: Date,
): KeptComment {
  const log = run === undefined ? "the pipeline's log" : `[the pipeline's log](${run})`;
  const text =
    plan === undefined
      ? `**No plan could be made: what a merge does is not known** — stack ${code(stack)}. See ${log}.\n`
      : isQuiet(plan)
        ? planMarkdown(plan, now)
        : `${planMarkdown(plan, now)}- the whole is in ${log}\n`;
  return {
    mark: `<!-- pulumi-losant plan: ${stack} -->`,
    text,
    isQuiet: plan !== undefined && isQuiet(plan),
  };
}

const said: Record<CommentOutcome, string> = {
  written: "Wrote the comment.",
  updated: "Updated the comment.",
  unchanged: "The comment says it already.",
  "not needed": "Nothing changes, and there is no comment to update.",
};

/** `pulumi-losant comment`. */
export const commentCommand = (): Command =>
  new Command("comment")
    .description("write a plan as the comment of a change request, in a pipeline")
    .requiredOption("--plan <file>", "what pulumi-losant plan --json wrote")
    .requiredOption("--stack <name>", "the stack; each has a comment of its own", stackName)
    .option("--author <name>", "as whom the token writes; default: as the host says")
    .addHelpText("after", help)
    .action(async (options: CommentOptions) => console.log(said[await commentOnPlan(options, process.env)]));
