import assert from "node:assert/strict";
import { join } from "node:path";
import { rimraf } from "rimraf";
import { PulumiWorkspace } from "../../test/support/pulumi-workspace";
import type { TestSimulator } from "../../test/support/simulator";
import type { Combination } from "./combinations";
import { installWith, pathWithNode, succeed } from "./obtained";
import { compilerFile, packageFile, program, projectFile } from "./project";

/** Brings a person into an organization by a project of this combination, sees no change, and takes them out. */
export async function tryCombination(
  combination: Combination,
  tarball: string,
  simulator: TestSimulator,
): Promise<void> {
  const path = await pathWithNode(combination.node);
  const workspace = await PulumiWorkspace.create({ env: { ...simulator.env, PATH: path } });
  try {
    await install(workspace, combination, tarball, path);
    await run(workspace, simulator);
  } finally {
    await workspace.dispose();
  }
}

async function install(
  workspace: PulumiWorkspace,
  combination: Combination,
  tarball: string,
  path: string,
): Promise<void> {
  const { folder } = workspace;
  await Promise.all(["node_modules", "index.js"].map((name) => rimraf(join(folder, name))));
  workspace.write("package.json", JSON.stringify(packageFile(combination, tarball)));
  workspace.write("tsconfig.json", JSON.stringify(compilerFile(combination)));
  workspace.write("Pulumi.yaml", JSON.stringify(projectFile(combination)));
  workspace.write("index.ts", program);
  await installWith(combination.manager, folder, path);
  const major = await succeed("node", ["-p", "process.versions.node.split('.')[0]"], folder, { PATH: path });
  assert.equal(Number(major), combination.node);
  await succeed("node", ["node_modules/typescript/bin/tsc"], folder, { PATH: path });
}

async function run(workspace: PulumiWorkspace, simulator: TestSimulator): Promise<void> {
  simulator.reset();
  await workspace.config("orgId", simulator.orgId);
  await succeeded(workspace.up());
  const outputs = await workspace.outputs();
  const entries = ["function", "function", "function"];
  assert.deepEqual(outputs, { outcome: "edit in Simulated Organization", entries });
  assert.equal((await simulator.fetchInvites()).length, 1);
  await succeeded(workspace.preview("--expect-no-changes"));
  await succeeded(workspace.destroy());
  assert.deepEqual(await simulator.fetchInvites(), []);
}

async function succeeded(step: ReturnType<PulumiWorkspace["up"]>): Promise<void> {
  const { exitCode, output } = await step;
  assert.equal(exitCode, 0, output);
}
