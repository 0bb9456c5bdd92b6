// Makes a fresh clone ready for tests, demo and benchmark. Plain JavaScript without packages, as it gets those.
// With --all-languages it gets what runs YAML and Python programs, what lints pipelines and a browser as well, with
// --packages-only the npm packages alone.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const projectFolder = fileURLToPath(new URL("..", import.meta.url));
const wantedFile = `${projectFolder}package-lock.json`;
const installedFile = `${projectFolder}node_modules/.package-lock.json`;

const packagesIn = (path) => JSON.parse(readFileSync(path, "utf8")).packages;

/** Whether node_modules holds what package-lock.json names; optional packages may be missing. */
function isInstalled() {
  if (!existsSync(installedFile)) return false;
  const installed = packagesIn(installedFile);
  return Object.entries(packagesIn(wantedFile)).every(
    ([path, { version, optional, devOptional }]) =>
      path === "" || installed[path]?.version === version || ((optional || devOptional) && !installed[path]),
  );
}

/** Runs a command whose output goes to stderr, as progress. */
function run(command, commandLine) {
  const { status, error } = spawnSync(command, commandLine, {
    cwd: projectFolder,
    stdio: ["ignore", process.stderr, process.stderr],
    shell: process.platform === "win32",
  });
  if (error) console.error(`${command}: ${error.message}`);
  if (status !== 0) process.exit(1);
}

if (Number.parseInt(process.versions.node, 10) < 20) {
  console.error(`Node ${process.versions.node} is too old: install Node 20 or later (https://nodejs.org).`);
  process.exit(1);
}
if (!isInstalled()) {
  console.error("Getting the npm packages …");
  run("npm", ["ci", "--no-audit", "--no-fund"]);
}
if (!process.argv.includes("--packages-only"))
  run("node", ["--import=tsx", "tools/set-up/index.ts", ...process.argv.slice(2)]);
