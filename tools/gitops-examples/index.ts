import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectFolder } from "../set-up/project";
import { gitopsExamples } from "./files";

/* Writes what `pulumi-losant ci` writes into `examples/gitops/`. */
for (const [name, text] of Object.entries(gitopsExamples())) {
  const path = join(projectFolder, "examples/gitops", name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
