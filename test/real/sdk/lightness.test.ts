import assert from "node:assert/strict";
import { join } from "node:path";
import { execute } from "../../../tools/set-up/execute";
import { projectFolder } from "../../../tools/set-up/project";
import { needsPackage } from "../../support/needs";

needsPackage();

/** Both faces, as programs load them. */
const faces = {
  "pulumi-losant": "dist/sdk",
  "pulumi-losant/native": "dist/sdk/native",
};

describe("import in a process of its own, which shows all that it loads", () => {
  for (const [face, path] of Object.entries(faces)) {
    it(`of ${face} loads neither zod nor an HTTP client until a data function is called`, async () => {
      const script = `
        require(${JSON.stringify(join(projectFolder, path))});
        const heavy = () => Object.keys(require.cache).filter((path) => /node_modules.(zod|yaml|cockatiel|node-fetch)|dist.people/.test(path));
        if (heavy().length > 0) throw new Error(heavy().join());`;
      const { exitCode, output } = await execute(process.execPath, ["-e", script], { cwd: projectFolder });
      assert.equal(exitCode, 0, output);
    });
  }
});
