import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import * as dynamic from "../../../sdk";
import * as native from "../../../sdk/native";

const orgId = "575ed6e87ae143cd83dc4aa8";

type DataFunctions = Pick<
  typeof dynamic,
  "getOrganization" | "getMemberOutput" | "getApplications" | "getDeviceCounts" | "getPendingInvitesOutput"
>;

function ofBothModules(suite: (losant: DataFunctions) => void): void {
  describe("data functions under a test's mocks (pulumi-losant)", () => suite(dynamic));
  describe("data functions under a test's mocks (pulumi-losant/native)", () => suite(native));
}

ofBothModules((losant) => {
  const { fetch } = globalThis;
  const token = process.env.LOSANT_API_TOKEN;
  let calls: { token: string; inputs: object }[];
  let answers: Record<string, object>;

  beforeEach(async () => {
    calls = [];
    answers = {};
    process.env.LOSANT_API_TOKEN = "nobody-may-send-this";
    await pulumi.runtime.setMocks({
      newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: inputs }),
      call: ({ token: called, inputs }) => {
        calls.push({ token: called, inputs });
        return answers[called] ?? {};
      },
    });
  });

  afterEach(() => {
    globalThis.fetch = fetch;
    if (token === undefined) delete process.env.LOSANT_API_TOKEN;
    else process.env.LOSANT_API_TOKEN = token;
    pulumi.runtime.resetOptions("", "", -1, "", "", false, "");
  });

  const known = <Value>(output: pulumi.Output<Value>) =>
    new Promise<Value>((resolve) => output.apply((value) => resolve(value as Value)));

  it("ask the mock, with the token and the arguments of the invoke, and give its answer", async () => {
    answers["losant:index:getOrganization"] = { name: "Acme", members: [] };
    const organization = await losant.getOrganization({ orgId });
    assert.deepEqual([organization.name, organization.members], ["Acme", []]);
    assert.deepEqual(calls, [{ token: "losant:index:getOrganization", inputs: { orgId } }]);
  });

  it("ask it in their Output form too", async () => {
    answers["losant:index:getMember"] = { userId: "u", role: "edit" };
    const args = { orgId, email: pulumi.output("ann@example.com") };
    assert.equal((await known(losant.getMemberOutput(args))).role, "edit");
    const inputs = { orgId, email: "ann@example.com" };
    assert.deepEqual(calls, [{ token: "losant:index:getMember", inputs }]);
  });

  it("take a list under the name that it has in the package's schema", async () => {
    answers["losant:index:getApplications"] = { applications: [{ id: "a", name: "Floor" }] };
    answers["losant:index:getPendingInvites"] = { invites: [{ email: "bob@example.com" }] };
    assert.deepEqual(await losant.getApplications({ orgId }), [{ id: "a", name: "Floor" }]);
    const [invite] = await known(losant.getPendingInvitesOutput({ orgId }));
    assert.equal(invite?.email, "bob@example.com");
  });

  it("send times as text", async () => {
    answers["losant:index:getDeviceCounts"] = { counts: [] };
    await losant.getDeviceCounts({ orgId, start: new Date("2026-11-01T00:00:00Z") });
    assert.deepEqual(calls[0]?.inputs, { orgId, start: "2026-11-01T00:00:00.000Z" });
  });

  it("refuse wrong arguments as without mocks, and ask nothing", async () => {
    await assert.rejects(losant.getOrganization({ orgId: "acme" }), /getOrganization.*orgId/);
    assert.deepEqual(calls, []);
  });

  it("fail where the mock does", async () => {
    await pulumi.runtime.setMocks({
      newResource: ({ inputs }) => ({ id: "id", state: inputs }),
      call: () => {
        throw new Error("the mock knows no such organization");
      },
    });
    await assert.rejects(losant.getOrganization({ orgId }));
  });
});
