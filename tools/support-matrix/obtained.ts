import { writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { cleanEnvironment } from "../../test/support/environment";
import { temporaryFolder } from "../../test/support/project-folder";
import { execute } from "../set-up/execute";
import { pulumiPath } from "../set-up/own-cli";

/** Something that a combination needs and that cannot be had here. */
export class NotToBeHad extends Error {}

/** Runs a command; rejects with what it printed last, unless it succeeds. */
export async function succeed(
  command: string,
  commandLine: string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<string> {
  const all = { ...cleanEnvironment(), ...env };
  const { exitCode, output, stdout } = await execute(command, commandLine, {
    cwd,
    env: all,
    timeout: 600_000,
  });
  const end = output.trim().split("\n").slice(-15).join("\n");
  if (exitCode !== 0) throw new Error(`${command} ${commandLine.join(" ")}: exit code ${exitCode}\n${end}`);
  return stdout.trim();
}

const folders = new Map<string, Promise<string>>();

/** A folder with some packages, which is made once. */
function folderWith(...packages: string[]): Promise<string> {
  const key = packages.join();
  const made = folders.get(key) ?? makeFolder(packages);
  folders.set(key, made);
  return made;
}

async function makeFolder(packages: string[]): Promise<string> {
  const folder = temporaryFolder("obtained");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
  try {
    await succeed("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", ...packages], folder);
  } catch (error) {
    throw new NotToBeHad(`${packages.join()} could not be installed`, { cause: error });
  }
  return folder;
}

/** A PATH on which Node of a major version comes first, and the Pulumi CLI. */
export async function pathWithNode(major: number): Promise<string> {
  if (Number(process.versions.node.split(".")[0]) === major) return pulumiPath();
  const system = process.platform === "win32" ? "win" : process.platform;
  const name = `node-${system}-${process.arch}`;
  const folder = await folderWith(`${name}@${major}`);
  return join(folder, "node_modules", name, "bin") + delimiter + pulumiPath();
}

const managers = {
  npm: { packages: [], file: "", install: ["install", "--no-audit", "--no-fund", "--prefer-offline"] },
  pnpm: { packages: ["pnpm@10"], file: "pnpm/bin/pnpm.cjs", install: ["install", "--prefer-offline"] },
  "yarn 1": { packages: ["yarn@1"], file: "yarn/bin/yarn.js", install: ["install", "--prefer-offline"] },
  "yarn 4": {
    packages: ["@yarnpkg/cli-dist@4"],
    file: "@yarnpkg/cli-dist/bin/yarn.js",
    install: ["install"],
  },
} as const;

/** Installs what a folder's `package.json` names. */
export async function installWith(
  manager: keyof typeof managers,
  folder: string,
  path: string,
): Promise<void> {
  const { packages, file, install } = managers[manager];
  if (manager === "npm") return void (await succeed("npm", [...install], folder, { PATH: path }));
  const tool = join(await folderWith(...packages), "node_modules", file);
  // The registry that npm uses: another one may not be within reach.
  const registry = await succeed("npm", ["config", "get", "registry"], folder);
  await succeed("node", [tool, ...install], folder, {
    PATH: path,
    npm_config_registry: registry,
    YARN_REGISTRY: registry,
    YARN_NPM_REGISTRY_SERVER: registry,
    YARN_NODE_LINKER: "node-modules",
    YARN_ENABLE_IMMUTABLE_INSTALLS: "false",
    YARN_ENABLE_TELEMETRY: "false",
  });
}
