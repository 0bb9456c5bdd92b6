import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { dataFunctions } from "../../../../client/data-functions";
import * as dynamic from "../../../../sdk";
import * as losant from "../../../../sdk/native";

const orgId = "575ed6e87ae143cd83dc4aa8";

/** What Losant would answer, by token. */
const answers: Record<string, unknown> = {
  "losant:index:getMember": { email: "ann@example.com", role: "view", firstName: null },
  "losant:index:getOrganizations": { organizations: [{ id: orgId, name: "Acme", planId: null }] },
  "losant:index:getPendingInvites": { invites: [{ email: "bob@example.com" }] },
  "losant:index:getPayloadCounts": { counts: { deviceState: { "device.mqtt": 5 } } },
  "losant:index:getDeviceCounts": { counts: [{ date: "2026-11-01", created: 1, deleted: 0, total: 9 }] },
};

class AcmeProvider extends pulumi.ProviderResource {
  constructor() {
    super("losant", "acme", {});
  }
}

describe("data functions through the provider", () => {
  let calls: pulumi.runtime.MockCallArgs[];
  let failure: string | undefined;

  before(() =>
    pulumi.runtime.setMocks({
      newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: inputs }),
      call: (call) => {
        calls.push(call);
        // The mocks of Pulumi give on what gRPC would have called the details.
        if (failure !== undefined) throw Object.assign(new Error(failure), { details: failure });
        return { ...Object(answers[call.token]) };
      },
    }),
  );

  beforeEach(() => {
    calls = [];
    failure = undefined;
  });

  after(() => pulumi.runtime.resetOptions("", "", -1, "", "", false, ""));

  const known = <Value>(output: pulumi.Output<Value>) =>
    new Promise<Value>((resolve, reject) => {
      output.apply(resolve);
      pulumi.isSecret(output).catch(reject);
    });

  it("are those of the dynamic face, one for each data function and its Output form", () => {
    const names = Object.keys(dataFunctions).flatMap((name) => [name, `${name}Output`]);
    for (const face of [losant, dynamic]) {
      const found = Object.keys(face).filter((name) => name.startsWith("get"));
      assert.deepEqual(found.sort(), names.sort());
    }
    for (const [name, description] of Object.entries(dataFunctions)) assert.equal(description.name, name);
  });

  it("give what the provider answers, without nulls", async () => {
    const member = await losant.getMember({ orgId, email: "ann@example.com" });
    assert.deepEqual(member, { email: "ann@example.com", role: "view" });
    assert.deepEqual(
      calls.map(({ token, inputs }) => ({ token, inputs })),
      [{ token: "losant:index:getMember", inputs: { orgId, email: "ann@example.com" } }],
    );
  });

  it("give lists and maps as the dynamic face does", async () => {
    assert.deepEqual(await losant.getOrganizations(), [{ id: orgId, name: "Acme" }]);
    assert.deepEqual(await losant.getPendingInvites({ orgId }), [{ email: "bob@example.com" }]);
    const counts = losant.getPayloadCountsOutput({ orgId: pulumi.output(orgId) });
    assert.deepEqual(await known(counts), { deviceState: { "device.mqtt": 5 } });
  });

  it("send moments as ISO text", async () => {
    const [start, end] = [new Date(Date.UTC(2026, 10, 1)), 1790000000000];
    await losant.getDeviceCounts({ orgId, start, end });
    const devices = losant.getDeviceCountsOutput({ orgId: pulumi.output(orgId), start, end });
    assert.equal(await known(devices.counts.apply((days) => days[0]?.total)), 9);
    await known(losant.getDeviceCountsOutput(Promise.resolve({ orgId, start: start.toISOString(), end })));
    const inputs = { orgId, start: "2026-11-01T00:00:00.000Z", end };
    assert.deepEqual(
      calls.map((call) => call.inputs),
      [inputs, inputs, inputs],
    );
  });

  it("ask the provider that the options name, or that of the parent", async () => {
    const provider = new AcmeProvider();
    await losant.getOrganizations({}, { provider });
    await losant.getOrganizations(
      {},
      { parent: new pulumi.ComponentResource("a:b:C", "c", {}, { provider }) },
    );
    await known(losant.getMemberOutput({ orgId, email: pulumi.output("ann@example.com") }, { provider }));
    await losant.getOrganizations();
    assert.deepEqual(
      calls.map((call) => /::acme::acme-id$/.test(call.provider ?? "")),
      [true, true, true, false],
    );
  });

  it("keep a secret of their arguments secret", async () => {
    const member = losant.getMemberOutput({ orgId, email: pulumi.secret("ann@example.com") });
    assert.equal(await pulumi.isSecret(member), true);
  });

  it("refuse wrong arguments in the words of the dynamic face, and ask nobody", async () => {
    const message = "getMember: orgId: must be 24 hex digits; userId or email: one of them is required";
    const isPlain = (error: unknown) => pulumi.RunError.isInstance(error) && error.message === message;
    await assert.rejects(losant.getMember({ orgId: "acme" }), isPlain);
    await assert.rejects(known(losant.getMemberOutput({ orgId: "acme" })), isPlain);
    await assert.rejects(
      losant.getDeviceCounts({ orgId, start: new Date("never") }),
      /start: must be a time/,
    );
    assert.deepEqual(calls, []);
  });

  it("fail with the provider's message, without a stack", async () => {
    failure = "GET /orgs answered 403\u001b[2J";
    const isPlain = (error: unknown) =>
      pulumi.RunError.isInstance(error) &&
      error.message === "GET /orgs answered 403\uFFFD[2J" &&
      error.stack === "";
    await assert.rejects(losant.getOrganizations(), isPlain);
    await assert.rejects(known(losant.getOrganizationsOutput({ name: pulumi.output("acme") })), isPlain);
  });
});
