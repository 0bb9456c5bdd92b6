import assert from "node:assert/strict";
import { type InvitePost, LosantClient } from "../../../client";
import { failureOf, type ScriptedAnswer, someId, useLosant, useServer } from "./harness";

const desired: InvitePost = {
  email: "Ann@Example.com",
  role: "none",
  applicationRoles: [{ resourceId: someId, role: "view" }],
};

describe("client: an invite whose answer was lost", () => {
  const losant = useLosant();
  const invite = (more: object = {}) =>
    losant.client().org.inviteMember({ orgId: losant.orgId, invite: { ...desired, ...more } });
  const sent = async () => (await losant.simulator.invites()).map(({ email }) => email);

  it("is found by looking, and not sent twice", async () => {
    await losant.fault("org.inviteMember", { dropResponse: true });
    const invites = await invite();
    assert.deepEqual(
      invites.map(({ email }) => email),
      ["ann@example.com"],
    );
    assert.deepEqual(await losant.calls(), { "org.inviteMember": 1, "org.pendingInvites": 1 });
  });

  it("is sent again when it is not there", async () => {
    await losant.fault("org.inviteMember", { reset: true });
    await losant.fault("org.inviteMember", { status: 500 });
    await invite();
    const looks = { "org.pendingInvites": 2, "org.get": 2 };
    assert.deepEqual(await losant.calls(), { "org.inviteMember": 3, ...looks });
    assert.deepEqual(await sent(), ["ann@example.com"]);
  });

  it("is waited for and sent without a look after a 429", async () => {
    await losant.fault("org.inviteMember", { status: 429 });
    await invite();
    assert.deepEqual(await losant.calls(), { "org.inviteMember": 2 });
  });

  it("is not mistaken for one that stood there before with the same roles", async () => {
    await losant.simulator.invite("ann@example.com", desired);
    await losant.simulator.advance(60_000);
    await losant.fault("org.inviteMember", { reset: true });
    const error = await failureOf(invite());
    assert.equal(error.status, 400);
    assert.match(error.message, /Inviting Ann@Example\.com to organization/);
  });

  it("is not mistaken for somebody else's of just now with another role", async () => {
    await losant.simulator.invite("ann@example.com", { role: "admin" });
    await losant.fault("org.inviteMember", { reset: true });
    assert.equal((await failureOf(invite())).status, 400);
  });

  it("is not mistaken for one of just now with other roles on applications", async () => {
    await losant.simulator.invite("ann@example.com", { ...desired, applicationRoles: [] });
    await losant.fault("org.inviteMember", { reset: true });
    assert.equal((await failureOf(invite())).status, 400);
  });

  it("tells that it may have been sent when looking fails too", async () => {
    await losant.fault("org.inviteMember", { dropResponse: true });
    await losant.fault("org.pendingInvites", { status: 503, times: 9 });
    const error = await failureOf(invite());
    assert.deepEqual([error.action, error.outcome], ["org.inviteMember", "unknown"]);
    assert.match(
      error.message,
      /^Inviting Ann@Example\.com .* may have succeeded; check before retrying\. The check whether it did failed: org\.pendingInvites answered 503\.$/,
    );
    assert.deepEqual(await losant.calls(), { "org.inviteMember": 1, "org.pendingInvites": 5 });
  });

  it("tells that it may have been sent when the last try is lost", async () => {
    await losant.fault("org.inviteMember", { dropResponse: true });
    const client = losant.client({ maxAttempts: 1 });
    const error = await failureOf(client.org.inviteMember({ orgId: losant.orgId, invite: desired }));
    assert.match(error.message, /may have succeeded/);
  });
});

describe("client: looking for an invite that was sent", () => {
  const server = useServer();
  const organization = (...members: object[]) => ({
    body: JSON.stringify({ id: someId, name: "Org", members }),
  });
  const invitesWith = (more: object) => ({
    body: JSON.stringify([{ id: someId, inviteDate: new Date().toISOString(), ttl: 1, ...desired, ...more }]),
  });
  const methodsAfter = async (...answers: ScriptedAnswer[]) => {
    server.script({ drop: true }, ...answers);
    await server.client().org.inviteMember({ orgId: someId, invite: desired });
    return server.seen.map(({ method }) => method).join(" ");
  };

  it("finds it whatever the letters' case of its address", async () => {
    assert.equal(await methodsAfter(invitesWith({ email: "ANN@example.COM" })), "POST GET");
  });

  it("does not take an expired one for it", async () => {
    const expired = invitesWith({ hasExpired: true });
    assert.equal(await methodsAfter(expired, organization(), invitesWith({})), "POST GET GET POST");
  });

  it("takes a member of that address for one who accepted it meanwhile", async () => {
    const member = { userId: someId, email: "ann@example.com", role: "none" };
    assert.equal(await methodsAfter({ body: "[]" }, organization(member)), "POST GET GET");
  });

  it("takes no notice of other members", async () => {
    const member = { userId: someId, email: "bob@example.com", role: "none" };
    const answers = [{ body: "[]" }, organization(member), invitesWith({})];
    assert.equal(await methodsAfter(...answers), "POST GET GET POST");
  });
});

describe("client: an invite with a last moment", () => {
  const hour = 3_600_000;
  const real = performance.now;
  let ahead = 0;

  before(() => {
    performance.now = () => real.call(performance) + ahead;
  });
  after(() => {
    performance.now = real;
  });

  it("is not sent again once that has come", async () => {
    let sent = 0;
    const client = new LosantClient({
      apiToken: "token",
      backoff: () => {
        ahead += hour;
        return 0;
      },
      fetch: async () => {
        sent += 1;
        const date = new Date(Date.now() + ahead).toUTCString();
        return new Response("{}", { status: 429, headers: { date } });
      },
    });
    const notAfter = new Date(Date.now() + 1.5 * hour);
    const error = await failureOf(client.org.inviteMember({ orgId: someId, invite: desired, notAfter }));
    assert.match(error.message, /request not sent: it is too late/);
    assert.deepEqual([sent, error.outcome], [2, "refused"]);
  });
});
