import { join } from "node:path";
import type { Language } from "../../../../tools/set-up/languages";
import { projectFolder } from "../../../../tools/set-up/project";
import { PulumiWorkspace, type WorkspaceOptions } from "../../../support/pulumi-workspace";
import { addPythonPackage } from "../../../support/python-package";
import type { TestSimulator } from "../../../support/simulator";

/** The plugin of this checkout, for `Pulumi.yaml`. */
export const plugins = { losant: join(projectFolder, "plugin") };

const schema = join(projectFolder, "dist/schema.json");

/** A workspace whose programs use the native plugin, which asks the simulator. */
export async function nativeWorkspace(
  simulator: TestSimulator,
  options: WorkspaceOptions = {},
): Promise<PulumiWorkspace> {
  const made = await PulumiWorkspace.create({
    plugins,
    refreshAlways: false,
    ...options,
    env: { ...simulator.env, ...options.env },
  });
  if (options.language === "python") await addPythonPackage(made, schema);
  if (options.language === "nodejs") useTypeScript(made);
  return made;
}

/** Lets Pulumi compile the program, as it does for users of TypeScript. */
function useTypeScript(workspace: PulumiWorkspace): void {
  const providers = Object.entries(plugins).map(([name, path]) => ({ name, path }));
  const project = { name: "test", runtime: "nodejs", main: "index.ts", plugins: { providers } };
  const compilerOptions = { strict: true, target: "es2022", module: "node16", types: [], skipLibCheck: true };
  workspace.write("Pulumi.yaml", JSON.stringify(project));
  // Pulumi wants it to be there, even while it writes it.
  workspace.write("index.ts", "");
  workspace.write("tsconfig.json", JSON.stringify({ compilerOptions, files: ["index.ts"] }));
}

const files: Record<Language, string> = { nodejs: "index.ts", yaml: "Main.yaml", python: "__main__.py" };

/** The program's file, where Pulumi is to write code itself. */
export const codeFile = (language: Language): string => files[language];
