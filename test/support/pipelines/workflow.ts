import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { temporaryFolder } from "../project-folder";
import type { PulumiWorkspace } from "../pulumi-workspace";
import { runnersCommands } from "./commands";
import { type Contexts, evaluate, filledIn } from "./expressions";

const Step = z.object({
  run: z.string().optional(),
  uses: z.string().optional(),
  if: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
  env: z.record(z.string(), z.string()).default({}),
  "continue-on-error": z.boolean().default(false),
});
type Step = z.infer<typeof Step>;

const Job = z.object({
  needs: z.string().optional(),
  if: z.string().optional(),
  strategy: z.object({ matrix: z.object({ include: z.array(z.record(z.string(), z.string())) }) }).optional(),
  steps: z.array(Step),
});
type Job = z.infer<typeof Job>;
const Workflow = z.object({ jobs: z.record(z.string(), Job) });

/** What came of a workflow. */
export interface WorkflowRun {
  /** By job: `success`, `failure` or `skipped`. */
  results: Record<string, string>;
  output: string;
  /** What the jobs added to the run's summary. */
  summary: string;
}

/** Runs the commands of a workflow's file in their order, with the environment of the file, as GitHub's runners do. */
export class WorkflowRunner {
  private readonly commands = runnersCommands();
  private readonly artifacts = temporaryFolder("artifacts");
  private readonly summary = join(temporaryFolder("summary"), "summary.md");

  constructor(
    private readonly workspace: PulumiWorkspace,
    /** What every job has in its environment. */
    private readonly env: Record<string, string>,
    private readonly contexts: Contexts,
  ) {}

  async run(path: string): Promise<WorkflowRun> {
    const { jobs } = Workflow.parse(parse(readFileSync(join(this.workspace.folder, path), "utf8")));
    const results: Record<string, string> = {};
    const outputs: string[] = [];
    for (const [name, job] of Object.entries(jobs)) {
      const needs = Object.fromEntries(Object.entries(results).map(([one, result]) => [one, { result }]));
      const matrix = job.strategy?.matrix.include[0] ?? {};
      const contexts = { ...this.contexts, needs, matrix };
      if (!isRun(job, results, contexts)) results[name] = "skipped";
      else results[name] = (await this.runJob(job, contexts, outputs)) ? "success" : "failure";
    }
    const summary = existsSync(this.summary) ? readFileSync(this.summary, "utf8") : "";
    return { results, output: outputs.join("\n"), summary };
  }

  /** A job without a checkout begins in an empty folder. */
  private async runJob(job: Job, contexts: Contexts, outputs: string[]): Promise<boolean> {
    const hasCode = job.steps.some(({ uses }) => uses?.startsWith("actions/checkout@"));
    const folder = hasCode ? this.workspace.folder : temporaryFolder("job");
    let isGood = true;
    for (const step of job.steps) {
      if (step.if === undefined ? !isGood : !evaluate(step.if, contexts)) continue;
      const isDone =
        step.run === undefined
          ? this.use(step, folder, contexts)
          : await this.runStep(step, folder, contexts, outputs);
      isGood &&= isDone || step["continue-on-error"];
    }
    return isGood;
  }

  private async runStep(step: Step, folder: string, contexts: Contexts, outputs: string[]): Promise<boolean> {
    const own = Object.entries(step.env).map(([name, text]) => [name, filledIn(text, contexts)]);
    const env = {
      ...this.env,
      ...Object.fromEntries(own),
      PATH: this.commands,
      GITHUB_STEP_SUMMARY: this.summary,
    };
    const { exitCode, output } = await this.workspace.runText(step.run ?? "", env, folder);
    outputs.push(output);
    return exitCode === 0;
  }

  /** Of the actions, those that keep a file for another job; the others make a runner what this machine is. */
  private use({ uses = "", with: inputs }: Step, folder: string, contexts: Contexts): boolean {
    const kept = join(this.artifacts, filledIn(String(inputs.name), contexts));
    const path = join(folder, String(inputs.path ?? "."));
    if (uses.startsWith("actions/upload-artifact@") && existsSync(path)) {
      mkdirSync(kept, { recursive: true });
      cpSync(path, join(kept, basename(path)));
    }
    if (!uses.startsWith("actions/download-artifact@")) return true;
    if (existsSync(kept)) cpSync(kept, path, { recursive: true });
    return existsSync(kept);
  }
}

/** GitHub runs a job after those that it needs, where those succeeded, unless its condition says otherwise. */
function isRun(job: Job, results: Record<string, string>, contexts: Contexts): boolean {
  if (job.if !== undefined) return Boolean(evaluate(job.if, contexts));
  return job.needs === undefined || results[job.needs] === "success";
}
