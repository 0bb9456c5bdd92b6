import { type ArchivedFile, tarball } from "./tarball";

const systems = ["linux", "darwin", "windows"];
const architectures = ["amd64", "arm64"];

/** The names under which Pulumi looks for a version's plugin. */
export function pluginFileNames(version: string): string[] {
  return systems.flatMap((system) =>
    architectures.map(
      (architecture) => `pulumi-resource-losant-v${version}-${system}-${architecture}.tar.gz`,
    ),
  );
}

/** How a plugin gets the package and Pulumi's SDK, as `dependencies` of npm say it. */
export interface PluginSources {
  package: string;
  sdk: string;
}

/**
 * The plugin that Pulumi downloads. It holds no code: because of `PulumiPlugin.yaml`, Pulumi lets npm get the package
 * when it installs the plugin.
 */
export function pluginTarball(version: string, sources: PluginSources): Buffer {
  return tarball([...manifests(version, sources), ...commands]);
}

function manifests(version: string, sources: PluginSources): ArchivedFile[] {
  const manifest = {
    name: "pulumi-losant-plugin",
    version,
    private: true,
    main: "index.js",
    dependencies: { "@pulumi/pulumi": sources.sdk, "pulumi-losant": sources.package },
  };
  return [
    { name: "PulumiPlugin.yaml", text: "runtime: nodejs\n" },
    { name: "package.json", text: `${JSON.stringify(manifest, null, 2)}\n` },
  ];
}

const start = `require("./node_modules/pulumi-losant/plugin/index.js");\n`;

/** Programs start the command, without a language host; `pulumi package add` starts `index.js` through Node's. */
const commands: ArchivedFile[] = [
  { name: "index.js", text: start },
  { name: "pulumi-resource-losant", text: `#!/usr/bin/env node\n${start}`, isExecutable: true },
  { name: "pulumi-resource-losant.cmd", text: '@node "%~dp0index.js" %*\r\n' },
];
