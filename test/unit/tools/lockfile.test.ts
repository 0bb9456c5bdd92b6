import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../../tools/set-up/project";

describe("the lockfile", () => {
  it("names no address to download from: every registry serves the same bytes", () => {
    const text = readFileSync(join(projectFolder, "package-lock.json"), "utf8");
    assert.deepEqual(text.match(/"resolved": "[^"]+"/g), null);
  });
});
