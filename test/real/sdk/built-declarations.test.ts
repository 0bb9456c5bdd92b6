import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../../tools/set-up/project";
import { needsPackage } from "../../support/needs";

needsPackage();

/** A declaration file and all that it imports of ours, with what it imports of others. */
const reachableFrom = (start: string) => {
  const files = new Map<string, string[]>();
  const visit = (file: string): void => {
    if (files.has(file)) return;
    const text = readFileSync(file, "utf8");
    const imports = [...text.matchAll(/(?:from |import\()"([^"]+)"/g)].map(([, name = ""]) => name);
    files.set(
      file,
      imports.filter((name) => !name.startsWith(".")),
    );
    for (const name of imports.filter((one) => one.startsWith(".")))
      visit(declarationOf(join(file, "..", name)));
  };
  visit(start);
  return files;
};

const declarationOf = (path: string): string => {
  const found = [`${path}.d.ts`, join(path, "index.d.ts")].find(existsSync);
  return found ?? assert.fail(`${path} has no declarations`);
};

for (const name of ["client", "simulator"]) {
  describe(`declarations of pulumi-losant/${name}`, () => {
    it("need no other package's, so that they compile under any settings of the program", () => {
      const files = reachableFrom(join(projectFolder, "dist", name, "index.d.ts"));
      for (const [file, imports] of files) {
        const others = imports.filter((one) => !one.startsWith("node:") && !one.startsWith("pulumi-losant"));
        assert.deepEqual(others, [], file);
      }
      assert.ok(files.size > 1);
    });
  });
}
