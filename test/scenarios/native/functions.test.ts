import assert from "node:assert/strict";
import { LosantClient } from "../../../client";
import { DataFunctions, type FunctionAnswer } from "../../../native/functions";
import { TestSimulator } from "../../support/simulator";

describe("data functions as invokes", () => {
  let simulator: TestSimulator;
  let functions: DataFunctions;

  before(async () => {
    simulator = await TestSimulator.start();
  });

  beforeEach(async () => {
    simulator.reset();
    await simulator.addMember({ email: "ann@example.com", role: "view" });
    const client = new LosantClient({ apiUrl: simulator.url, apiToken: simulator.token });
    functions = new DataFunctions(() => client);
    await simulator.clearRequests();
  });

  after(() => simulator?.close());

  const answer = (name: string, args: Record<string, unknown> = {}) =>
    functions.answer(`losant:index:${name}`, args);

  const result = (given: FunctionAnswer): Record<string, unknown> => {
    assert.ok("result" in given, JSON.stringify(given));
    return given.result;
  };

  const problems = (given: FunctionAnswer) => {
    assert.ok("problems" in given, JSON.stringify(given));
    return given.problems.map(({ property, reason }) => `${property}: ${reason}`);
  };

  /** What the simulator itself answers. */
  const ask = async (path: string) => {
    const headers = { authorization: `Bearer ${simulator.token}` };
    return (await fetch(`${simulator.url}/orgs/${simulator.orgId}/${path}`, { headers })).json();
  };

  it("give an object as it is", async () => {
    const { name, members } = result(await answer("getOrganization", { orgId: simulator.orgId }));
    assert.equal(name, "Simulated Organization");
    assert.ok(Array.isArray(members) && members.length === 2);
    const { role } = result(
      await answer("getMember", { orgId: simulator.orgId, email: "ANN@example.com", userId: null }),
    );
    assert.equal(role, "view");
  });

  it("give a list and a map under a name", async () => {
    const { organizations } = result(await answer("getOrganizations"));
    assert.ok(Array.isArray(organizations) && organizations.length === 1);
    const invites = result(await answer("getPendingInvites", { orgId: simulator.orgId }));
    assert.deepEqual(invites, { invites: [] });
    const counts = result(await answer("getPayloadCounts", { orgId: simulator.orgId, end: 1790000000000 }));
    assert.deepEqual(counts, { counts: await ask("payloadCounts?end=1790000000000") });
  });

  it("give applications and dashboards by name, without what may hold secrets", async () => {
    const { orgId } = simulator;
    const { applications } = result(await answer("getApplications", { orgId }));
    assert.ok(Array.isArray(applications));
    const names = ["Cold Chain", "Pump Stations", "Smart Lighting"];
    assert.deepEqual(
      applications.map(({ name }) => name),
      names,
    );
    const kept = ["id", "name"];
    assert.deepEqual(Object.keys(applications[0]).sort(), kept);
    const { dashboards } = result(await answer("getDashboards", { orgId, name: "Energy" }));
    assert.ok(Array.isArray(dashboards));
    assert.deepEqual(
      dashboards.map(({ name }) => name),
      ["Energy"],
    );
  });

  it("take moments as ISO text and as milliseconds", async () => {
    const [start, end] = ["2026-10-01", Date.UTC(2026, 9, 5)];
    const expected = await ask(`deviceCounts?start=${Date.parse(start)}&end=${end}`);
    assert.deepEqual(
      result(await answer("getDeviceCounts", { orgId: simulator.orgId, start, end })),
      expected,
    );
  });

  it("give text that cannot act on a terminal, and leave out what has no value", async () => {
    await simulator.setOrganization({ description: "\u001b[2Jred" });
    const given = result(await answer("getOrganization", { orgId: simulator.orgId }));
    assert.equal(given.description, "\uFFFD[2Jred");
    assert.deepEqual(JSON.parse(JSON.stringify(given)), given);
  });

  it("tell all problems at once, those of unknown arguments too", async () => {
    const given = await answer("getMember", { orgId: "acme", mail: "ann@example.com" });
    assert.deepEqual(problems(given), [
      "mail: is no argument of getMember; it takes orgId, userId, email",
      "orgId: must be 24 hex digits",
      "userId or email: one of them is required",
    ]);
    assert.equal((await simulator.requests()).total, 0);
  });

  for (const token of ["losant:index:getNothing", "losant:index:toString", "getMember"]) {
    it(`know no ${token}, and name those that there are`, async () => {
      const message = new RegExp(`^There is no function ${token}\\. There are .*losant:index:getMember,`);
      await assert.rejects(functions.answer(token, {}), { message });
    });
  }

  it("ask once for equal calls, until something has changed", async () => {
    const read = async (orgId: string) =>
      result(await answer("getMember", { orgId, email: "ann@example.com" }));
    const [one, other] = await Promise.all([
      read(simulator.orgId),
      read(simulator.orgId.toUpperCase()),
      answer("getOrganization", { orgId: simulator.orgId }),
    ]);
    one.role = "changed";
    assert.equal(other.role, "view");
    assert.equal((await simulator.requests()).byAction["org.get"], 1);
    await simulator.setMember("ann@example.com", { role: "edit" });
    assert.equal((await read(simulator.orgId)).role, "view");
    functions.changed();
    assert.equal((await read(simulator.orgId)).role, "edit");
  });

  it("fail as Losant does, and do not remember it", async () => {
    await simulator.fault({ action: "org.get", status: 400 });
    await assert.rejects(answer("getOrganization", { orgId: simulator.orgId }), /answered 400/);
    result(await answer("getOrganization", { orgId: simulator.orgId }));
    await assert.rejects(answer("getMember", { orgId: simulator.orgId, email: "no\n@example.com" }), {
      message: `no @example.com is not a member of organization ${simulator.orgId}`,
    });
  });
});
