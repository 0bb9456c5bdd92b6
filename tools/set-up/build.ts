import { existsSync, readdirSync, statSync, utimesSync } from "node:fs";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import { rimraf } from "rimraf";
import { bundleCharts, bundlePeople, bundlePlugin, bundleProvider, bundleSimulator } from "./bundle";
import { execute } from "./execute";
import { cacheFolder, projectFolder } from "./project";
import { swapIn } from "./swap-in";
import { thirdPartyNotices } from "./third-party-notices";

const distFolder = join(projectFolder, "dist");
const compiler = require.resolve("typescript/bin/tsc");
const schemaWriter = join(projectFolder, "tools/schema/index.ts");
const jsonSchemaWriter = join(projectFolder, "tools/json-schema.ts");
const sources = [
  "client",
  "plan",
  "report",
  "usage",
  "provider",
  "native",
  "sdk",
  "people",
  "simulator",
  "cli",
  "tools/schema",
  "tools/json-schema.ts",
  "tools/set-up/bundle.ts",
  "tools/set-up/third-party-notices.ts",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "tsconfig.build.json",
];

/** The newest change at or below a path; a folder changes when an entry comes or goes. */
function newestChange(path: string): number {
  const status = statSync(path);
  const below = status.isDirectory() ? readdirSync(path).map((name) => newestChange(join(path, name))) : [];
  return Math.max(status.mtimeMs, ...below);
}

function isStale(): boolean {
  if (!existsSync(distFolder)) return true;
  return (
    Math.max(...sources.map((name) => newestChange(join(projectFolder, name)))) > statSync(distFolder).mtimeMs
  );
}

async function compile(folder: string): Promise<void> {
  await runNode([compiler, "--project", "tsconfig.build.json", "--outDir", folder]);
}

/** Pulumi asks the native plugin for it. Made in a process of its own, beside the compiler's. */
async function writeSchema(path: string): Promise<void> {
  await runNode(["--import=tsx", schemaWriter, path]);
}

/** After the compiler, which makes the folder. */
async function writeJsonSchema(name: "people" | "plan" | "report" | "usage", path: string): Promise<void> {
  await runNode(["--import=tsx", jsonSchemaWriter, name, path]);
}

/** Waits for all even where one fails: none may write into a folder that is gone. */
async function allDone(work: Promise<void>[]): Promise<void> {
  await Promise.allSettled(work);
  await Promise.all(work);
}

async function runNode(commandLine: string[]): Promise<void> {
  const { exitCode, output } = await execute(process.execPath, commandLine, { cwd: projectFolder });
  if (exitCode !== 0) throw new Error(`The build failed.\n${output}`);
}

/** Compiles the package into `dist/`. */
export async function build(): Promise<void> {
  const started = new Date();
  await mkdir(cacheFolder, { recursive: true });
  const folder = await mkdtemp(join(cacheFolder, "build-"));
  try {
    await allDone([compile(join(folder, "dist")), writeSchema(join(folder, "dist/schema.json"))]);
    const dist = join(folder, "dist");
    await writeJsonSchema("people", join(dist, "people.schema.json"));
    await writeJsonSchema("plan", join(dist, "plan.schema.json"));
    await writeJsonSchema("report", join(dist, "report.schema.json"));
    await writeJsonSchema("usage", join(dist, "usage.schema.json"));
    const bundles: Metafile[] = [];
    for (const bundle of [bundleProvider, bundlePeople, bundlePlugin, bundleSimulator, bundleCharts])
      bundles.push(await bundle(dist));
    await writeFile(join(folder, "dist/THIRD-PARTY-NOTICES.txt"), thirdPartyNotices(bundles));
    // A source that changed meanwhile is newer than what was built.
    utimesSync(join(folder, "dist"), started, started);
    await swapIn(join(folder, "dist"), distFolder);
  } finally {
    await rimraf(folder);
  }
}

/** Compiles the package if a source is newer than `dist/`. */
export async function buildWhenStale(): Promise<void> {
  if (!isStale()) return;
  console.error("Building dist/ …");
  await build();
}
