import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { rimraf } from "rimraf";
import { cacheFolder, projectFolder } from "./project";
import { swapIn } from "./swap-in";

const ownFolder = join(projectFolder, ".pulumi-cli");
const versionFile = "for-sdk-version";

/** The version of the Pulumi SDK that we develop on; the CLI is not older. */
export const sdkVersion: string = require("@pulumi/pulumi/package.json").version;

/** Whether the project has a whole Pulumi CLI of its own, made for this SDK. */
export function hasOwnCli(own = ownFolder): boolean {
  const path = join(own, versionFile);
  return existsSync(path) && readFileSync(path, "utf8") === sdkVersion;
}

/** A PATH on which the project's own Pulumi CLI, where there is one, comes first. */
export function pulumiPath(): string {
  const path = process.env.PATH ?? "";
  return hasOwnCli() ? join(ownFolder, "bin") + delimiter + path : path;
}

/** Lets a way of getting the CLI fill a folder, and keeps that folder only once it is whole. */
export async function keepOwnCli(fill: (folder: string) => Promise<void>, own = ownFolder): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  const folder = await mkdtemp(join(cacheFolder, "cli-"));
  const cli = join(folder, "cli");
  try {
    await mkdir(cli);
    await fill(cli);
    await writeFile(join(cli, versionFile), sdkVersion);
    // One that somebody else got meanwhile may be in use.
    if (!hasOwnCli(own)) await swapIn(cli, own);
  } finally {
    await rimraf(folder);
  }
}
