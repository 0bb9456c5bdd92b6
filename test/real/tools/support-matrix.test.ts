import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execute } from "../../../tools/set-up/execute";
import { projectFolder } from "../../../tools/set-up/project";
import { combinations } from "../../../tools/support-matrix/combinations";
import { cleanEnvironment } from "../../support/environment";
import { needsPackage } from "../../support/needs";
import { temporaryProject } from "../../support/project-folder";

needsPackage();

describe("the support matrix", () => {
  it("has every other part of a project with every Node", () => {
    const parts = ["typescript", "moduleResolution", "modules", "manager"] as const;
    for (const node of [20, 22, 24]) {
      const rows = combinations.filter((one) => one.node === node);
      const counts = parts.map((part) => new Set(rows.map((row) => row[part])).size);
      assert.deepEqual(counts, [2, 3, 2, 4], `Node ${node}`);
    }
  });

  it("is in docs/supported-versions.md, row by row", () => {
    const page = readFileSync(join(projectFolder, "docs/supported-versions.md"), "utf8");
    for (const { node, sdk, typescript, moduleResolution, modules, manager } of combinations) {
      const row = [node, sdk, typescript, moduleResolution, modules, manager].join(" | ");
      assert.ok(page.includes(`| ${row} | `), row);
    }
  });

  it("holds for an ES module here, with its named exports", async () => {
    const folder = temporaryProject();
    const path = join(folder, "index.mjs");
    writeFileSync(
      path,
      `import { OrgMember, getMemberOutput } from "pulumi-losant";
       import { LosantClient } from "pulumi-losant/client";
       import { orgMember } from "pulumi-losant/provider";
       import { startSimulator } from "pulumi-losant/simulator";
       console.log([OrgMember, getMemberOutput, LosantClient, orgMember, startSimulator].map((one) => typeof one).join());`,
    );
    const { output } = await execute(process.execPath, [path], { cwd: folder, env: cleanEnvironment() });
    assert.equal(output, "function,function,function,function,function");
  });
});
