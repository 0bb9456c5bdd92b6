import { join } from "node:path";
import { build } from "esbuild";
import { projectFolder } from "../set-up/project";

const browserFolder = join(projectFolder, "report/browser");

/** The module with the script and the style of the report's page, as they stand in every page. */
export async function pageAssets(): Promise<string> {
  const [script, style] = await Promise.all([bundled("script.ts"), bundled("page.css")]);
  return `// Written by npm run schema from report/browser/.

export const script = ${JSON.stringify(script)};

export const style = ${JSON.stringify(style)};
`;
}

async function bundled(name: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: projectFolder,
    entryPoints: [join(browserFolder, name)],
    bundle: true,
    minify: true,
    format: "iife",
    target: ["chrome109", "firefox115", "safari16"],
    charset: "utf8",
    legalComments: "none",
    tsconfigRaw: {},
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]?.text.trim() ?? "";
}
