import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { rimraf } from "rimraf";
import { type Executed, execute } from "../../tools/set-up/execute";
import type { Language } from "../../tools/set-up/languages";
import { cleanEnvironment } from "./environment";
import { dynamicFace, type Face } from "./faces";
import { KillableProcess } from "./killable-process";
import { needsPackage, needsPulumi } from "./needs";
import { pathFor, programFile, programText, runtimeOf } from "./program-language";
import { makeProject, projectName, temporaryFolder, temporaryRoot } from "./project-folder";
import { type PlannedChanges, parsePreview } from "./pulumi-preview";
import { parseState, type RecordedResource } from "./pulumi-state";

needsPackage();
needsPulumi();

/** What a workspace is made of. */
export interface WorkspaceOptions {
  /** Environment of the CLI, the program and the provider, such as `LOSANT_API_TOKEN`. */
  env?: Record<string, string>;
  /** The language of the program; default `nodejs`. A test of another one calls `testsLanguage`. */
  language?: Language;
  /** The program's text; in JavaScript `losant` is there. */
  program?: string;
  /** What the program requires as `losant`, and how the engine runs it; default dynamic. */
  face?: Face;
  /** The folders of native plugins, by the plugins' names. */
  plugins?: Record<string, string>;
  /** Whether the project has preview, up and destroy read the live resources first; default where the face needs it. */
  refreshAlways?: boolean;
}

/** What came of a run of the CLI. */
export type CliResult = Executed;

const quiet = ["--non-interactive", "--color", "never"];
const step = ["--suppress-progress", ...quiet];
const unasked = ["--yes", "--skip-preview"];
const longestRun = 300_000;
/** What a pipeline's own files have to set. */
const pipelineSets =
  /^(LOSANT_API_TOKEN|PULUMI_(BACKEND_URL|STACK|CONFIG_PASSPHRASE)|CI|GITHUB_.*|GITLAB_.*|CI_.*)$/;

/** A throwaway project folder with one stack, run by the real Pulumi CLI. */
export class PulumiWorkspace {
  private constructor(
    /** Holds `package.json`, `Pulumi.yaml`, the program and `node_modules`. */
    readonly folder: string,
    /** Added to the environment of every run; may be changed between runs. */
    readonly env: Record<string, string>,
    private readonly language: Language = "nodejs",
    private readonly face = dynamicFace,
  ) {}

  static async create(options: WorkspaceOptions = {}): Promise<PulumiWorkspace> {
    const folder = temporaryFolder("workspace");
    cpSync(await stackTemplate(), folder, { recursive: true, verbatimSymlinks: true });
    const workspace = new PulumiWorkspace(folder, { ...options.env }, options.language, options.face);
    workspace.describe(options);
    workspace.program(options.program ?? "");
    return workspace;
  }

  /** A folder without a stack, and the command that makes one. */
  static async initialize(folder: string): Promise<void> {
    makeProject(folder);
    const workspace = new PulumiWorkspace(folder, {});
    workspace.describe({});
    const { exitCode, output } = await workspace.run("stack", "init", "dev", "--no-select", ...quiet);
    if (exitCode !== 0) throw new Error(`The stack could not be made.\n${output}`);
  }

  /** Replaces the program. */
  program(text: string): void {
    this.write(programFile(this.language), programText(this.language, text, this.face.module));
  }

  /** Writes a file of the project. */
  write(path: string, text: string): void {
    writeFileSync(join(this.folder, path), text);
  }

  /** Runs the CLI with any command line. */
  run(...commandLine: string[]): Promise<CliResult> {
    const env = this.environment(commandLine);
    return execute("pulumi", commandLine, { cwd: this.folder, env, timeout: longestRun });
  }

  /** Runs a command of ours in the project, with the CLI in its PATH. */
  runOurs(script: string, ...commandLine: string[]): Promise<CliResult> {
    const env = this.environment(commandLine);
    return execute(process.execPath, [script, ...commandLine], {
      cwd: this.folder,
      env,
      timeout: longestRun,
    });
  }

