import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { projectFolder } from "./project";
import { inScratch } from "./scratch";
import { swapIn } from "./swap-in";

const ownFolder = join(projectFolder, ".pulumi-cli");
const versionFile = "for-sdk-version";

/** The version of the Pulumi SDK that we develop on; the CLI is not older. */
export const sdkVersion: string = require("@pulumi/pulumi/package.json").version;

/** Whether the project has a whole Pulumi CLI of its own, made for this SDK. */
export function hasOwnCli(own = ownFolder): boolean {
  try {
    return readFileSync(join(own, versionFile), "utf8") === sdkVersion;
  } catch {
    // Somebody else may take an outdated one away at any moment.
    return false;
  }
}

/** Where the project's own Pulumi CLI has its commands. */
export const ownCommands = join(ownFolder, "bin");

/** Where it has language hosts that print code and run nothing; those of the modules run programs and print nothing. */
export const ownPrinters = join(ownFolder, "printers");

/**
 * A PATH on which the project's own Pulumi CLI, where there is one, comes first. Where there is none, that folder may
 * still hold a language host that somebody else's CLI lacks.
 */
export function pulumiPath(): string {
  const path = process.env.PATH ?? "";
  return (hasOwnCli() ? [ownCommands, path] : [path, ownCommands]).join(delimiter);
}

/** Lets a way of getting the CLI fill a folder, and keeps that folder only once it is whole. */
export async function keepOwnCli(fill: (folder: string) => Promise<void>, own = ownFolder): Promise<void> {
  await inScratch("cli", async (folder) => {
    const cli = join(folder, "cli");
    await mkdir(cli);
    await fill(cli);
    await writeFile(join(cli, versionFile), sdkVersion);
    // One that somebody else got meanwhile may be in use.
    if (!hasOwnCli(own)) await swapIn(cli, own);
  });
}
