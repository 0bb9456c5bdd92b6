import assert from "node:assert/strict";
import { packageVersion } from "../../../cli/package-version";
import { runHere } from "./run-here";

describe("pulumi-losant", () => {
  it("prints the package's version", async () => {
    const { exitCode, stdout } = await runHere("--version");
    assert.deepEqual([exitCode, stdout], [0, `${packageVersion()}\n`]);
  });

  it("lists its commands", async () => {
    const { exitCode, stdout } = await runHere("--help");
    assert.equal(exitCode, 0);
    assert.match(stdout, /simulate \[options\]\s+run a local Losant organization API/);
  });

  it("shows in its help how to begin, and what the exit codes mean", async () => {
    const { stdout } = await runHere("--help");
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
    const { exitCode, stderr } = await runHere("fly");
    assert.equal(exitCode, 2);
    assert.match(stderr, /unknown command 'fly'/);
  });
});
