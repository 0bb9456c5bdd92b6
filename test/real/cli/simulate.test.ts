import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { type RunningCommand, startCommand } from "./run-command";

const listening = z.strictObject({
  url: z.string().regex(/^http:\/\/127\.0\.0\.1:\d+$/),
  token: z.string(),
  orgId: z.string(),
  userId: z.string(),
});

const firstLineOf = async (command: RunningCommand) => listening.parse(JSON.parse(await command.firstLine));

describe("pulumi-losant simulate as a process, because only that serves until a signal", () => {
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
    it(`prints one line of JSON, serves as many --people and two invites, and ends cleanly on ${signal}`, async () => {
      const command = simulate("--people", "12");
      const { url, token, orgId } = await firstLineOf(command);
      const headers = { Authorization: `Bearer ${token}` };
      const read = async (path: string) => (await fetch(`${url}/orgs/${orgId}${path}`, { headers })).json();
      const { members } = z.looseObject({ members: z.array(z.unknown()) }).parse(await read(""));
      const invites = z.array(z.unknown()).parse(await read("/invites"));
      assert.deepEqual([members.length, invites.length], [13, 2]);
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
});
