import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { succeed } from "./execute";
import { cacheFolder, projectFolder } from "./project";
import { inScratch } from "./scratch";
import { swapIn } from "./swap-in";

const actionlintVersion = "1.7.12";
const zizmorVersion = "1.32.0";
const isWindows = process.platform === "win32";
const ending = isWindows ? ".exe" : "";
const longestInstallation = 300_000;

/** What lints the pipelines that `pulumi-losant ci` writes. */
export interface Linter {
  name: string;
  /** Where it is, once it is there. */
  path: string;
  /** Rejects with the reason why it cannot be had. */
  get: () => Promise<void>;
}

const gitlabFolder = join(projectFolder, "tools/pipelines");
const zizmorFolder = join(cacheFolder, `zizmor-${zizmorVersion}`);

export const linters = {
  actionlint: {
    name: "actionlint (built with go)",
    path: join(cacheFolder, `actionlint-${actionlintVersion}${ending}`),
    get: buildActionlint,
  },
  zizmor: {
    name: "zizmor (from PyPI)",
    path: join(zizmorFolder, isWindows ? "Scripts" : "bin", `zizmor${ending}`),
    get: getZizmor,
  },
  gitlab: {
    name: "gitlab-ci-local (from npm)",
    path: join(gitlabFolder, "node_modules/gitlab-ci-local/src/index.js"),
    get: getGitLabCiLocal,
  },
} satisfies Record<string, Linter>;

async function buildActionlint(): Promise<void> {
  await inScratch("actionlint", async (folder) => {
    const module = `github.com/rhysd/actionlint/cmd/actionlint@v${actionlintVersion}`;
    const env = { ...process.env, GOBIN: folder, GOFLAGS: "-mod=mod" };
    await succeed("go", ["install", module], { cwd: folder, env, timeout: longestInstallation });
    await rename(join(folder, `actionlint${ending}`), linters.actionlint.path);
  });
}

async function getZizmor(): Promise<void> {
  await inScratch("zizmor", async (folder) => {
    const made = join(folder, "environment");
    const run = (command: string, commandLine: string[]) =>
      succeed(command, commandLine, { cwd: projectFolder, timeout: longestInstallation });
    await run(isWindows ? "python" : "python3", ["-m", "venv", made]);
    const python = join(made, isWindows ? "Scripts" : "bin", "python");
    const quiet = ["--quiet", "--disable-pip-version-check", "--retries", "1"];
    await run(python, ["-m", "pip", "install", ...quiet, `zizmor==${zizmorVersion}`]);
    await swapIn(made, zizmorFolder);
  });
}

async function getGitLabCiLocal(): Promise<void> {
  const commandLine = ["ci", "--prefix", gitlabFolder, "--no-audit", "--no-fund", "--ignore-scripts"];
  await succeed("npm", commandLine, { cwd: projectFolder, timeout: longestInstallation });
}

/** Gets what is missing. What cannot be had is told, and the tests that need it skip. */
export async function ensureLinters(wanted: readonly Linter[] = Object.values(linters)): Promise<void> {
  for (const { name, path, get } of wanted) {
    if (existsSync(path)) continue;
    console.error(`Getting ${name} …`);
    await get().catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : error;
      console.error(`Tests with it will skip: ${name} could not be had.\n${reason}`);
    });
  }
}
