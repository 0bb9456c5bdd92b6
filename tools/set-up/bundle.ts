import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";
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
 * Puts one of our folders into one file: Pulumi starts a process that loads it for each preview and each update, and one
 * file loads in less than half the time of many. What is `external` is loaded when it is needed.
 */
async function bundle(
  dist: string,
  folder: string,
  external: string[],
  alias: Record<string, string> = {},
): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: projectFolder,
    entryPoints: [join(projectFolder, folder, "index.ts")],
    outfile: join(dist, folder, "index.js"),
    allowOverwrite: true,
    bundle: true,
    minifyWhitespace: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    // What a package asks of it is a place to load from.
    define: { "import.meta.url": "__filename" },
    mainFields: ["module", "main"],
    external,
    alias,
    plugins: [englishOnly],
    tsconfigRaw: {},
    metafile: true,
    logLevel: "error",
  });
  return metafile;
}

/** node-fetch and https-proxy-agent are no CommonJS. */
export async function bundleProvider(dist: string): Promise<Metafile> {
  const folder = join(dist, "provider");
  const metafile = await bundle(dist, "provider", ["node-fetch", "https-proxy-agent", "@pulumi/pulumi"]);
  await keepOnly(folder, /^index\./);
  return metafile;
}

/** The compiler's files of what the bundle holds now. */
async function keepOnly(folder: string, kept: RegExp): Promise<void> {
  const parts = (await readdir(folder)).filter((name) => !kept.test(name));
  await rimraf(parts.map((name) => join(folder, name)));
}

/** Programs that read people from files load it; YAML, patterns and zod are in it. */
export async function bundlePeople(dist: string): Promise<Metafile> {
  const metafile = await bundle(dist, "people", []);
  await keepOnly(join(dist, "people"), /^index\.js$/);
  return metafile;
}

/** Only the simulator needs a server: nobody installs it with the package. */
export async function bundleSimulator(dist: string): Promise<Metafile> {
  const metafile = await bundle(dist, "simulator", []);
  const folder = join(dist, "simulator");
  await keepOnly(folder, /^index\.|^types\.d\.ts$|^store$/);
  await keepOnly(join(folder, "store"), /^state-file-error\.d\.ts$/);
  return metafile;
}

/** Only pictures of usage need what draws them. Vega's builds for Node look for a canvas and for files; browsers' do not. */
export async function bundleCharts(dist: string): Promise<Metafile> {
  const folder = "usage/charts";
  const inBrowsers = (name: string) =>
    [name, join(projectFolder, `node_modules/${name}/build/${name}.browser.js`)] as const;
  const alias = Object.fromEntries(["vega-canvas", "vega-loader"].map(inBrowsers));
  const metafile = await bundle(dist, folder, [], alias);
  await keepOnly(join(dist, folder), /^index\.js$/);
  return metafile;
}

/** The plugin depends on nothing that a user has installed: programs in YAML and Python have no node_modules. */
export function bundlePlugin(dist: string): Promise<Metafile> {
  return bundle(dist, "native", []);
}
