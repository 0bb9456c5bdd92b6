import { existsSync } from "node:fs";
import { join } from "node:path";
import { succeed } from "./execute";
import { sdkVersion } from "./own-cli";
import { cacheFolder, projectFolder } from "./project";
import { inScratch } from "./scratch";
import { swapIn } from "./swap-in";

const isWindows = process.platform === "win32";
const longestInstallation = 300_000;
const environment = join(cacheFolder, `python-pulumi-${sdkVersion}`);
const commands = isWindows ? "Scripts" : "bin";

/** Where a Python is that knows Pulumi's Python SDK: first on the PATH, language hosts of any age take it. */
export const pythonCommands = join(environment, commands);

/** Whether that Python is there. */
export const hasPythonSdk = (): boolean => existsSync(environment);

// What the packages that Pulumi generates need beside its SDK, and what their installation needs.
const forGeneratedPackages = ["parver", "setuptools", "wheel"];

/** Makes a virtual environment with Pulumi's Python SDK of the version that we develop on. */
export async function getPythonSdk(): Promise<void> {
  await inScratch("python", async (folder) => {
    const made = join(folder, "environment");
    await succeed(isWindows ? "python" : "python3", ["-m", "venv", made], { cwd: projectFolder });
    const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "1"];
    const packages = [`pulumi==${sdkVersion}`, ...forGeneratedPackages];
    await succeed(join(made, commands, "python"), [...install, ...packages], {
      cwd: projectFolder,
      timeout: longestInstallation,
    });
    await swapIn(made, environment);
  });
}
