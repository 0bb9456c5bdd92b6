import { existsSync, mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { printable } from "../../client/printable";
import { refuseFolder } from "../export/write-files";
import { packageVersion } from "../package-version";
import { gitHubFiles } from "./github";
import { gitLabFiles } from "./gitlab";
import type { PipelineOptions } from "./options";

/** The code hosts for which a pipeline can be written. */
export const hosts = ["github", "gitlab"] as const;
export type Host = (typeof hosts)[number];

/** What to write, and where. */
export interface PipelineRequest
  extends Pick<PipelineOptions, "stacks" | "branch" | "environment" | "withEnds"> {
  host: Host;
  /** The project's folder. */
  project: string;
  /** The repository's folder; default: the one that has `.git`, or the project itself. */
  repository?: string | undefined;
  isForced: boolean;
}

/** What writes the files of each host. */
export const writers = { github: gitHubFiles, gitlab: gitLabFiles };

/** Writes a pipeline for a project. @throws where its files are there already, or the project is not one of Node. */
export function writePipeline({ host, project, repository, isForced, ...more }: PipelineRequest): void {
  const root = resolve(repository ?? repositoryOf(project));
  const files = writers[host]({ ...more, ...projectOptions(root, project), version: packageVersion() });
  const { ".gitlab-ci.yml": include, ...own } = files;
  refuseFolder(root, Object.keys(own), isForced);
  const isIncluded = include !== undefined && existsSync(join(root, ".gitlab-ci.yml"));
  const written = isIncluded ? own : files;
  for (const [name, text] of Object.entries(written)) write(join(root, name), text);
  console.log(`Wrote ${Object.keys(written).join(", ")} to ${printable(root)}.`);
  if (isIncluded) console.log(`Add to .gitlab-ci.yml, unless it is there:\n\n${include}`);
  console.log(`${nextSteps[host](more.environment, more.withEnds)} See docs/gitops.md of pulumi-losant.`);
}

const nextSteps: Record<Host, (environment: string, withEnds: boolean) => string> = {
  github: (environment, withEnds) =>
    `Next, in the repository's settings: the secret LOSANT_READ_TOKEN, a token that may only read; an environment ` +
    `"${environment}" with reviewers and the secret LOSANT_API_TOKEN${withEnds ? `; the same without reviewers as "${environment}-ends"` : ""}; ` +
    "and what the backend needs: PULUMI_ACCESS_TOKEN, or PULUMI_CONFIG_PASSPHRASE and the variable PULUMI_BACKEND_URL.",
  gitlab: (environment) =>
    `Next, in the project's CI/CD variables: LOSANT_READ_TOKEN, a token that may only read; LOSANT_API_TOKEN, protected, for ` +
    `the environments "${environment}" and "${environment}-ends"; GITLAB_TOKEN for notes and issues; and what the backend needs.`,
};

/** Where the project lies, and what of it can be checked without a token. */
function projectOptions(root: string, project: string): Pick<PipelineOptions, "folder" | "peopleFile"> {
  if (!existsSync(join(project, "package.json")))
    throw new Error(
      `${project} has no package.json: the pipelines are for projects of Node. Name the project's folder with --cwd.`,
    );
  const folder = relative(realpathSync(root), realpathSync(project)).split(sep).join("/") || ".";
  if (!/^[\w./-]+$/.test(folder) || folder.startsWith(".."))
    throw new Error(
      `${project} is no folder below ${root} with a plain name: name the repository with --out`,
    );
  return { folder, peopleFile: existsSync(join(project, "people.yaml")) ? "people.yaml" : undefined };
}

/** The nearest folder above with `.git`. */
function repositoryOf(project: string): string {
  for (let folder = resolve(project); dirname(folder) !== folder; folder = dirname(folder))
    if (existsSync(join(folder, ".git"))) return folder;
  return project;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
