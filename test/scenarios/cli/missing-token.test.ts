import assert from "node:assert/strict";
import { runInProcess } from "./run-in-process";

const without = { env: { LOSANT_API_TOKEN: "" } };
const { isTTY } = process.stdin;

describe("a command without a token", () => {
  afterEach(() => {
    process.stdin.isTTY = isTTY;
  });

  for (const [where, isTerminal] of [
    ["on a terminal", true],
    ["without a terminal", false],
  ] as const) {
    it(`offers the simulator first: init ${where}`, async () => {
      process.stdin.isTTY = isTerminal;
      const { exitCode, stderr } = await runInProcess(without, "init");
      assert.equal(exitCode, 1);
      assert.match(stderr, /^error: No API token is set\. Set the environment variable LOSANT_API_TOKEN\.$/m);
      assert.match(stderr, /^ {2}npx pulumi-losant simulate --people 12$/m);
      assert.match(stderr, /^ {2}export LOSANT_API_URL=<url> LOSANT_API_TOKEN=<token>$/m);
      assert.doesNotMatch(stderr, /--as/);
    });
  }

  for (const command of ["export", "status", "usage", "report"]) {
    it(`offers the simulator: ${command}`, async () => {
      const { exitCode, stderr } = await runInProcess(without, command);
      assert.equal(exitCode, 1);
      assert.match(stderr, /^ {2}npx pulumi-losant simulate/m);
    });
  }
});
