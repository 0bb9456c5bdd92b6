import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { runCommand } from "./run-command";

describe("pulumi-losant", () => {
  it("prints the package's version", async () => {
    const text = readFileSync(join(__dirname, "../../package.json"), "utf8");
    const { version } = z.looseObject({ version: z.string() }).parse(JSON.parse(text));
    const { code, stdout } = await runCommand("--version");
    assert.deepEqual([code, stdout], [0, `${version}\n`]);
  });

  it("lists its commands", async () => {
    const { code, stdout } = await runCommand("--help");
    assert.equal(code, 0);
    assert.match(stdout, /simulate \[options\]\s+run a local Losant organization API/);
  });

  it("refuses a command that it does not have", async () => {
    const { code, stderr } = await runCommand("fly");
    assert.equal(code, 2);
    assert.match(stderr, /unknown command 'fly'/);
  });
});
