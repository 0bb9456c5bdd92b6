import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gitopsExamples } from "../../../../tools/gitops-examples/files";
import { projectFolder } from "../../../../tools/set-up/project";

const folder = join(projectFolder, "examples/gitops");

describe("unit: examples/gitops", () => {
  it("has what pulumi-losant ci writes (npm run schema)", () => {
    for (const [name, text] of Object.entries(gitopsExamples()))
      assert.equal(readFileSync(join(folder, name), "utf8"), text, name);
  });

  it("has nothing else", () => {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
    const files = names.filter((name) => statSync(join(folder, name)).isFile() && name !== "README.md");
    assert.deepEqual(files.sort(), Object.keys(gitopsExamples()).sort());
  });
});
