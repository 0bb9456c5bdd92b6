import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectFolder } from "../set-up/project";
import { generatedFiles, schemaText } from "./generated-files";

/** Writes the schema to the path that it is given; without one, everything that is made of the sources and checked in. */
function write(path: string | undefined): void {
  const files = path === undefined ? generatedFiles() : { [path]: schemaText() };
  for (const [name, text] of Object.entries(files))
    writeText(join(path === undefined ? projectFolder : "", name), text);
}

function writeText(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

try {
  write(process.argv[2]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
