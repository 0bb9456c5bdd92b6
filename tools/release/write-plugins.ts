import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readManifest, releaseFolder } from "./manifest";
import { pluginFileNames, pluginTarball } from "./plugin-tarball";

/** Writes the plugin for every system; all have the same content. */
const { version, peerDependencies } = readManifest();
const content = pluginTarball(version, { package: version, sdk: peerDependencies["@pulumi/pulumi"] });
mkdirSync(releaseFolder, { recursive: true });
for (const name of pluginFileNames(version)) writeFileSync(join(releaseFolder, name), content);
