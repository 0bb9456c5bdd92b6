import { cpSync, existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { temporaryFolder } from "../project-folder";
import type { CliResult, PulumiWorkspace } from "../pulumi-workspace";
import { runnersCommands } from "./commands";

const Job = z.object({
  extends: z.string().optional(),
  variables: z.record(z.string(), z.string()).default({}),
  before_script: z.array(z.string()).default([]),
  script: z.array(z.string()).default([]),
  needs: z.array(z.string()).default([]),
  parallel: z.object({ matrix: z.array(z.record(z.string(), z.string())) }).optional(),
  artifacts: z.object({ paths: z.array(z.string()) }).default({ paths: [] }),
});
type Job = z.infer<typeof Job>;

/** Runs the commands of a GitLab pipeline's jobs, with the variables of the file, as GitLab's runners do. */
export class GitLabRunner {
  private readonly commands = runnersCommands();
  private readonly artifacts = temporaryFolder("artifacts");

  constructor(
    private readonly workspace: PulumiWorkspace,
    /** The project's variables, and those that GitLab sets. */
    private readonly env: Record<string, string>,
  ) {}

  /** Runs one job; a job without the repository begins in an empty folder with what the jobs before it kept. */
  async run(name: string): Promise<CliResult> {
    const job = this.job(name);
    const hasCode = job.variables.GIT_STRATEGY !== "none";
    const folder = hasCode ? this.workspace.folder : temporaryFolder("job");
    if (job.needs.length > 0) cpSync(this.artifacts, folder, { recursive: true });
    const matrix = job.parallel?.matrix[0] ?? {};
    const own = { ...job.variables, ...matrix, CI_PROJECT_DIR: folder, PATH: this.commands };
    const text = [...job.before_script, ...job.script].join("\n");
    const result = await this.workspace.runText(text, { ...this.env, ...own }, folder);
    for (const path of job.artifacts.paths) this.keep(folder, path.replace("$FILE", matrix.FILE ?? ""));
    return result;
  }

  private job(name: string): Job {
    const text = readFileSync(join(this.workspace.folder, "losant.gitlab-ci.yml"), "utf8");
    const jobs = z.record(z.string(), z.unknown()).parse(parse(text));
    const own = Job.parse(jobs[name]);
    const base = Job.parse(own.extends === undefined ? {} : jobs[own.extends]);
    return { ...own, before_script: base.before_script, variables: { ...base.variables, ...own.variables } };
  }

  private keep(folder: string, path: string): void {
    if (existsSync(join(folder, path))) cpSync(join(folder, path), join(this.artifacts, basename(path)));
  }
}
