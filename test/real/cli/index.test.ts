import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { runCommand } from "./run-command";

describe("pulumi-losant as a process, because only that has an exit code", () => {
  it("prints the package's version, and refuses what it does not have", async () => {
    const text = readFileSync(join(__dirname, "../../../package.json"), "utf8");
    const { version } = z.looseObject({ version: z.string() }).parse(JSON.parse(text));
    const [told, refused] = await Promise.all([runCommand("--version"), runCommand("fly")]);
    assert.deepEqual([told.code, told.stdout], [0, `${version}\n`]);
    assert.deepEqual([refused.code, refused.stdout], [2, ""]);
  });
});
