import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";

const packageFile = z.object({ version: z.string() });

// The compiled command lies one folder deeper below package.json than its source.
const findPackageFile = (folder: string): string => {
  const path = join(folder, "package.json");
  return existsSync(path) ? path : findPackageFile(dirname(folder));
};

/** The version of this package, such as `0.1.0`. */
export const packageVersion = (): string =>
  packageFile.parse(JSON.parse(readFileSync(findPackageFile(__dirname), "utf8"))).version;
