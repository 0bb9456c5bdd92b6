import { spawnSync } from "node:child_process";

/*
 * `npm run test:soak`, which nightly.yml runs: the long versions of the suites. Every fault at every request, many more
 * random histories (`HISTORIES=50000 npm run test:soak` sets how many; through provider processes run a hundredth of
 * them), and every combination of docs/supported-versions.md.
 */

const histories = Number(process.env.HISTORIES ?? 20_000);

const mocha = "node_modules/mocha/bin/mocha.js";

interface Part {
  title: string;
  commandLine: string[];
  settings?: Record<string, string>;
}

const parts: Part[] = [
  {
    title: "all faults",
    commandLine: [mocha, "test/scenarios/faults/fault-matrix.test.ts"],
    settings: { FAULTS: "all" },
  },
  {
    title: "histories in one process",
    commandLine: [mocha, "test/scenarios/histories/in-process.test.ts"],
    settings: { HISTORIES: String(histories) },
  },
  {
    title: "histories through provider processes",
    commandLine: [mocha, "test/real/histories/provider-process.test.ts"],
    settings: { HISTORIES: String(Math.ceil(histories / 100)) },
  },
  {
    title: "a killed process at every request of some scenarios",
    commandLine: [mocha, "test/real/faults/killed-process.test.ts", "test/real/faults/killed-cli.test.ts"],
    settings: { FAULTS: "all" },
  },
  { title: "the support matrix", commandLine: ["--import=tsx", "tools/support-matrix/index.ts"] },
];

/** Gives the exit code. */
function run({ title, commandLine, settings }: Part): number {
  console.log(`=== ${title}`);
  const env = { ...process.env, ...settings };
  return spawnSync(process.execPath, commandLine, { env, stdio: "inherit" }).status ?? 1;
}

const failed = parts.filter((part) => run(part) !== 0);
for (const { title } of failed) console.log(`=== failed: ${title}`);
console.log(`${parts.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
