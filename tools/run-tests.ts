import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";

/*
 * `npm test`: all tests; then how much of the code those cover that run in mocha's own process; and last of all the summary
 * of the tests once more, `N passed, M failed`. With flags of mocha, such as `npm test -- --grep roster`, without
 * the coverage.
 */

const flags = process.argv.slice(2);

/** Runs mocha, and gives its exit code and last line. */
async function runTests(): Promise<{ exitCode: number; summary: string }> {
  const commandLine = ["mocha", "--parallel", "--jobs", "3", "test/**/*.test.ts", ...flags];
  const mocha = spawn("npx", commandLine, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<number>((resolve) => mocha.once("close", (code) => resolve(code ?? 1)));
  let summary = "";
  for await (const line of createInterface(mocha.stdout)) {
    console.log(line);
    if (line !== "") summary = line;
  }
  return { exitCode: await ended, summary };
}

function tellCoverage(): void {
  const { stdout } = spawnSync("npm", ["run", "--silent", "coverage"], { encoding: "utf8" });
  console.log(stdout.slice(stdout.indexOf("\n=====")));
}

async function main(): Promise<void> {
  const { exitCode, summary } = await runTests();
  if (flags.length === 0) tellCoverage();
  console.log(summary);
  process.exitCode = exitCode;
}

void main();
