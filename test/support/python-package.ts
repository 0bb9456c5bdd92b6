import { join } from "node:path";
import { succeed } from "../../tools/set-up/execute";
import { pythonCommands } from "../../tools/set-up/python-sdk";
import { succeed as succeeded } from "./cli-setting";
import type { PulumiWorkspace } from "./pulumi-workspace";

/** Lets the Python programs of a workspace import what Pulumi generates of a plugin or of a schema's file. */
export async function addPythonPackage(workspace: PulumiWorkspace, source: string): Promise<void> {
  const generate = ["package", "gen-sdk", source, "--language", "python", "--out", "generated"];
  await succeeded(workspace.run(...generate));
  const install = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation"];
  await succeed(join(pythonCommands, "python"), [...install, "--target", "packages", "./generated/python"], {
    cwd: workspace.folder,
  });
  workspace.env.PYTHONPATH = join(workspace.folder, "packages");
}
