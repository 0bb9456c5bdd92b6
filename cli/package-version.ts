import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const Manifest = z.object({
  version: z.string(),
  peerDependencies: z.object({ "@pulumi/pulumi": z.string() }),
});

function manifest() {
  return Manifest.parse(JSON.parse(readFileSync(join(packageFolder(), "package.json"), "utf8")));
}

/** The package's folder, from `dist/cli/` and from `cli/`. */
function packageFolder(): string {
  const folder = join(__dirname, "..");
  return folder.endsWith("dist") ? join(folder, "..") : folder;
}

export function packageVersion(): string {
  return manifest().version;
}

/** The versions of Pulumi's SDK that work with this package, and with the Node at hand. */
export function pulumiVersions(): string {
  const isOld = Number.parseInt(process.versions.node, 10) < 22;
  return isOld ? ">=3.139.0 <3.249.0" : manifest().peerDependencies["@pulumi/pulumi"];
}
