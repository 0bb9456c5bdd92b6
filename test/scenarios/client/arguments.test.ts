import assert from "node:assert/strict";
import type { LosantClient } from "../../../client";
import { failureOf, someId, useServer } from "./harness";

const role = { resourceId: someId, role: "view" } as const;
/** As programs without types, or with values from elsewhere, call it. */
const untyped = (value: unknown) => JSON.parse(JSON.stringify(value));

const wrongCalls: Record<string, [(client: LosantClient) => Promise<unknown>, RegExp]> = {
  "an orgId that is none": [
    (client) => client.org.get({ orgId: "../me" }),
    /org\.get: request not sent: orgId: must be 24 hex digits/,
  ],
  "an orgId that is missing": [
    (client) => client.org.delete(untyped({})),
    /org\.delete: request not sent: orgId: /,
  ],
  "an inviteId that is none": [
    (client) => client.org.revokeInvite({ orgId: someId, inviteId: "1" }),
    /inviteId: must be 24 hex digits/,
  ],
  "a userId that is none": [
    (client) => client.org.removeMember({ orgId: someId, userId: `${someId}0` }),
    /userId: must be 24 hex digits/,
  ],
  "a member's userId that is none": [
    (client) => client.org.modifyMember({ orgId: someId, member: { userId: "me" } }),
    /userId: must be 24 hex digits/,
  ],
  "a role that is none": [
    (client) =>
      client.org.inviteMember({ orgId: someId, invite: untyped({ email: "a@b.c", role: "owner" }) }),
    /role: .*"admin"\|"edit"\|"collaborate"\|"view"\|"none"/,
  ],
  "an address that is none": [
    (client) => client.org.inviteMember({ orgId: someId, invite: { email: "ann", role: "view" } }),
    /email: must be an email address such as/,
  ],
  "a resource's id that is none": [
    (client) =>
      client.org.modifyMember({
        orgId: someId,
        member: { userId: someId, applicationRoles: [{ ...role, resourceId: "x" }] },
      }),
    /applicationRoles\.0\.resourceId: must be 24 hex digits/,
  ],
  "more than 100 roles": [
    (client) =>
      client.org.modifyMember({
        orgId: someId,
        member: { userId: someId, dashboardRoles: Array(101).fill(role) },
      }),
    /dashboardRoles: must be at most 100 roles/,
  ],
  "a setting that organizations do not have": [
    (client) => client.org.patch({ orgId: someId, organization: untyped({ colour: "red" }) }),
    /"colour"/,
  ],
  "a name that is empty": [
    (client) => client.orgs.post({ organization: { name: "" } }),
    /orgs\.post: request not sent: name: /,
  ],
  "a destination that is none": [
    (client) =>
      client.org.transferResources({
        orgId: someId,
        transfer: untyped({ destinationId: someId, destinationType: "team" }),
      }),
    /destinationType: .*"user"\|"organization"/,
  ],
  "a start that is no time": [
    (client) => client.org.deviceCounts({ orgId: someId, start: "yesterday" }),
    /start: must be a time/,
  ],
  "an end that is no time": [
    (client) => client.org.payloadCountsBreakdown({ orgId: someId, end: Number.NaN }),
    /end: must be a time/,
  ],
  "a resolution that there is not": [
    (client) => client.org.payloadCountsBreakdown({ orgId: someId, ...untyped({ resolution: 60_000 }) }),
    /resolution: must be 86400000 \(a day\) or 3600000 \(an hour\)/,
  ],
  "an owner that is none": [
    (client) => client.applications.get({ orgId: "x" }),
    /orgId: must be 24 hex digits, or blank/,
  ],
  "an application that is none": [
    (client) => client.dashboards.get({ applicationId: "x" }),
    /applicationId: must be 24 hex digits, or blank/,
  ],
  "a page before the first": [(client) => client.orgs.get({ page: -1 }), /page: /],
};

describe("client: wrong arguments are refused before anything is sent:", () => {
  const server = useServer();

  for (const [what, [call, message]] of Object.entries(wrongCalls)) {
    it(what, async () => {
      server.script({ body: "{}" });
      const error = await failureOf(call(server.client()));
      assert.match(error.message, message);
      assert.deepEqual([error.retryable, error.outcome, error.status], [false, "refused", undefined]);
      assert.deepEqual(server.seen, []);
    });
  }

  it("a call without a token, which tells how to set one", async () => {
    for (const apiToken of [undefined, ""]) {
      const error = await failureOf(server.client({ apiToken }).me.get());
      assert.match(
        error.message,
        /Reading the authenticated user: request not sent: No API token is set\. Set/,
      );
    }
    assert.deepEqual(server.seen, []);
  });
});
