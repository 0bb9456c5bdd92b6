import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../../tools/set-up/project";

describe("unit: the README", () => {
  for (const option of ["--target", "--exclude", "--target-dependents", "deleteBeforeReplace"]) {
    it(`names ${option}, with which the engine deletes before it has checked everything`, () => {
      const readme = readFileSync(join(projectFolder, "README.md"), "utf8");
      assert.ok(readme.includes(option), `README.md says nothing of ${option}`);
    });
  }
});
