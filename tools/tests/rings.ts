import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { projectFolder } from "../set-up/project";
import { noResults, type Results, summaryOf } from "./results";

const mocha = join(projectFolder, "node_modules/mocha/bin/mocha.js");

const coverageFolder = () => {
  const text = readFileSync(join(projectFolder, ".c8rc.json"), "utf8");
  return join(projectFolder, CoverageOptions.parse(JSON.parse(text))["temp-directory"]);
};
const CoverageOptions = z.object({ "temp-directory": z.string() });

/** The rings of tests, from the fastest. */
export const rings = ["unit", "scenarios", "real"];

/** Each of them is faster in two processes, though each of those loads what it runs. */
const inParallel = ["--parallel", "--jobs", "2"];

const Written = z.object({
  passed: z.number(),
  failed: z.number(),
  skipped: z.number(),
  failures: z.array(z.string()),
  files: z.record(z.string(), z.number()),
});

/** The test files of a ring. */
export function filesOf(ring: string): string[] {
  const folder = `test/${ring}`;
  const names = readdirSync(join(projectFolder, folder), { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => name.endsWith(".test.ts"));
  return files.map((name) => `${folder}/${name.replaceAll("\\", "/")}`).sort();
}

/** How mocha is called. */
export interface Run {
  files: readonly string[];
  flags: readonly string[];
  isParallel: boolean;
}

/** Runs test files of a ring, whose report ends in `<ring>: N passed, M failed`. */
export async function runRing(ring: string, { files, flags, isParallel }: Run): Promise<Results> {
  const folder = mkdtempSync(join(tmpdir(), "pulumi-losant-tests-"));
  const written = join(folder, "results.json");
  const options = ["--reporter-option", `ring=${ring}`, "--reporter-option", `results=${written}`];
  const exitCode = await run(ring, [
    mocha,
    ...options,
    ...(isParallel ? inParallel : []),
    ...flags,
    ...files,
  ]);
  const results = resultsIn(written);
  rmSync(folder, { recursive: true });
  return exitCode === 0 || (results?.failed ?? 0) > 0
    ? (results ?? noResults())
    : broken(ring, exitCode, results);
}

/** With TEST_COVERAGE, notes for `npm run coverage` what the rings that run in their own processes reach. */
function run(ring: string, commandLine: string[]): Promise<number> {
  const isNoted = process.env.TEST_COVERAGE === "true" && ring !== "real";
  const child = spawn(process.execPath, commandLine, {
    cwd: projectFolder,
    env: { ...process.env, ...(isNoted && { NODE_V8_COVERAGE: coverageFolder() }) },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise((resolve) => child.once("close", (code) => resolve(code ?? 1)));
}

/** Nothing where mocha broke off, or reported in another form. */
function resultsIn(path: string): Results | undefined {
  try {
    return Written.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return undefined;
  }
}

/** A run that fails beside its tests is one failure. */
function broken(ring: string, exitCode: number, results = noResults()): Results {
  const failures = [`${ring}: mocha ended with exit code ${exitCode}`];
  const counted = { ...results, failed: 1, failures };
  console.log(`${failures}\n${ring}: ${summaryOf(counted)}`);
  return counted;
}
