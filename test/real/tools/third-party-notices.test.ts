import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../../tools/set-up/project";
import {
  namesInNotices,
  packageFolders,
  readPackage,
  thirdPartyNotices,
} from "../../../tools/set-up/third-party-notices";
import { needsPackage } from "../../support/needs";

needsPackage();

const read = (path: string): string => readFileSync(join(projectFolder, "dist", path), "utf8");
const bundled = ["provider", "people", "native", "simulator", "usage/charts"].map(
  (path) => `${path}/index.js`,
);
const pulumi = "node_modules/@pulumi/pulumi/proto/provider_pb.js";

/** What esbuild says of a bundle of files. */
const bundleOf = (...files: string[]) => {
  const inputs = Object.fromEntries(files.map((file) => [file, { bytesInOutput: 1 }]));
  return { inputs: {}, outputs: { "index.js": { bytes: 1, inputs, imports: [], exports: [] } } };
};

/** What of a bundle is CommonJS stands there under its path; ES modules leave none. */
const foldersIn = (bundle: string): string[] =>
  [...bundle.matchAll(/"(node_modules\/[^"]*)"\(/g)].map(([, path = ""]) =>
    path.replace(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\/.*/, "$1"),
  );
const modules = ["@hono/node-server", "cockatiel", "fdir", "hono", "proxy-from-env", "tinyglobby", "zod"].map(
  (name) => `node_modules/${name}`,
);

describe("the notices of third parties", () => {
  it("tell of every package in a bundle, with its license", () => {
    const told = namesInNotices(read("THIRD-PARTY-NOTICES.txt"));
    const folders = [...new Set([...modules, ...bundled.flatMap((path) => foldersIn(read(path)))])];
    const packages = folders.map((folder) => readPackage(join(projectFolder, folder)));
    assert.ok(folders.length > 20);
    assert.deepEqual(told.sort(), packages.map(({ name, version }) => `${name}@${version}`).sort());
  });

  it("have each package once, and those that packages bring", () => {
    const own = "node_modules/https-proxy-agent/node_modules/agent-base/dist/index.js";
    assert.deepEqual(packageFolders([bundleOf(pulumi, "client/index.ts"), bundleOf(pulumi, own)]), [
      "node_modules/@pulumi/pulumi",
      "node_modules/https-proxy-agent/node_modules/agent-base",
    ]);
  });

  it("have the license as the package has it, in whichever file", () => {
    const textOf = (name: string) => readPackage(join(projectFolder, "node_modules", name)).text;
    assert.equal(textOf("zod"), readFileSync(join(projectFolder, "node_modules/zod/LICENSE"), "utf8").trim());
    assert.match(textOf("data-uri-to-buffer"), /^License\n-+\n\n\(The MIT License\)\n\nCopyright/);
    assert.match(textOf("proxy-agent-negotiate"), /^Without a license text; by Nathan Rajlich .*MIT\.$/);
  });

  it("are told apart from licenses that have rules of their own", () => {
    const lodash = "node_modules/lodash.camelcase/index.js";
    assert.equal(namesInNotices(thirdPartyNotices([bundleOf(lodash)])).length, 1);
  });
});
