import { spawnSync } from "node:child_process";
import { nextSteps } from "../export/next-steps";

/** Runs `npm install` in a folder. @throws where it fails, with what to do next */
export function install(folder: string): void {
  const { status } = spawnSync("npm", ["install", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (status === 0) return;
  throw new Error(`npm install failed in ${folder}. The project is written. ${nextSteps(folder, false)}`);
}
