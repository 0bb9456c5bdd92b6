import { createRequire } from "node:module";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { programError } from "../errors";
import { onePerRun } from "../one-per-run";

const currentFolders = onePerRun(() => new Set<string>());

/**
 * Refuses a program from whose folder the engine cannot load the provider: with pnpm, a program sees the packages
 * alone that its own `package.json` names, and not those of a component package that it uses.
 */
export function requireProvider(): void {
  const checked = currentFolders();
  const folder = process.cwd();
  if (!checked || checked.has(folder)) return;
  // The Automation API runs a program in its caller's folder, and the provider in the project's.
  if (![folder, projectFolder()].some(reachesProvider)) throw programError(advice(folder));
  checked.add(folder);
}

/** Undefined where the Pulumi SDK is too old to know it. */
function projectFolder(): string | undefined {
  const ask: unknown = Reflect.get(pulumi.runtime, "getRootDirectory");
  const folder: unknown = typeof ask === "function" ? ask() : undefined;
  return typeof folder === "string" && folder !== "" ? folder : undefined;
}

function reachesProvider(folder: string | undefined): boolean {
  if (folder === undefined) return false;
  try {
    createRequire(join(folder, "/")).resolve("pulumi-losant/provider");
    return true;
  } catch {
    return false;
  }
}

function advice(folder: string): string {
  return (
    `The package pulumi-losant cannot be loaded from the program's folder, ${folder}, where Pulumi runs its ` +
    `provider. If it is installed with the program, the working folder is another one: run in the program's own; ` +
    `with the Automation API, state the folder of its package.json as workDir. Else add pulumi-losant to the ` +
    `dependencies in the program's own package.json, even if only a package that the program uses imports it, and ` +
    `install again.`
  );
}
