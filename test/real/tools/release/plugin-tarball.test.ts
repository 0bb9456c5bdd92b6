import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pluginTarball } from "../../../../tools/release/plugin-tarball";
import { execute, succeed } from "../../../../tools/set-up/execute";
import { ChildProcess } from "../../../support/child-process";
import { cleanEnvironment } from "../../../support/environment";
import { needsPackage } from "../../../support/needs";
import { makeProject, temporaryFolder } from "../../../support/project-folder";

needsPackage();

const sources = { package: "1.2.3", sdk: ">=3 <4" };

describe("the plugin that Pulumi downloads, unpacked by tar and started as Pulumi does", () => {
  let folder: string;

  // The package and the SDK are this checkout's, as npm would have put them there.
  before(async () => {
    folder = temporaryFolder("plugin");
    makeProject(folder);
    writeFileSync(join(folder, "plugin.tar.gz"), pluginTarball("1.2.3", sources));
    await succeed("tar", ["-xzf", "plugin.tar.gz"], { cwd: folder });
  });

  it("lets npm get the package of its own version", () => {
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    assert.equal(manifest.version, "1.2.3");
    assert.deepEqual(manifest.dependencies, { "@pulumi/pulumi": ">=3 <4", "pulumi-losant": "1.2.3" });
    assert.equal(readFileSync(join(folder, "PulumiPlugin.yaml"), "utf8"), "runtime: nodejs\n");
  });

  it("holds all that it should", async () => {
    const listed = await execute("tar", ["-tzf", "plugin.tar.gz"], { cwd: folder });
    assert.deepEqual(listed.output.split("\n").sort(), [
      "PulumiPlugin.yaml",
      "index.js",
      "package.json",
      "pulumi-resource-losant",
      "pulumi-resource-losant.cmd",
    ]);
  });

  const starters: [string, (path: string) => [string, string[]]][] = [
    ["its command, as the engine does", (path) => [join(path, "pulumi-resource-losant"), []]],
    [
      "Pulumi's SDK, as a language host does",
      (path) => [process.execPath, [join(path, "node_modules/@pulumi/pulumi/cmd/run-plugin"), path]],
    ],
  ];
  for (const [title, commandFor] of starters) {
    it(`starts by ${title}`, async () => {
      const [command, args] = commandFor(folder);
      const engine = "127.0.0.1:1";
      const plugin = new ChildProcess(command, [...args, engine], { cwd: folder, env: cleanEnvironment() });
      assert.match(await plugin.firstLine(), /^\d+$/);
      await plugin.stop();
    });
  }
});
