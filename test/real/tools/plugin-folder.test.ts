import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { succeed } from "../../../tools/set-up/execute";
import { projectFolder } from "../../../tools/set-up/project";
import { cleanEnvironment } from "../../support/environment";
import { temporaryFolder } from "../../support/project-folder";

describe("the folder of the plugin, because only npm installs into it", () => {
  const source = join(projectFolder, "plugin");
  const lockFile = (folder: string) => readFileSync(join(folder, "package-lock.json"), "utf8");

  it("has a node_modules after npm install, without which pulumi package add and pulumi install fail", async () => {
    const folder = temporaryFolder("plugin");
    cpSync(source, folder, { recursive: true, filter: (path) => !path.endsWith("node_modules") });
    const before = readdirSync(folder);
    const quiet = ["--no-audit", "--no-fund", "--offline"];
    await succeed("npm", ["install", ...quiet], { cwd: folder, env: cleanEnvironment() });
    assert.deepEqual(readdirSync(folder).sort(), [...before, "node_modules"].sort());
    assert.equal(lockFile(folder), lockFile(source));
  });
});
