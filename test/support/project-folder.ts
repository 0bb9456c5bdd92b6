import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rimrafSync } from "rimraf";
import { projectFolder } from "../../tools/set-up/project";

/** The name of the project in every folder made here. */
export const projectName = "test";

let root: string | undefined;

/** A folder that holds all that this process makes; it goes when the process ends. */
export function temporaryRoot(): string {
  if (root) return root;
  const made = mkdtempSync(join(tmpdir(), "pulumi-losant-"));
  process.once("exit", () => rimrafSync(made));
  root = made;
  return made;
}

/** A new empty folder. */
export function temporaryFolder(prefix: string): string {
  return mkdtempSync(join(temporaryRoot(), `${prefix}-`));
}

function link(target: string, path: string): void {
  // A junction needs no rights of its own on Windows; elsewhere the type has no meaning.
  symlinkSync(target, path, "junction");
}

/** Puts this checkout's copy of the Pulumi SDK into a folder's `node_modules`. */
export function linkSdk(folder: string): void {
  mkdirSync(join(folder, "node_modules/@pulumi"), { recursive: true });
  link(join(projectFolder, "node_modules/@pulumi/pulumi"), join(folder, "node_modules/@pulumi/pulumi"));
}

/** Makes a folder a project of somebody else that uses this package. */
export function makeProject(folder: string): void {
  linkSdk(folder);
  link(projectFolder, join(folder, "node_modules/pulumi-losant"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: projectName, private: true }));
}

/** A new project of somebody else that uses this package. */
export function temporaryProject(): string {
  const folder = temporaryFolder("project");
  makeProject(folder);
  return folder;
}
