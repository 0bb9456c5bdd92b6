import { chmod, copyFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { requireCliOnPath } from "./cli-on-path";
import { succeed } from "./execute";
import { buildModule } from "./go-modules";
import { hasOwnCli, keepOwnCli, sdkVersion } from "./own-cli";
import { projectFolder } from "./project";

const longestInstallation = 300_000;
const engineVersion = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";

/** The vendor's own installation of the version that belongs to the SDK. */
async function installOfficial(folder: string): Promise<void> {
  const script = join(__dirname, "install-official-cli.ts");
  await succeed(process.execPath, ["--import=tsx", script, folder], {
    cwd: projectFolder,
    timeout: longestInstallation,
  });
}

/** The script that starts dynamic providers comes with the SDK, not with a Go module. */
async function copyProviderScript(bin: string): Promise<void> {
  const name = `pulumi-resource-pulumi-nodejs${process.platform === "win32" ? ".cmd" : ""}`;
  await copyFile(join(dirname(require.resolve("@pulumi/pulumi/package.json")), name), join(bin, name));
  await chmod(join(bin, name), 0o755);
}

async function buildFromModules(folder: string): Promise<void> {
  const bin = join(folder, "bin");
  await buildModule("engine", "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi", join(bin, "pulumi"), [
    "-ldflags",
    `-X ${engineVersion}=v${sdkVersion}`,
  ]);
  const languageHost = "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs";
  await buildModule("language-nodejs", languageHost, join(bin, "pulumi-language-nodejs"));
  await copyProviderScript(bin);
}

/** A way to a Pulumi CLI; it rejects with the reason why there is none. */
export interface Way {
  name: string;
  get: () => Promise<void>;
}

const ways: Way[] = [
  { name: "on the PATH", get: requireCliOnPath },
  { name: "the official installation", get: () => keepOwnCli(installOfficial) },
  { name: "a build with go, some minutes the first time", get: () => keepOwnCli(buildFromModules) },
];

/** Makes sure that there is a Pulumi CLI; where one is, that is told by nothing and costs next to nothing. */
export async function ensurePulumiCli(): Promise<void> {
  if (!hasOwnCli()) await firstThatWorks(ways);
}

/** Goes one way after the other, the later ones with a word. */
export async function firstThatWorks(candidates: Way[]): Promise<void> {
  const failures: string[] = [];
  for (const { name, get } of candidates) {
    if (failures.length > 0) console.error(`Getting the Pulumi CLI: ${name} …`);
    try {
      return await get();
    } catch (error) {
      failures.push(`- ${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  throw new Error(
    `There is no Pulumi CLI, and none could be got:\n${failures.join("\n")}\n` +
      `Install Pulumi ${sdkVersion} or a later 3.x (https://www.pulumi.com/docs/install/), ` +
      "or Go 1.25 or later (https://go.dev/dl/), and run this again.",
  );
}
