import assert from "node:assert/strict";
import { createClient } from "losant-rest";
import { z } from "zod";
import { LosantClient } from "../../../client";
import { assertRefused, unusedId, useSimulator } from "./harness";

const Page = z.object({
  items: z.array(z.looseObject({ requestAction: z.string() })),
  totalCount: z.number(),
});

describe("the simulator's audit log", () => {
  const simulator = useSimulator();
  const orgId = () => simulator().simulator.orgId;
  const client = () =>
    new LosantClient({ apiToken: simulator().simulator.token, apiUrl: simulator().simulator.url });

  const invite = (email: string) =>
    client().org.inviteMember({ orgId: orgId(), invite: { email, role: "view" } });

  it("has every writing call, newest first, with who made it and whom it was about", async () => {
    const [{ id: inviteId } = assert.fail()] = await invite("ann@example.com");
    await client().org.revokeInvite({ orgId: orgId(), inviteId });
    await client().org.get({ orgId: orgId() });
    const wrong = client().org.modifyMember({ orgId: orgId(), member: { userId: unusedId, role: "edit" } });
    await assert.rejects(wrong);
    const { items } = await client().auditLogs.get({ orgId: orgId() });
    assert.deepEqual(
      items.map(({ requestAction, responseStatus, actorType, actorName, userId, email, inviteId }) => [
        requestAction,
        responseStatus,
        `${actorName} (${actorType})`,
        userId ?? email ?? inviteId,
      ]),
      [
        ["modifyMember", 404, "Olivia Owner (User)", unusedId],
        ["revokeInvite", 200, "Olivia Owner (User)", inviteId],
        ["inviteMember", 200, "Olivia Owner (User)", "ann@example.com"],
      ],
    );
  });

  it("is filtered by actions as the vendor's own client and ours ask for them", async () => {
    await invite("ann@example.com");
    await client().org.patch({ orgId: orgId(), organization: { name: "Renamed" } });
    const vendors = createClient({
      accessToken: simulator().simulator.token,
      url: simulator().simulator.url,
    });
    const auditLogFilter = { request: [{ action: "patch" }] };
    const params = { auditLogFilter };
    const theirs = await vendors.request({ method: "GET", url: simulator().org("/audit-logs"), params });
    assert.deepEqual(
      Page.parse(theirs).items.map(({ requestAction }) => requestAction),
      ["patch"],
    );
    const ours = await client().auditLogs.get({ orgId: orgId(), actions: ["inviteMember"], perPage: 1 });
    assert.deepEqual(
      [ours.items.map(({ requestAction }) => requestAction), ours.totalCount],
      [["inviteMember"], 1],
    );
  });

  it("is a 404 where the simulator is told to have none, and holds no card", async () => {
    await client().org.patch({ orgId: orgId(), organization: { cardToken: "tok_secret" } });
    const { body } = await simulator().call("GET", simulator().org("/audit-logs"));
    assert.doesNotMatch(JSON.stringify(body), /tok_secret/);
    await simulator().change((state) => {
      state.hasAuditLog = false;
    });
    assertRefused(await simulator().call("GET", simulator().org("/audit-logs")), 404, /no audit log/);
  });
});
