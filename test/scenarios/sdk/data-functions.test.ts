import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import * as losant from "../../../sdk";
import { needsPackage } from "../../support/needs";
import { TestSimulator } from "../../support/simulator";
import { runInEnvironment } from "./run-in-environment";

// The class Organization insists that the program's folder has the provider.
needsPackage();

const [ann, bob] = ["ann@example.com", "bob@example.com"];

describe("data functions in a program", () => {
  let simulator: TestSimulator;
  let orgId: string;

  before(async () => {
    simulator = await TestSimulator.start();
    orgId = simulator.orgId;
  });

  beforeEach(async () => {
    simulator.reset();
    await simulator.addMember({ email: ann, role: "view" });
    await simulator.putState((state) => {
      state.invites[orgId] = [{ email: bob, role: "edit" }];
    });
    await simulator.clearRequests();
  });

  after(() => simulator?.close());

  const run = runInEnvironment(() => simulator.env);
  const outputsOf = async (program: () => unknown) => {
    const { error, outputs } = await run(program);
    assert.equal(error, undefined);
    return outputs;
  };

  /** What the simulator itself answers. */
  const ask = async (path: string) => {
    const headers = { authorization: `Bearer ${simulator.token}` };
    return (await fetch(`${simulator.url}/orgs/${orgId}/${path}`, { headers })).json();
  };

  it("give what Losant answers, as promises and as outputs", async () => {
    const [start, end] = [Date.UTC(2026, 9, 1), Date.UTC(2026, 9, 5)];
    const times = { orgId, start: new Date(start), end: "2026-10-05T00:00:00Z" };
    const outputs = await outputsOf(() => ({
      devices: losant.getDeviceCounts(times),
      notebooks: losant.getNotebookMinuteCountsOutput(times),
      payloads: losant.getPayloadCounts({ ...times, start, asBytes: true }),
      hours: losant.getPayloadCountsBreakdownOutput({
        ...times,
        resolution: 3600000,
        includeNonBillable: true,
      }),
    }));
    const range = `start=${start}&end=${end}`;
    assert.deepEqual(outputs, {
      devices: await ask(`deviceCounts?${range}`),
      notebooks: await ask(`notebookMinuteCounts?${range}`),
      payloads: await ask(`payloadCounts?${range}&asBytes=true`),
      hours: await ask(`payloadCountsBreakdown?${range}&resolution=3600000&includeNonBillable=true`),
    });
  });

  it("find organizations, members and invites", async () => {
    const namesOf = (all: { name: string }[]) => all.map(({ name }) => name);
    const outputs = await outputsOf(() => ({
      name: losant.getOrganization({ orgId }).then(({ name }) => name),
      names: losant.getOrganizations().then(namesOf),
      none: losant.getOrganizations({ name: "no such*" }).then((all) => all.length),
      applications: losant.getApplications({ orgId, name: "Pump Stations" }).then(namesOf),
      dashboards: losant.getDashboardsOutput({ orgId }).apply(namesOf),
      ann: losant.getMemberOutput({ orgId, email: "ANN@example.com" }).role,
      owner: losant.getMember({ orgId, userId: simulator.userId }).then(({ role }) => role),
      waiting: losant
        .getPendingInvitesOutput({ orgId })
        .apply((all) => all.map(({ email, expiresAt }) => [email, Date.parse(expiresAt ?? "") > 0])),
    }));
    assert.deepEqual(outputs, {
      name: "Simulated Organization",
      names: ["Simulated Organization"],
      none: 0,
      applications: ["Pump Stations"],
      dashboards: ["Energy", "Fleet Overview"],
      ann: "view",
      owner: "admin",
      waiting: [[bob, true]],
    });
  });

  it("wait for an organization that only up will know, and ask nobody", async () => {
    const program = () => {
      const made = new losant.Organization("made", { name: "Made" });
      return { members: losant.getOrganizationOutput({ orgId: made.orgId }).members.length };
    };
    const register = () => ({ id: "" });
    assert.equal((await run(program, { isPreview: true, register })).error, undefined);
    assert.equal((await simulator.requests()).total, 0);
  });

  const refused: Record<string, [ask: () => unknown, reason: RegExp]> = {
    "a member who is not there": [
      () => losant.getMember({ orgId, email: "x@example.com" }),
      /x@example\.com is not a member/,
    ],
    "nobody named": [
      () => losant.getMember({ orgId }),
      /^getMember: userId or email: one of them is required$/,
    ],
    "a wrong time": [
      () => losant.getDeviceCounts({ orgId, start: "yesterday" }),
      /^getDeviceCounts: start: must be a time: [^\n]*T00:00:00Z$/,
    ],
    "a wrong id, as an output": [
      () => losant.getMemberOutput({ orgId: "acme", email: ann }),
      /^getMember: orgId: must be 24 hex digits$/,
    ],
    "a missing id": [
      () => Reflect.apply(losant.getOrganizationOutput, undefined, [{ orgId: pulumi.output(undefined) }]),
      /^getOrganization: orgId: is required$/,
    ],
    "several problems at once": [
      () => {
        const wrong = { orgId: 5, asBytes: "yes", resolution: 60000, includeNonBillable: 1, end: {} };
        return Reflect.apply(losant.getPayloadCountsBreakdown, undefined, [wrong]);
      },
      /^getPayloadCountsBreakdown: orgId: must be 24 hex digits; end: must be a time: .*; asBytes: must be true or false; resolution: must be 86400000 \(a day\) or 3600000 \(an hour\); includeNonBillable: must be true or false$/,
    ],
    "a name that is none": [
      () => Reflect.apply(losant.getOrganizations, undefined, [{ name: 5 }]),
      /^getOrganizations: name: must be a string$/,
    ],
    "an organization that is not there": [
      () => losant.getOrganization({ orgId: "575ed70c7ae143cd83dc4aa9" }),
      /answered 404/,
    ],
  };

  for (const [title, [asked, reason]] of Object.entries(refused)) {
    it(`tell ${title}, without a stack`, async () => {
      const { error } = await run(() => ({ it: asked() }), { isPreview: true });
      assert.match(error?.message ?? "", reason);
      assert.ok(pulumi.RunError.isInstance(error));
      assert.equal(error?.stack, "");
    });
  }

  it("ask once for all equal calls, and again once a resource may have changed the answer", async () => {
    const program = () => {
      const members = Array.from({ length: 50 }, (_, index) =>
        losant.getMember({ orgId: index % 2 ? orgId : orgId.toUpperCase(), email: ann }),
      );
      const roles = Promise.all(members).then(([first, ...others]) => {
        if (first) first.role = "admin";
        return [...new Set(others.map(({ role }) => role))];
      });
      const changed = new losant.Organization("acme", { orgId, description: "Changed" });
      return { roles, description: losant.getOrganizationOutput({ orgId: changed.id }).description };
    };
    const register = async () => {
      await simulator.setOrganization({ description: "Changed" });
      return { id: orgId };
    };
    const { outputs } = await run(program, { register });
    assert.deepEqual(outputs, { roles: ["view"], description: "Changed" });
    assert.equal((await simulator.requests()).byAction["org.get"], 2);
  });

  it("do not remember a failure", async () => {
    await simulator.fault({ action: "org.deviceCounts", status: 400 });
    const outputs = await outputsOf(() => ({
      isThere: losant
        .getDeviceCounts({ orgId })
        .catch(() => losant.getDeviceCounts({ orgId }))
        .then(({ counts }) => counts.length > 0),
    }));
    assert.deepEqual(outputs, { isThere: true });
  });

  it("never show a refused token", async () => {
    const refusing = runInEnvironment(() => ({ ...simulator.env, LOSANT_API_TOKEN: "sekrit-token" }));
    const { error } = await refusing(() => ({ it: losant.getOrganization({ orgId }) }));
    assert.match(error?.message ?? "", /answered 401/);
    assert.doesNotMatch(error?.message ?? "", /sekrit-token/);
  });
});
