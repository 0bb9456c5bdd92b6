import assert from "node:assert/strict";
import { CliSetting, fail, succeed } from "../../support/cli-setting";

describe("data functions", () => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start();
    await setting.reset();
    await setting.simulator.addMember({ email: "ann@example.com", role: "view" });
    await setting.simulator.putState((state) => {
      state.invites[setting.orgId] = [{ email: "bob@example.com", role: "edit" }];
    });
  });

  after(() => setting?.close());

  const outputsOf = async (text: string) => {
    setting.program(text);
    await succeed(setting.workspace.up());
    return setting.workspace.outputs();
  };

  /** What the simulator itself answers. */
  const ask = async (path: string) => {
    const headers = { authorization: `Bearer ${setting.simulator.token}` };
    return (await fetch(`${setting.simulator.url}/orgs/${setting.orgId}/${path}`, { headers })).json();
  };

  it("give what Losant answers, as promises and as outputs", async () => {
    const [start, end] = [Date.UTC(2026, 9, 1), Date.UTC(2026, 9, 5)];
    const range = `start=${start}&end=${end}`;
    const outputs = await outputsOf(
      `const range = { orgId, start: new Date(${start}), end: "2026-10-05T00:00:00Z" };
       exports.devices = losant.getDeviceCounts(range);
       exports.notebooks = losant.getNotebookMinuteCountsOutput(range);
       exports.payloads = losant.getPayloadCounts({ ...range, start: ${start}, asBytes: true });
       exports.hours = losant.getPayloadCountsBreakdownOutput({ ...range, resolution: 3600000, includeNonBillable: true });`,
    );
    assert.deepEqual(outputs, {
      devices: await ask(`deviceCounts?${range}`),
      notebooks: await ask(`notebookMinuteCounts?${range}`),
      payloads: await ask(`payloadCounts?${range}&asBytes=true`),
      hours: await ask(`payloadCountsBreakdown?${range}&resolution=3600000&includeNonBillable=true`),
    });
  });

  it("find organizations, members and invites", async () => {
    const outputs = await outputsOf(
      `exports.name = losant.getOrganization({ orgId }).then(({ name }) => name);
       exports.names = losant.getOrganizations().then((all) => all.map(({ name }) => name));
       exports.none = losant.getOrganizations({ name: "no such*" }).then((all) => all.length);
       exports.applications = losant.getApplications({ orgId, name: "Pump Stations" }).then((all) => all.map(({ name }) => name));
       exports.dashboards = losant.getDashboardsOutput({ orgId }).apply((all) => all.map(({ name }) => name));
       exports.ann = losant.getMemberOutput({ orgId, email: "ANN@example.com" }).role;
       exports.owner = losant.getMember({ orgId, userId: "${setting.simulator.userId}" }).then(({ role }) => role);
       exports.waiting = losant.getPendingInvitesOutput({ orgId })
         .apply((invites) => invites.map(({ email, expiresAt }) => [email, Date.parse(expiresAt) > 0]));`,
    );
    assert.deepEqual(outputs, {
      name: "Simulated Organization",
      names: ["Simulated Organization"],
      none: 0,
      applications: ["Pump Stations"],
      dashboards: ["Energy", "Fleet Overview"],
      ann: "view",
      owner: "admin",
      waiting: [["bob@example.com", true]],
    });
  });

  it("wait for an organization that only up will know", async () => {
    setting.program(
      `const made = new losant.Organization("made", { name: "Made" });
       exports.members = losant.getOrganizationOutput({ orgId: made.orgId }).members.length;`,
    );
    await succeed(setting.workspace.preview());
  });

  for (const [title, text, reason] of [
    [
      "a member who is not there",
      `losant.getMember({ orgId, email: "x@example.com" })`,
      /x@example\.com is not a member/,
    ],
    [
      "nobody named",
      `losant.getMember({ orgId })`,
      /error: getMember: userId or email: one of them is required$/m,
    ],
    [
      "a wrong time",
      `losant.getDeviceCounts({ orgId, start: "yesterday" })`,
      /error: getDeviceCounts: start: must be a time: [^\n]*T00:00:00Z$/m,
    ],
    [
      "a wrong id, as an output",
      `losant.getMemberOutput({ orgId: "acme", email: "ann@example.com" })`,
      /error: getMember: orgId: must be 24 hex digits$/m,
    ],
    [
      "a missing id",
      `losant.getOrganizationOutput({ orgId: pulumi.output(undefined) })`,
      /error: getOrganization: orgId: is required$/m,
    ],
    [
      "several problems at once",
      `losant.getPayloadCountsBreakdown({ orgId: 5, asBytes: "yes", resolution: 60000, includeNonBillable: 1, end: {} })`,
      /error: getPayloadCountsBreakdown: orgId: must be 24 hex digits; end: must be a time: .*; asBytes: must be true or false; resolution: must be 86400000 \(a day\) or 3600000 \(an hour\); includeNonBillable: must be true or false$/m,
    ],
    [
      "a name that is none",
      `losant.getOrganizations({ name: 5 })`,
      /getOrganizations: name: must be a string$/m,
    ],
    [
      "an organization that is not there",
      `losant.getOrganization({ orgId: "575ed70c7ae143cd83dc4aa9" })`,
      /answered 404/,
    ],
  ] as const) {
    it(`tell ${title}, without a stack`, async () => {
      setting.program(`const pulumi = require("@pulumi/pulumi");\nexports.it = ${text};`);
      const output = await fail(setting.workspace.preview());
      assert.match(output, reason);
      assert.equal(output.split("Diagnostics:")[1]?.match(/error:/g)?.length, 1, output);
      assert.doesNotMatch(output, /^\s+at .*\.js:\d+/m);
    });
  }

  it("ask once for all equal calls, and again once a resource may have changed the answer", async () => {
    await setting.simulator.clearRequests();
    const outputs = await outputsOf(
      `const fifty = Array.from({ length: 50 }, (_, index) => index);
       const members = fifty.map((index) =>
         losant.getMember({ orgId: index % 2 ? orgId : orgId.toUpperCase(), email: "ann@example.com" }));
       exports.roles = Promise.all(members).then((all) => {
         all[0].role = "changed";
         return [...new Set(all.slice(1).map(({ role }) => role))];
       });
       const changed = new losant.Organization("acme", { orgId, description: "Changed" });
       exports.description = losant.getOrganizationOutput({ orgId: changed.id }).description;`,
    );
    assert.deepEqual(outputs, { roles: ["view"], description: "Changed" });
    const { byAction } = await setting.simulator.requests();
    // One by the data functions before the change and one after it; the provider reads once for itself.
    assert.equal(byAction["org.get"], 3);
  });

  it("do not remember a failure", async () => {
    await setting.simulator.fault({ action: "org.deviceCounts", status: 400 });
    const outputs = await outputsOf(
      `exports.isThere = losant.getDeviceCounts({ orgId })
         .catch(() => losant.getDeviceCounts({ orgId }))
         .then(({ counts }) => counts.length > 0);`,
    );
    assert.deepEqual(outputs, { isThere: true });
  });

  it("never show a refused token", async () => {
    setting.workspace.env.LOSANT_API_TOKEN = "sekrit-token";
    setting.program("exports.it = losant.getOrganization({ orgId });");
    const output = await fail(setting.workspace.preview());
    assert.match(output, /answered 401/);
    assert.doesNotMatch(output, /sekrit-token/);
  });
});
