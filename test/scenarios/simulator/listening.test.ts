import assert from "node:assert/strict";
import { Agent, get } from "node:http";
import { startSimulator } from "../../../simulator/index";

const status = (url: string, agent?: Agent): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode));
    }).on("error", reject);
  });

describe("a simulator that listens", () => {
  it("listens on the loopback interface, at a url without a trailing slash", async () => {
    const simulator = await startSimulator();
    assert.match(simulator.url, /^http:\/\/127\.0\.0\.1:\d+$/);
    await simulator.close();
  });

  it("has the same token and ids each time, so that recorded programs run again", async () => {
    const [first, second] = [await startSimulator(), await startSimulator()];
    const identity = ({ token, orgId, userId }: typeof first) => ({ token, orgId, userId });
    assert.deepEqual(identity(first), identity(second));
    assert.notEqual(first.url, second.url);
    await Promise.all([first.close(), second.close()]);
  });

  it("closes while clients keep their connections alive, and may be closed twice", async () => {
    const simulator = await startSimulator();
    const agent = new Agent({ keepAlive: true });
    assert.equal(await status(`${simulator.url}/me`, agent), 401);
    assert.equal(Object.keys(agent.freeSockets).length, 1);
    await simulator.close();
    await simulator.close();
    agent.destroy();
    await assert.rejects(status(`${simulator.url}/me`), { code: "ECONNREFUSED" });
  });

  it("closes while a call waits", async () => {
    const simulator = await startSimulator();
    const fault = { action: "me.get", times: 1, latencyMs: 3_600_000 };
    await fetch(`${simulator.url}/_simulator/faults`, { method: "POST", body: JSON.stringify(fault) });
    const waiting = assert.rejects(status(`${simulator.url}/me`));
    const counts = async () => (await fetch(`${simulator.url}/_simulator/requests`)).text();
    while (!(await counts()).includes("me.get"));
    await simulator.close();
    await waiting;
  });

  it("listens on the port asked for, and says when it is taken", async () => {
    const first = await startSimulator();
    const port = Number(new URL(first.url).port);
    await assert.rejects(startSimulator({ port }), { code: "EADDRINUSE" });
    await first.close();
    const second = await startSimulator({ port });
    assert.equal(second.url, first.url);
    await second.close();
  });
});
