import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { projectFolder } from "../set-up/project";

const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  peerDependencies: z.object({ "@pulumi/pulumi": z.string() }),
  repository: z.object({ url: z.string() }).optional(),
});

/** What a release takes from `package.json`. */
export type Manifest = z.output<typeof Manifest>;

export function readManifest(): Manifest {
  return Manifest.parse(JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")));
}

/** What a release publishes beside the package. */
export const releaseFolder = join(projectFolder, "dist-release");
