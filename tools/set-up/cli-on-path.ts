import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { execute } from "./execute";
import { sdkVersion } from "./own-cli";

const helpers = ["pulumi-language-nodejs", "pulumi-resource-pulumi-nodejs"];
const endings = process.platform === "win32" ? [".exe", ".cmd"] : [""];

/** Whether a command is in a folder of a PATH. */
export function isOnPath(command: string, path = process.env.PATH ?? ""): boolean {
  const folders = path.split(delimiter);
  return folders.some((folder) => endings.some((ending) => existsSync(join(folder, command + ending))));
}

/** Whether a version, such as `v3.246.0`, is of Pulumi 3 and not older than the SDK. */
function fits(version: string): boolean {
  const [major = 0, ...minor] = numbers(version);
  const [sdkMajor = 0, ...sdkMinor] = numbers(sdkVersion);
  return major === sdkMajor && compare(minor, sdkMinor) >= 0;
}

function numbers(version: string): number[] {
  return (/\d+\.\d+\.\d+/.exec(version)?.[0] ?? "").split(".").map(Number);
}

function compare(left: number[], right: number[]): number {
  return (
    left.map((number, index) => number - (right[index] ?? 0)).find((difference) => difference !== 0) ?? 0
  );
}

/** Rejects, with the reason, unless a fitting Pulumi CLI is on the PATH with all it needs to run Node programs. */
export async function requireCliOnPath(environment = process.env): Promise<void> {
  const missing = ["pulumi", ...helpers].filter((command) => !isOnPath(command, environment.PATH));
  if (missing.length > 0) throw new Error(`not there: ${missing.join(", ")}`);
  const { exitCode, stdout, output } = await execute("pulumi", ["version"], {
    env: { ...environment, PULUMI_SKIP_UPDATE_CHECK: "1" },
  });
  if (exitCode !== 0) throw new Error(`pulumi version failed: ${output}`);
  if (!fits(stdout)) throw new Error(`it is ${stdout.trim()}, and ${sdkVersion} or a later 3.x is needed`);
}
