import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { succeed } from "./execute";

const names = ["chromium", "chromium-browser", "google-chrome"];

/** The browser that tests and pictures use: `CHROMIUM_PATH`, or one in the PATH; undefined where there is none. */
export function findBrowser(environment = process.env): string | undefined {
  const stated = environment.CHROMIUM_PATH;
  if (stated) return stated;
  const folders = (environment.PATH ?? "").split(delimiter);
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** Installs Debian's Chromium where no browser is there. @throws where that cannot be done, with what to do */
export async function ensureBrowser(): Promise<string> {
  const found = findBrowser();
  if (found !== undefined) return found;
  console.error("Getting Chromium (a minute) …");
  try {
    await succeed("apt-get", ["update"]);
    await succeed("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
  } catch (error) {
    throw new Error(
      `no Chromium: install one, or set CHROMIUM_PATH (${error instanceof Error ? error.message : error})`,
    );
  }
  return findBrowser() ?? "chromium";
}
