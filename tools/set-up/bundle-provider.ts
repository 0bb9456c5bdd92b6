import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build as bundle, type Plugin } from "esbuild";
import { rimraf } from "rimraf";
import { projectFolder } from "./project";

/** zod brings its messages in fifty languages, which no import can leave out: a third of the loading time. */
const englishOnly: Plugin = {
  name: "zod in English only",
  setup({ onLoad }) {
    onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, ({ path }) => ({
      contents: 'export { default as en } from "./en.js";',
      resolveDir: dirname(path),
    }));
  },
};

/**
 * Puts the provider into one file: Pulumi starts a process that loads it for each preview and each update, and one
 * file loads in less than half the time of many. node-fetch and https-proxy-agent are no CommonJS, and are loaded when they are
 * needed.
 */
export async function bundleProvider(dist: string): Promise<void> {
  const folder = join(dist, "provider");
  await bundle({
    entryPoints: [join(projectFolder, "provider", "index.ts")],
    outfile: join(folder, "index.js"),
    allowOverwrite: true,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    mainFields: ["module", "main"],
    external: ["node-fetch", "https-proxy-agent", "@pulumi/pulumi"],
    plugins: [englishOnly],
    tsconfigRaw: {},
    logLevel: "error",
  });
  const parts = (await readdir(folder)).filter((name) => !name.startsWith("index."));
  await rimraf(parts.map((name) => join(folder, name)));
}
