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
export interface Manifest extends Omit<z.output<typeof Manifest>, "repository"> {
  repository: string | undefined;
  /** Where Pulumi looks for the plugin of a version. */
  pluginDownloadURL: string | undefined;
}

export function readManifest(): Manifest {
  const text = readFileSync(join(projectFolder, "package.json"), "utf8");
  const { keywords, repository, ...rest } = Manifest.parse(JSON.parse(text));
  const address = repository?.url.replace(/^git\+|\.git$/g, "");
  return {
    ...rest,
    keywords: [...keywords, "category/cloud", "kind/native"],
    repository: address,
    pluginDownloadURL: pluginDownloadUrl(address),
  };
}

/** The releases of a repository at GitHub, as Pulumi's CLI names them: it knows how the files of a version are called. */
export function pluginDownloadUrl(repository: string | undefined): string | undefined {
  const [, path] = /^https:\/\/github\.com\/([^/]+\/[^/]+)$/.exec(repository ?? "") ?? [];
  return path && `github://api.github.com/${path}`;
}
