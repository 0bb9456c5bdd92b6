import assert from "node:assert/strict";
import { join } from "node:path";
import { execute } from "../../../tools/set-up/execute";
import { projectFolder } from "../../../tools/set-up/project";
import { needsPackage, needsPulumi } from "../../support/needs";

needsPackage();
needsPulumi();

describe("tools/set-up.mjs", () => {
  it("says and does nothing where all is there", async () => {
    const { exitCode, output } = await execute(process.execPath, [join(projectFolder, "tools/set-up.mjs")]);
    assert.deepEqual({ exitCode, output }, { exitCode: 0, output: "" });
  });
});
