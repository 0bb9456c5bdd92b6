import { existsSync } from "node:fs";
import { chmod, copyFile, mkdir, readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { isOnPath } from "./cli-on-path";
import { buildModule, moduleSources } from "./go-modules";
import { ownCommands, ownPrinters, pulumiPath } from "./own-cli";
import { inScratch } from "./scratch";

const hostOf = (language: string) => `pulumi-language-${language}`;

/** Whether programs of a language can be run. */
export const hasHost = (language: string): boolean => isOnPath(hostOf(language), pulumiPath());

/** Lets a way of getting commands fill a folder, and puts them where they belong only once they are whole. */
function keepCommands(place: string, fill: (folder: string) => Promise<void>): Promise<void> {
  return inScratch("commands", async (folder) => {
    await fill(folder);
    await mkdir(place, { recursive: true });
    for (const name of await readdir(folder)) await rename(join(folder, name), join(place, name));
  });
}

export function buildYamlHost(): Promise<void> {
  const host = `github.com/pulumi/pulumi-yaml/cmd/${hostOf("yaml")}`;
  return keepCommands(ownCommands, (folder) =>
    buildModule("language-yaml", host, join(folder, hostOf("yaml"))),
  );
}

export function buildPythonHost(): Promise<void> {
  const host = `github.com/pulumi/pulumi/sdk/v3/python/cmd/${hostOf("python")}`;
  const starter = `${hostOf("python")}-exec`;
  return keepCommands(ownCommands, async (folder) => {
    await buildModule("language-python", host, join(folder, hostOf("python")));
    // The script that starts programs fits the SDK that they use, which is newer than the host.
    const sources = await moduleSources("engine", "github.com/pulumi/pulumi/sdk/v3");
    await copyFile(join(sources, "python/cmd", starter), join(folder, starter));
    await chmod(join(folder, starter), 0o755);
  });
}

const printed = ["nodejs", "python"];
const isOwn = (language: string) => isOnPath(hostOf(language), ownCommands);

/** Whether code of Node and Python can be printed: the vendor's hosts do both, of which the one for Go is a mark. */
export function hasPrinters(): boolean {
  const areBuiltHere = printed.some(isOwn) && !isOwn("go");
  return !areBuiltHere || existsSync(ownPrinters);
}

export function buildPrinters(): Promise<void> {
  return keepCommands(ownPrinters, async (folder) => {
    for (const language of printed) await buildModule("printing-host", ".", join(folder, hostOf(language)));
  });
}
