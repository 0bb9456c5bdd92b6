import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Files } from "./programs";

/** Writes files into a folder, over those that are there. Gives the names of those that said something else. */
export function writeFiles(folder: string, files: Files): string[] {
  mkdirSync(folder, { recursive: true });
  const all = Object.entries(files).map(([name, text]) => ({ name, text, path: join(folder, name) }));
  const differing = all.filter(({ path, text }) => existsSync(path) && readFileSync(path, "utf8") !== text);
  for (const { path, text } of all) writeFileSync(path, text);
  return differing.map(({ name }) => name);
}

/** Why files may not be written into a folder; undefined where nothing is in the way. */
export function problemOfFolder(
  folder: string,
  names: readonly string[],
  isForced: boolean,
): string | undefined {
  if (existsSync(folder) && !statSync(folder).isDirectory()) return `${folder} is a file, and no folder.`;
  const there = names.filter((name) => existsSync(join(folder, name)));
  return there.length === 0 || isForced ? undefined : `${folder} has ${there.join(", ")} already.`;
}

/** @throws where files may not be written into a folder. */
export function refuseFolder(folder: string, names: readonly string[], isForced: boolean): void {
  const problem = problemOfFolder(folder, names, isForced);
  if (problem === undefined) return;
  throw new Error(`${problem} Choose another folder with --out, or overwrite files with --force.`);
}
