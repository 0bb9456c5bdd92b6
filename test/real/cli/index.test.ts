import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { runCommand } from "./run-command";

describe("pulumi-losant", () => {
  it("prints the package's version", async () => {
    const text = readFileSync(join(__dirname, "../../../package.json"), "utf8");
    const { version } = z.looseObject({ version: z.string() }).parse(JSON.parse(text));
    const { code, stdout } = await runCommand("--version");
    assert.deepEqual([code, stdout], [0, `${version}\n`]);
  });

  it("lists its commands", async () => {
    const { code, stdout } = await runCommand("--help");
    assert.equal(code, 0);
    assert.match(stdout, /simulate \[options\]\s+run a local Losant organization API/);
  });

  it("shows in its help how to begin, and what the exit codes mean", async () => {
    const { stdout } = await runCommand("--help");
    assert.match(stdout, /^ {2}pulumi-losant init$/m);
    assert.match(stdout, /^ {2}pulumi-losant status --people people\.yaml$/m);
    assert.match(stdout, /^ {2}pulumi-losant simulate --people 12$/m);
    assert.match(
      stdout,
      /^Exit codes: 0 success, 1 a problem was found or the command failed, 2 wrong use$/m,
    );
    assert.doesNotMatch(stdout, /\n\n\n/);
  });

  it("refuses a command that it does not have", async () => {
    const { code, stderr } = await runCommand("fly");
    assert.equal(code, 2);
    assert.match(stderr, /unknown command 'fly'/);
  });
});
