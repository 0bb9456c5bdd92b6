import { mkdir, mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { rimraf } from "rimraf";
import { cacheFolder } from "./project";

/** Lends a new folder, on the file system of this checkout, for what takes several steps to make. */
export async function inScratch(prefix: string, use: (folder: string) => Promise<void>): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  const folder = await mkdtemp(join(cacheFolder, `${prefix}-`));
  try {
    await use(folder);
  } finally {
    await rimraf(folder);
  }
}
