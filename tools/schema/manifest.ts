import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { projectFolder } from "../set-up/project";

const Manifest = z.object({
  version: z.string(),
  description: z.string(),
  keywords: z.array(z.string()),
  license: z.string(),
  homepage: z.string().optional(),
  repository: z.object({ url: z.string() }).optional(),
});

/** What the schema takes from `package.json`. */
export type Manifest = Omit<z.output<typeof Manifest>, "repository"> & { repository: string | undefined };

export function readManifest(): Manifest {
  const text = readFileSync(join(projectFolder, "package.json"), "utf8");
  const { keywords, repository, ...rest } = Manifest.parse(JSON.parse(text));
  return {
    ...rest,
    keywords: [...keywords, "category/cloud", "kind/native"],
    repository: repository?.url.replace(/^git\+|\.git$/g, ""),
  };
}
