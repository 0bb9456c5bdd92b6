import { spawnSync } from "node:child_process";

/*
 * `npm run test:soak`: many more random histories than `npm test` runs; `HISTORIES=50000 npm run test:soak` sets how
 * many. Through provider processes run a hundredth of them.
 */

const histories = Number(process.env.HISTORIES ?? 20_000);

function run(file: string, count: number): number {
  const env = { ...process.env, HISTORIES: String(count) };
  return spawnSync("npx", ["mocha", file], { env, stdio: "inherit" }).status ?? 1;
}

const statuses = [
  run("test/histories/in-process.test.ts", histories),
  run("test/histories/provider-process.test.ts", Math.ceil(histories / 100)),
];
process.exitCode = Math.max(...statuses);
