import { spawnSync } from "node:child_process";

/*
 * `npm run test:soak`: the long versions of the suites: many more random histories (`HISTORIES=50000 npm run test:soak`
 * sets how many; through provider processes run a hundredth of them), every fault at every request, and a killed
 * process at every request of some.
 */

const histories = Number(process.env.HISTORIES ?? 20_000);

function run(file: string, settings: Record<string, string>): number {
  const env = { ...process.env, ...settings };
  return spawnSync("npx", ["mocha", file], { env, stdio: "inherit" }).status ?? 1;
}

const statuses = [
  run("test/scenarios/histories/in-process.test.ts", { HISTORIES: String(histories) }),
  run("test/real/histories/provider-process.test.ts", { HISTORIES: String(Math.ceil(histories / 100)) }),
  run("test/scenarios/faults/fault-matrix.test.ts", { FAULTS: "all" }),
  run("test/real/faults/killed-process.test.ts", { FAULTS: "all" }),
];
process.exitCode = Math.max(...statuses);
