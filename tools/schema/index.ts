import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { packageSchema } from "./package-schema";

/** Writes the schema to the path that it is given. */
function write(path: string | undefined): void {
  if (path === undefined) throw new Error("Give the path of the file to write.");
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(packageSchema(), null, 2)}\n`);
}

try {
  write(process.argv[2]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
