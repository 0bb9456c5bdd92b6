import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { startSimulator } from "../../../simulator/index";
import { type RunningCommand, runCommand, startCommand } from "./run-command";

const listening = z.strictObject({
  url: z.string().regex(/^http:\/\/127\.0\.0\.1:\d+$/),
  token: z.string(),
  orgId: z.string(),
  userId: z.string(),
});

const firstLineOf = async (command: RunningCommand) => listening.parse(JSON.parse(await command.firstLine));

describe("pulumi-losant simulate", () => {
  const folder = mkdtempSync(join(tmpdir(), "simulate-"));
  const started: RunningCommand[] = [];
  const simulate = (...options: string[]) => {
    const command = startCommand("simulate", ...options);
    started.push(command);
    return command;
  };

  afterEach(() => {
    for (const command of started.splice(0)) command.process.kill("SIGKILL");
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const signal of ["SIGTERM", "SIGINT"] as const)
    it(`prints one line of JSON, serves, and ends cleanly on ${signal}`, async () => {
      const command = simulate();
      const { url, token, orgId } = await firstLineOf(command);
      const response = await fetch(`${url}/orgs/${orgId}`, { headers: { Authorization: `Bearer ${token}` } });
      assert.equal(response.status, 200);
      await response.text();
      command.process.kill(signal);
      const { code, stdout, stderr } = await command.finished;
      assert.deepEqual([code, stderr, stdout.split("\n").length], [0, "", 2]);
    });

  it("keeps its state in the file of --state from one run to the next", async () => {
    const path = join(folder, "state.json");
    const first = simulate("--state", path);
    const { url } = await firstLineOf(first);
    const body = JSON.stringify({ advanceMs: 365 * 86_400_000 });
    await (await fetch(`${url}/_simulator/clock`, { method: "POST", body })).text();
    first.process.kill("SIGTERM");
    await first.finished;
    const second = await firstLineOf(simulate("--state", path));
    const state = await (await fetch(`${second.url}/_simulator/state`)).json();
    assert.equal(z.looseObject({ clockAheadMs: z.number() }).parse(state).clockAheadMs, 365 * 86_400_000);
  });

  it("has the members of --people beside the token's user, and two invites", async () => {
    const { url, token, orgId } = await firstLineOf(simulate("--people", "12"));
    const headers = { Authorization: `Bearer ${token}` };
    const read = async (path: string) => (await fetch(`${url}/orgs/${orgId}${path}`, { headers })).json();
    const { members } = z.looseObject({ members: z.array(z.unknown()) }).parse(await read(""));
    const invites = z.array(z.unknown()).parse(await read("/invites"));
    assert.deepEqual([members.length, invites.length], [13, 2]);
  });

  it("refuses a number of people that is none", async () => {
    for (const people of ["x", "-1", "1001", "1.5"]) {
      const { code, stderr } = await runCommand("simulate", `--people=${people}`);
      assert.equal(code, 2);
      assert.match(stderr, /--people <number>.*whole number from 0 to 1000/);
    }
  });

  it("refuses a port that is none", async () => {
    for (const port of ["x", "-1", "65536", "1.5"]) {
      const { code, stderr } = await runCommand("simulate", `--port=${port}`);
      assert.equal(code, 2);
      assert.match(stderr, /--port <number>.*whole number from 0 to 65535/);
    }
  });

  it("says when the port is taken, without a stack", async () => {
    const other = await startSimulator();
    const { port } = new URL(other.url);
    const { code, stderr, stdout } = await runCommand("simulate", "--port", port);
    await other.close();
    assert.deepEqual([code, stdout], [1, ""]);
    assert.match(stderr, new RegExp(`^error: Port ${port} is taken`));
    assert.doesNotMatch(stderr, /\n\s+at /);
  });

  it("says which state file cannot be used and why, without a stack", async () => {
    const path = join(folder, "bad.json");
    writeFileSync(path, "{}");
    const { code, stderr, stdout } = await runCommand("simulate", "--state", path);
    assert.deepEqual([code, stdout], [1, ""]);
    assert.ok(stderr.includes(path), stderr);
    assert.doesNotMatch(stderr, /\n\s+at [^\s]+ \(/);
  });

  it("explains its options and the line that it prints", async () => {
    const { code, stdout } = await runCommand("simulate", "--help");
    assert.equal(code, 0);
    for (const word of ["--port", "--state", '"orgId"', "LOSANT_API_URL", "simulate --people 12"])
      assert.ok(stdout.includes(word), word);
  });
});