  /** Runs a shell's text as a pipeline would, which has only those variables of the project that it is given. */
  runText(text: string, env: Record<string, string>, cwd = this.folder): Promise<CliResult> {
    const own = Object.entries(this.environment([])).filter(([name]) => !pipelineSets.test(name));
    const { PATH = "" } = this.environment([]);
    const all = { ...Object.fromEntries(own), ...env, PATH: `${env.PATH ?? ""}${delimiter}${PATH}` };
    return execute("bash", ["-e", "-c", text], { cwd, env: all, timeout: longestRun });
  }

  /** Begins an up that may be killed. */
  beginUp(): KillableProcess {
    const commandLine = ["up", ...unasked, ...step];
    return new KillableProcess("pulumi", commandLine, {
      cwd: this.folder,
      env: this.environment(commandLine),
    });
  }

  /** `pulumi up` without asking and without the preview before it. */
  up(...flags: string[]): Promise<CliResult> {
    return this.run("up", ...unasked, ...step, ...flags);
  }

  /** `pulumi up` as a person runs it: the preview first, then the update. */
  upWithPreview(...flags: string[]): Promise<CliResult> {
    return this.run("up", "--yes", ...step, ...flags);
  }

  preview(...flags: string[]): Promise<CliResult> {
    return this.run("preview", ...step, ...flags);
  }

  /** The preview, told as data. */
  async previewJson(...flags: string[]): Promise<PlannedChanges> {
    return parsePreview(await this.run("preview", "--json", ...quiet, ...flags));
  }

  refresh(...flags: string[]): Promise<CliResult> {
    return this.run("refresh", ...unasked, ...step, ...flags);
  }

  destroy(...flags: string[]): Promise<CliResult> {
    return this.run("destroy", ...unasked, ...step, ...flags);
  }

  /** `pulumi import` of one resource; prints the code that declares it, where the language's host can. */
  importResource(type: string, name: string, id: string, ...flags: string[]): Promise<CliResult> {
    return this.run("import", type, name, id, "--protect=false", ...unasked, ...step, ...flags);
  }

  /** What the stack records, by the resources' names. */
  async exportState(...flags: string[]): Promise<Record<string, RecordedResource>> {
    return parseState((await this.run("stack", "export", ...flags)).stdout);
  }

  /** The stack's outputs, secret ones in clear. */
  async outputs(): Promise<Record<string, unknown>> {
    return JSON.parse((await this.run("stack", "output", "--json", "--show-secrets")).stdout);
  }

  /** Sets a key of the stack's configuration. */
  config(key: string, value: string, { secret = false } = {}): Promise<CliResult> {
    return this.run("config", "set", ...(secret ? ["--secret"] : ["--plaintext"]), key, value, ...quiet);
  }

  /** Removes the folder and all in it. */
  async dispose(): Promise<void> {
    await rimraf(this.folder);
  }

  private describe({
    refreshAlways = this.face.needsRefreshOption,
    plugins = this.face.plugins,
  }: WorkspaceOptions): void {
    const options = refreshAlways ? { refresh: "always" } : {};
    const providers = Object.entries(plugins).map(([name, path]) => ({ name, path }));
    const project = { name: projectName, ...runtimeOf(this.language), options, plugins: { providers } };
    this.write("Pulumi.yaml", JSON.stringify(project));
  }

  /** Runs of other tests, which have other engines on the same ports, leave nothing there. */
  private ownTemporaryFolder(): Record<string, string> {
    const folder = join(this.folder, ".temporary");
    mkdirSync(folder, { recursive: true });
    return { TMPDIR: folder, TEMP: folder, TMP: folder };
  }

  private environment(commandLine: string[]): Record<string, string> {
    return {
      ...cleanEnvironment(),
      PATH: pathFor(this.language, commandLine),
      ...this.ownTemporaryFolder(),
      PULUMI_HOME: join(temporaryRoot(), "home"),
      PULUMI_BACKEND_URL: `file://${this.folder}`,
      PULUMI_STACK: "dev",
      PULUMI_CONFIG_PASSPHRASE: "test",
      PULUMI_SKIP_UPDATE_CHECK: "1",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "1",
      ...this.env,
    };
  }
}

let template: Promise<string> | undefined;

/** A folder with a new stack: copied for each workspace, as making a stack costs a run of the CLI. */
function stackTemplate(): Promise<string> {
  template ??= (async () => {
    const folder = temporaryFolder("template");
    await PulumiWorkspace.initialize(folder);
    return folder;
  })();
  return template;
}
