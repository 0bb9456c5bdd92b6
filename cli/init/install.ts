import { spawnSync } from "node:child_process";
import { nextSteps } from "../export/next-steps";

/** Runs `npm install` in a folder. @throws where it fails, with what failed and what to do */
export function install(folder: string): void {
  const { status, signal, error } = spawnSync("npm", ["install", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (status === 0) return;
  const how = status === null ? `ended by ${signal}` : `exit code ${status}`;
  const what = error
    ? `npm could not be started in ${folder}: ${error.message}.`
    : `npm install failed in ${folder} (${how}): see its output above.`;
  throw new Error(`${what} ${advice} ${nextSteps(folder, false)}`);
}

const advice =
  "The project is written, and nothing has changed at Losant. Fix the cause, such as the registry, a proxy or the " +
  "version of Node; then go on.";
