import assert from "node:assert/strict";
import { assertRefused, useSimulator } from "./harness";

const dropped = (error: unknown): boolean => error instanceof TypeError && error.message === "fetch failed";

describe("simulator faults", () => {
  const simulator = useSimulator();
  const fault = (body: object) => simulator().control("POST", "/faults", body);
  const me = async () => (await simulator().call("GET", "/me")).status;

  it("answers as many calls of the action as asked with the status, then as usual", async () => {
    await fault({ action: "me.get", times: 2, status: 503 });
    await simulator().organization();
    assert.deepEqual([await me(), await me(), await me()], [503, 503, 200]);
  });

  it("hits calls of any action with the action *", async () => {
    await fault({ action: "*", times: 2, status: 500 });
    assert.equal((await simulator().call("GET", simulator().org())).status, 500);
    assert.deepEqual([await me(), await me()], [500, 200]);
  });

  it("does nothing when it answers with a status", async () => {
    await fault({ action: "org.inviteMember", times: 1, status: 500 });
    assertRefused(await simulator().invite("ada@example.com"), 500, /500/);
    assert.deepEqual(await simulator().invites(), []);
  });

  it("says when to come back, in seconds or as a date", async () => {
    const date = "Wed, 21 Oct 2026 07:28:00 GMT";
    await fault({ action: "me.get", times: 1, status: 429, retryAfter: 2 });
    await fault({ action: "me.get", times: 1, status: 429, retryAfter: date });
    const [first, second] = [await simulator().call("GET", "/me"), await simulator().call("GET", "/me")];
    assert.deepEqual([first.headers.get("Retry-After"), second.headers.get("Retry-After")], ["2", date]);
  });

  it("drops the connection before any work", async () => {
    await fault({ action: "org.inviteMember", times: 1, reset: true });
    await assert.rejects(simulator().invite("ada@example.com"), dropped);
    assert.deepEqual(await simulator().invites(), []);
  });

  it("does the work and then drops the connection", async () => {
    await fault({ action: "org.inviteMember", times: 1, dropResponse: true });
    await assert.rejects(simulator().invite("ada@example.com"), dropped);
    assert.equal((await simulator().invites()).length, 1);
  });

  it("waits and then answers as usual, or with the fault", async () => {
    await fault({ action: "me.get", times: 1, latencyMs: 1 });
    await fault({ action: "me.get", times: 1, latencyMs: 1, status: 502 });
    assert.deepEqual([await me(), await me()], [200, 502]);
  });

  it("serves other calls while one waits", async () => {
    await fault({ action: "me.get", times: 1, latencyMs: 3_600_000 });
    const abort = new AbortController();
    const { url, token } = simulator().simulator;
    const waiting = fetch(`${url}/me`, {
      headers: { Authorization: `Bearer ${token}` },
      signal: abort.signal,
    });
    const arrived = async () =>
      JSON.stringify((await simulator().control("GET", "/requests")).body).includes("me.get");
    while (!(await arrived()));
    const state = await simulator().organization();
    abort.abort();
    await assert.rejects(waiting);
    assert.equal(state.members.length, 1);
  });

  it("counts a call that it drops", async () => {
    await fault({ action: "me.get", times: 1, reset: true });
    await assert.rejects(simulator().call("GET", "/me"), dropped);
    assert.deepEqual((await simulator().control("GET", "/requests")).body, {
      total: 1,
      byAction: { "me.get": 1 },
    });
  });

  it("prefers a fault of the action itself to one of *", async () => {
    await fault({ action: "*", times: 1, status: 500 });
    await fault({ action: "me.get", times: 1, status: 503 });
    assert.deepEqual([await me(), await me(), await me()], [503, 500, 200]);
  });

  it("redirects with a place to go to", async () => {
    await fault({ action: "me.get", times: 1, status: 302 });
    const response = await fetch(`${simulator().simulator.url}/me`, { redirect: "manual" });
    assert.equal(response.status, 302);
    assert.match(response.headers.get("Location") ?? "", /\/me$/);
  });

  it("refuses a fault that cannot be", async () => {
    const wrong: [object, RegExp][] = [
      [{ action: "org.fly", times: 1, status: 500 }, /action/],
      [{ action: "*", times: 0, status: 500 }, /times/],
      [{ action: "*", times: 1, status: 200 }, /status/],
      [{ action: "*", times: 1, status: 600 }, /status/],
      [{ action: "*", times: 1, status: 500, reset: true }, /exclude/],
      [{ action: "*", times: 1 }, /needed/],
      [{ action: "*", times: 1, reset: true, retryAfter: 1 }, /retryAfter/],
    ];
    for (const [body, message] of wrong) assertRefused(await fault(body), 400, message);
    assert.equal(await me(), 200);
  });
});
