import assert from "node:assert/strict";
import type { LosantClient } from "../../../client";
import { failureOf, someId, useServer } from "./harness";

const organization = { id: someId, name: "Org", members: [] };
const member = { userId: someId, email: "ann@example.com", role: "view" };

describe("client: answers", () => {
  const server = useServer();
  const read = (answer: unknown) => {
    server.script({ body: JSON.stringify(answer) });
    return server.client().org.get({ orgId: someId });
  };
  const faultOf = async (answer: unknown) => {
    const error = await failureOf(read(answer));
    assert.deepEqual([error.retryable, error.outcome, server.seen.length], [false, "unknown", 1]);
    return error.message;
  };

  it("keep what the client does not know", async () => {
    const answer = await read({ ...organization, _etag: "1", members: [{ ...member, nickname: "A" }] });
    assert.deepEqual([answer._etag, answer.members[0]?.nickname], ["1", "A"]);
  });

  it("have unknown lists of roles, not empty ones, where the lists are missing, null or no lists", async () => {
    const lists = { applicationRoles: {}, dashboardRoles: null };
    const answer = await read({ ...organization, members: [member, { ...member, ...lists }] });
    for (const { applicationRoles, dashboardRoles } of answer.members) {
      assert.deepEqual([applicationRoles, dashboardRoles], [undefined, undefined]);
    }
  });

  it("have invites without a date or a validity where these are missing or none", async () => {
    const invite = { id: someId, email: "ann@example.com", role: "view" };
    const dates = ["soon", 1, null, "+275760-09-13T00:00:00.000Z"];
    const odd = dates.map((inviteDate) => ({ ...invite, inviteDate, ttl: "a week" }));
    server.script({
      body: JSON.stringify([invite, ...odd, { ...invite, ttl: -1 }, { ...invite, ttl: 1e300 }]),
    });
    for (const { inviteDate, ttl } of await server.client().org.pendingInvites({ orgId: someId })) {
      assert.deepEqual([inviteDate, ttl], [undefined, undefined]);
    }
  });

  it("leave out single odd fields that nobody needs", async () => {
    const odd = { mfaMode: "sometimes", limits: { member: "many" }, summary: [], description: 1 };
    const answer = await read({ ...organization, ...odd });
    const { mfaMode, limits, summary, description } = answer;
    assert.deepEqual(
      [mfaMode, limits?.member, summary, description],
      [undefined, undefined, undefined, undefined],
    );
  });

  const other = "6".repeat(24);
  const aboutOrganizations: Record<string, (client: LosantClient, orgId: string) => Promise<unknown>> = {
    "org.get": ({ org }, orgId) => org.get({ orgId }),
    "org.patch": ({ org }, orgId) => org.patch({ orgId, organization: { name: "New" } }),
    "org.modifyMember": ({ org }, orgId) => org.modifyMember({ orgId, member: { userId: other } }),
    "org.removeMember": ({ org }, orgId) => org.removeMember({ orgId, userId: other }),
  };
  for (const [action, call] of Object.entries(aboutOrganizations)) {
    it(`to ${action} are refused where they are about another organization`, async () => {
      server.script({ body: JSON.stringify({ ...organization, id: other }) });
      const error = await failureOf(call(server.client(), someId));
      assert.match(error.message, /id: is that of another organization/);
      assert.deepEqual([error.retryable, error.outcome, server.seen.length], [false, "unknown", 1]);
    });

    it(`to ${action} may write the id in another case`, async () => {
      server.script({ body: JSON.stringify({ ...organization, id: someId.toUpperCase() }) });
      await call(server.client(), someId);
    });
  }

  for (const noun of ["applications", "dashboards"] as const) {
    it(`that list ${noun} keep no globals and no blocks: they are heavy, and may hold secrets`, async () => {
      const kept = { id: someId, name: "App", ownerId: other, ownerType: "user", description: "d" };
      const dates = { creationDate: "2026-01-02T00:00:00.000Z", lastUpdated: "2026-01-03T00:00:00.000Z" };
      const dropped = { globals: [{ key: "k", json: "secret" }], blocks: [{ id: "b" }], summary: {} };
      const items = [
        { ...kept, ...dates, ...dropped },
        { id: other, name: 1, ownerType: "?" },
      ];
      server.script({ body: JSON.stringify({ items, count: 2, totalCount: 2, page: 0 }) });
      const answer = await server.client()[noun].get({ orgId: someId });
      assert.deepEqual(answer.items, [
        { ...kept, ...dates },
        { id: other, name: undefined, ownerType: undefined },
      ]);
    });
  }

  it("take null for something that is left out", async () => {
    const answer = await read({ ...organization, description: null, limits: null, mfaMode: null });
    assert.deepEqual([answer.description, answer.limits, answer.mfaMode], [undefined, undefined, undefined]);
  });

  it("are refused where something that is used is missing, naming action and path", async () => {
    const message = await faultOf({ ...organization, name: undefined });
    assert.match(message, /^Reading organization \w+ failed: the answer to GET \/orgs\/\w+ .*name/);
  });

  it("name a member without an email by user id, and keep a role that is not known apart", async () => {
    const partial = { userId: member.userId, email: null, role: "owner" };
    const { members } = await read({ ...organization, members: [member, partial, {}] });
    const told = members.slice(1).map(({ email, role, unknownRole }) => [email, role, unknownRole]);
    assert.deepEqual(told, [
      [`user ${member.userId}`, "none", "owner"],
      ["user without an id", "none", undefined],
    ]);
  });

  it("are refused where something is of another kind, without their values", async () => {
    const message = await faultOf({ ...organization, name: { first: "some-value" }, members: "all" });
    assert.match(message, /name: .*; members: /);
    assert.doesNotMatch(message, /some-value/);
  });

  for (const body of ["", "<html>some-value</html>", "null", '"some-value"']) {
    it(`are refused where they are ${body === "" ? "empty" : body}`, async () => {
      server.script({ body });
      const { message } = await failureOf(server.client().org.get({ orgId: someId }));
      assert.match(message, /the whole: |it is not JSON|it is empty/);
      assert.doesNotMatch(message, /some-value/);
    });
  }
});
