import assert from "node:assert/strict";
import { createClient } from "losant-rest";
import { z } from "zod";
import { unusedId, useSimulator } from "./harness";

const people = z.array(z.looseObject({ email: z.string(), id: z.string().optional(), role: z.string() }));
const organization = z.looseObject({ id: z.string(), name: z.string(), members: people });
const counts = z.looseObject({ counts: z.array(z.looseObject({ date: z.string() })) });

describe("the vendor's JavaScript client", () => {
  const simulator = useSimulator({ now: () => Date.UTC(2026, 5, 15, 12) });
  const client = (accessToken = simulator().simulator.token) =>
    createClient({ accessToken, url: simulator().simulator.url });

  const call = (noun: "org" | "orgs" | "me", action: string, parameters: object = {}): Promise<unknown> => {
    const method = client()[noun][action];
    if (method) return method({ orgId: simulator().simulator.orgId, ...parameters });
    throw new Error(`The vendor's client has no ${noun}.${action}.`);
  };

  // The published client is older than these actions; its own way of sending requests serves them as well.
  const callByPath = (below: string, params: object = {}) =>
    client().request({ method: "GET", url: simulator().org(`/${below}`), params });

  it("reads and changes the organization", async () => {
    const { name } = organization.parse(await call("org", "get", { summaryInclude: "appCount" }));
    assert.equal(name, "Simulated Organization");
    const patched = await call("org", "patch", { organization: { name: "Renamed" } });
    assert.equal(organization.parse(patched).name, "Renamed");
  });

  it("invites, lists and revokes", async () => {
    const invite = {
      email: "ada@example.com",
      role: "edit",
      applicationRoles: [{ resourceId: unusedId, role: "none" }],
    };
    const [invited] = people.parse(await call("org", "inviteMember", { invite }));
    assert.deepEqual(people.parse(await call("org", "pendingInvites")), [invited]);
    assert.deepEqual(await call("org", "revokeInvite", { inviteId: invited?.id }), []);
  });

  it("changes and removes members", async () => {
    const userId = await simulator().addMember("ada@example.com");
    const modified = organization.parse(
      await call("org", "modifyMember", { member: { userId, role: "admin" } }),
    );
    assert.equal(modified.members[1]?.role, "admin");
    const removed = organization.parse(await call("org", "removeMember", { userId }));
    assert.equal(removed.members.length, 1);
  });

  it("transfers resources to an organization that it creates, and lists both", async () => {
    const created = organization.parse(await call("orgs", "post", { organization: { name: "Destination" } }));
    const { applications } = await simulator().state();
    const transfer = {
      destinationId: created.id,
      destinationType: "organization",
      applicationIds: [applications[0]?.id],
    };
    const { success } = z
      .looseObject({ success: z.boolean() })
      .parse(await call("org", "transferResources", { transfer }));
    assert.equal(success, true);
    const page = z.looseObject({ totalCount: z.number() });
    assert.equal(page.parse(await call("orgs", "get", { perPage: 1 })).totalCount, 2);
  });

  it("reads all usage figures", async () => {
    const range = { start: 1_780_272_000_000 - 86_400_000, end: 1_780_272_000_000 };
    assert.ok(
      Object.keys(z.looseObject({}).parse(await call("org", "payloadCounts", { asBytes: true }))).length > 1,
    );
    for (const below of ["deviceCounts", "notebookMinuteCounts", "payloadCountsBreakdown"])
      assert.equal(counts.parse(await callByPath(below, range)).counts.length, 2, below);
  });

  it("reads who the token belongs to", async () => {
    const me = z.looseObject({ userId: z.string() }).parse(await call("me", "get"));
    assert.equal(me.userId, simulator().simulator.userId);
  });

  it("deletes the organization", async () => {
    const { success } = z.looseObject({ success: z.boolean() }).parse(await call("org", "delete"));
    assert.equal(success, true);
    await assert.rejects(call("org", "get"), { statusCode: 404, type: "NotFound" });
  });

  it("is refused with the vendor's type and the status when the token is wrong", async () => {
    const refused = client("wrong").me.get;
    assert.ok(refused);
    await assert.rejects(refused(), { statusCode: 401, type: "Unauthorized" });
  });
});
