import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageVersion } from "../../../cli/package-version";
import { projectFolder } from "../../../tools/set-up/project";
import { temporaryFolder } from "../project-folder";

const ours = join(projectFolder, "dist/cli/index.js");

/** What a runner has in its PATH beside the Pulumi CLI: npm has installed, and npx runs the package of this checkout. */
export function runnersCommands(): string {
  const folder = temporaryFolder("commands");
  write(join(folder, "npm"), `[ "$1" = ci ] || { echo "npm $*: not in a pipeline" >&2; exit 9; }`);
  write(
    join(folder, "npx"),
    `[ "$1" = --yes ] && shift
case "$1" in
  pulumi-losant|pulumi-losant@${packageVersion()}) shift; exec "${process.execPath}" "${ours}" "$@" ;;
esac
echo "npx $*: not in a pipeline" >&2
exit 9`,
  );
  return folder;
}

function write(path: string, text: string): void {
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
}
