import { join } from "node:path";
import { execute } from "../../../tools/set-up/execute";
import { projectFolder } from "../../../tools/set-up/project";
import { cleanEnvironment } from "../../support/environment";
import { needsPackage } from "../../support/needs";

needsPackage();

const command = join(projectFolder, "dist/cli/index.js");

/** Runs `pulumi-losant` in a folder, with the simulator's token. */
export function runBuilt(folder: string, env: Record<string, string>, ...commandLine: string[]) {
  return execute(process.execPath, [command, ...commandLine], {
    cwd: folder,
    env: { ...cleanEnvironment(), ...env },
  });
}
