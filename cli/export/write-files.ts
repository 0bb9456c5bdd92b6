import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Files } from "./programs";

/** Writes files into a folder. @throws where some are there already, before anything is written, unless forced. */
export function writeFiles(folder: string, files: Files, isForced: boolean): void {
  const there = Object.keys(files).filter((name) => existsSync(join(folder, name)));
  if (there.length > 0 && !isForced) {
    throw new Error(
      `${folder} has ${there.join(", ")} already. Choose another folder with --out, or overwrite them with --force.`,
    );
  }
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}
