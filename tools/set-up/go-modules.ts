import { join } from "node:path";
import { z } from "zod";
import { succeed } from "./execute";
import { projectFolder } from "./project";

const ending = process.platform === "win32" ? ".exe" : "";

const folderOf = (name: string) => join(projectFolder, "tools/pulumi", name);

/** Builds a command of what a module in `tools/pulumi/` requires. */
export async function buildModule(
  name: string,
  packagePath: string,
  target: string,
  flags: string[] = [],
): Promise<void> {
  await succeed("go", ["build", "-o", target + ending, ...flags, packagePath], { cwd: folderOf(name) });
}

/** The folder with the sources of what a module in `tools/pulumi/` requires. */
export async function moduleSources(name: string, modulePath: string): Promise<string> {
  const answer = await succeed("go", ["mod", "download", "-json", modulePath], { cwd: folderOf(name) });
  return z.object({ Dir: z.string() }).parse(JSON.parse(answer)).Dir;
}
