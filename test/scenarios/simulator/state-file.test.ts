import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StateFileError, startSimulator } from "../../../simulator/index";
import { Harness } from "./harness";

describe("simulator state file", () => {
  let folder = "";
  let path = "";
  const running: Harness[] = [];

  const start = async () => {
    const harness = await Harness.start({ statePath: path });
    running.push(harness);
    return harness;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "simulator-state-"));
    path = join(folder, "state.json");
  });

  afterEach(async () => {
    for (const harness of running.splice(0)) await harness.simulator.close();
    rmSync(folder, { recursive: true });
  });

  it("is written at the start and after every change, with nothing left beside it", async () => {
    const harness = await start();
    assert.ok(existsSync(path));
    await harness.invite("ada@example.com");
    assert.match(readFileSync(path, "utf8"), /ada@example\.com/);
    assert.deepEqual(readdirSync(folder), ["state.json"]);
  });

  it("is written before a change whose answer is dropped", async () => {
    const harness = await start();
    await harness.control("POST", "/faults", { action: "*", times: 1, dropResponse: true });
    await assert.rejects(harness.invite("ada@example.com"));
    assert.match(readFileSync(path, "utf8"), /ada@example\.com/);
  });

  it("is written when a state is put", async () => {
    const harness = await start();
    await harness.changeOrganization({ name: "Put" });
    assert.match(readFileSync(path, "utf8"), /"name":"Put"/);
  });

  it("brings back people, invites, clock and token at the next start", async () => {
    const first = await start();
    await first.addMember("ada@example.com");
    await first.invite("bob@example.com");
    await first.change((state) => Object.assign(state, { token: "rotated" }));
    await first.advance(30 * 86_400_000);
    const state = await first.state();
    await first.simulator.close();
    const second = await start();
    assert.equal(second.simulator.token, "rotated");
    assert.deepEqual(await second.state(), state);
    assert.equal((await second.invites())[0]?.hasExpired, true);
  });

  it("is what a reset goes back to", async () => {
    const first = await start();
    await first.addMember("ada@example.com");
    await first.simulator.close();
    const second = await start();
    await second.addMember("bob@example.com");
    second.simulator.reset();
    const emails = (await second.organization()).members.map((member) => member.email);
    assert.deepEqual(emails, ["owner@example.com", "ada@example.com"]);
    assert.doesNotMatch(readFileSync(path, "utf8"), /bob@example\.com/);
  });

  it("may be what GET /_simulator/state gave", async () => {
    const first = await start();
    await first.addMember("ada@example.com");
    const { body } = await first.control("GET", "/state");
    writeFileSync(path, JSON.stringify(body));
    const second = await start();
    assert.equal((await second.organization()).members.length, 2);
  });

  it("is refused, by name and with the reason, when it holds something else", async () => {
    for (const text of ["{", "[]", '{"token": "x"}', ""]) {
      writeFileSync(path, text);
      const refused = startSimulator({ statePath: path });
      await assert.rejects(
        refused,
        (error) => error instanceof StateFileError && error.message.includes(path),
        text,
      );
      assert.equal(readFileSync(path, "utf8"), text);
    }
  });

  it("is refused where it cannot be written", async () => {
    const statePath = join(folder, "missing", "state.json");
    await assert.rejects(startSimulator({ statePath }), StateFileError);
  });
});
