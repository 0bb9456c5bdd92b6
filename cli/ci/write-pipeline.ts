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

/** @throws where a pipeline may not be written, as files of it are there already. */
export function refusePipeline({ project, repository, isForced, ...request }: PipelineRequest): void {
  const names = Object.keys(filesOf(request, { folder: ".", peopleFile: undefined }));
  refuseFolder(
    rootOf(project, repository),
    names.filter((name) => name !== included),
    isForced,
  );
}

/** Writes a pipeline for a project. @throws where its files are there already, or the project is not one of Node. */
export function writePipeline(request: PipelineRequest): void {
  refusePipeline(request);
  const { host, project, repository, environment, withEnds } = request;
  const root = rootOf(project, repository);
  const { [included]: include, ...own } = filesOf(request, projectOptions(root, project));
  const isLeft = include !== undefined && existsSync(join(root, included));
  const written = { ...own, ...(include !== undefined && !isLeft && { [included]: include }) };
  for (const [name, text] of Object.entries(written)) write(join(root, name), text);
  console.log(`Wrote ${Object.keys(written).join(", ")} to ${printable(root)}.`);
  if (isLeft) console.log(`Add to ${included}, unless it is there:\n\n${include}`);
  if (!existsSync(join(project, "package-lock.json")))
    console.error(
      "warning: there is no package-lock.json, which npm ci needs: run npm install, and commit it.",
    );
  console.log(`${nextSteps[host](environment, withEnds)} See docs/gitops.md of pulumi-losant.`);
}

/** GitLab's own file, which may have more in it. */
const included = ".gitlab-ci.yml";

function filesOf(
  {
    host,
    stacks,
    branch,
    environment,
    withEnds,
  }: Omit<PipelineRequest, "project" | "repository" | "isForced">,
  project: Pick<PipelineOptions, "folder" | "peopleFile">,
): Record<string, string> {
  return writers[host]({ stacks, branch, environment, withEnds, ...project, version: packageVersion() });
}

function rootOf(project: string, repository: string | undefined): string {
  return resolve(repository ?? repositoryOf(project));
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
