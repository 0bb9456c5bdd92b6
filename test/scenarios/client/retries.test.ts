import assert from "node:assert/strict";
import { defaultBackoff } from "../../../client/retry";
import { failureOf, ScriptedServer, someId, useLosant, useServer } from "./harness";

/** Four ways in which a first try goes wrong; a fifth try answers. */
const troubles = [{ status: 429 }, { status: 503 }, { reset: true }, { dropResponse: true }];

describe("client: repeated calls", () => {
  const losant = useLosant();
  const orgId = () => losant.orgId;
  const org = () => losant.client().org;

  const freelyRepeated = {
    "org.get": () => org().get({ orgId: orgId() }),
    "org.pendingInvites": () => org().pendingInvites({ orgId: orgId() }),
    "org.deviceCounts": () => org().deviceCounts({ orgId: orgId() }),
    "org.patch": () => org().patch({ orgId: orgId(), organization: { name: "New" } }),
    "orgs.get": () => losant.client().orgs.get(),
    "me.get": () => losant.client().me.get(),
  };
  for (const [action, call] of Object.entries(freelyRepeated)) {
    it(`${action} is repeated after 429, 5xx and lost answers`, async () => {
      for (const trouble of troubles) await losant.fault(action, trouble);
      await call();
      assert.deepEqual(await losant.calls(), { [action]: 5 });
    });
  }

  it("org.modifyMember is repeated after 429, 5xx and lost answers", async () => {
    const userId = await losant.simulator.addMember("ann@example.com");
    for (const trouble of troubles) await losant.fault("org.modifyMember", trouble);
    const { members } = await org().modifyMember({ orgId: orgId(), member: { userId, role: "edit" } });
    assert.equal(members.find((member) => member.userId === userId)?.role, "edit");
  });

  it("gives up after as many tries as it may make, with the last error", async () => {
    await losant.fault("org.get", { status: 503, times: 9 });
    const error = await failureOf(losant.client({ maxAttempts: 3 }).org.get({ orgId: orgId() }));
    assert.deepEqual([error.status, error.retryable], [503, true]);
    assert.deepEqual(await losant.calls(), { "org.get": 3 });
  });

  it("never repeats what Losant refuses", async () => {
    await losant.fault("org.get", { status: 400 });
    const error = await failureOf(org().get({ orgId: orgId() }));
    assert.deepEqual([error.retryable, error.outcome], [false, "refused"]);
    assert.deepEqual(await losant.calls(), { "org.get": 1 });
  });
});

describe("client: repeated deletes", () => {
  const losant = useLosant();
  const server = useServer();
  const orgId = () => losant.orgId;

  it("removeMember whose answer was lost has succeeded when the repeated one finds nobody", async () => {
    const userId = await losant.simulator.addMember("ann@example.com");
    await losant.fault("org.removeMember", { dropResponse: true });
    assert.equal(await losant.client().org.removeMember({ orgId: orgId(), userId }), undefined);
    assert.equal((await losant.simulator.organization()).members.length, 1);
  });

  it("revokeInvite whose answer was lost has succeeded when the repeated one finds no invite", async () => {
    await losant.simulator.invite("ann@example.com");
    const [invite] = await losant.simulator.invites();
    await losant.fault("org.revokeInvite", { dropResponse: true });
    const call = losant.client().org.revokeInvite({ orgId: orgId(), inviteId: invite?.id ?? "" });
    assert.equal(await call, undefined);
    assert.deepEqual(await losant.simulator.invites(), []);
  });

  it("an organization whose deletion was answered too late counts as deleted", async () => {
    await losant.fault("org.delete", { dropResponse: true });
    assert.deepEqual(await losant.client().org.delete({ orgId: orgId() }), { success: true });
  });

  it("a lost answer is remembered over a 429 in between", async () => {
    const userId = await losant.simulator.addMember("ann@example.com");
    await losant.fault("org.removeMember", { dropResponse: true });
    await losant.fault("org.removeMember", { status: 429 });
    assert.equal(await losant.client().org.removeMember({ orgId: orgId(), userId }), undefined);
  });

  it("a repeated delete that a gateway answers with 404 is an error, as nobody knows what was deleted", async () => {
    server.script({ drop: true }, { status: 404, body: "<h1>Not found</h1>" });
    const error = await failureOf(server.client().org.removeMember({ orgId: someId, userId: someId }));
    assert.deepEqual([error.status, server.seen.length], [404, 2]);
  });

  it("a 404 to the first try is an error", async () => {
    const error = await failureOf(losant.client().org.removeMember({ orgId: orgId(), userId: someId }));
    assert.equal(error.status, 404);
  });

  it("a 404 after a 429 alone is an error, as nothing was deleted", async () => {
    await losant.fault("org.removeMember", { status: 429 });
    const error = await failureOf(losant.client().org.removeMember({ orgId: orgId(), userId: someId }));
    assert.equal(error.status, 404);
  });
});

describe("client: calls that are not repeated once an answer was lost", () => {
  const losant = useLosant();
  const server = useServer();
  const mayHaveHappened = /The request may have succeeded; check before retrying/;
  const transfer = { destinationId: someId, destinationType: "organization" } as const;

  it("orgs.post is sent once when its answer is lost, and says that it may have happened", async () => {
    await losant.fault("orgs.post", { dropResponse: true });
    const error = await failureOf(losant.client().orgs.post({ organization: { name: "Twice" } }));
    assert.deepEqual([error.outcome, error.retryable], ["unknown", true]);
    assert.match(error.message, mayHaveHappened);
    assert.deepEqual(await losant.calls(), { "orgs.post": 1 });
  });

  it("transferResources is sent once when a 5xx comes, and says that it may have happened", async () => {
    await losant.fault("org.transferResources", { status: 502 });
    const error = await failureOf(losant.client().org.transferResources({ orgId: losant.orgId, transfer }));
    assert.deepEqual([error.outcome, error.status], ["unknown", 502]);
    assert.match(error.message, mayHaveHappened);
    assert.deepEqual(await losant.calls(), { "org.transferResources": 1 });
  });

  it("an answer that cannot be read leaves it open whether a transfer happened", async () => {
    server.script({ body: "<html>" });
    const error = await failureOf(server.client().org.transferResources({ orgId: someId, transfer }));
    assert.equal(error.outcome, "unknown");
    assert.match(error.message, mayHaveHappened);
  });

  it("orgs.post is repeated after a 429, as nothing was done", async () => {
    await losant.fault("orgs.post", { status: 429 });
    assert.equal((await losant.client().orgs.post({ organization: { name: "Once" } })).name, "Once");
    assert.deepEqual(await losant.calls(), { "orgs.post": 2 });
  });

  it("a server that nothing could reach did nothing", async () => {
    const apiUrl = await closedAddress();
    const call = server.client({ apiUrl }).orgs.post({ organization: { name: "None" } });
    const error = await failureOf(call);
    assert.deepEqual([error.outcome, error.retryable], ["refused", true]);
    assert.doesNotMatch(error.message, mayHaveHappened);
  });
});

/** An address on which nothing listens any more. */
async function closedAddress(): Promise<string> {
  const server = new ScriptedServer();
  await server.listen();
  const { url } = server;
  server.close();
  return url;
}

describe("client: waits between tries", () => {
  const server = useServer();
  const waitsAfter = async (headers: Record<string, string>, status = 429): Promise<unknown> => {
    const waits: unknown[] = [];
    const backoff = (attempt: number, retryAfter: number | undefined) => {
      waits.push([attempt, retryAfter]);
      return 0;
    };
    server.script({ status, headers }, { body: "[]" });
    await server.client({ backoff }).org.pendingInvites({ orgId: someId });
    return waits;
  };

  it("are as many seconds as Retry-After says", async () => {
    assert.deepEqual(await waitsAfter({ "retry-after": "7" }), [[1, 7000]]);
  });

  it("last until the date that Retry-After says, by the server's own clock", async () => {
    const date = "Thu, 01 Jan 2015 00:00:00 GMT";
    const later = "Thu, 01 Jan 2015 00:00:30 GMT";
    assert.deepEqual(await waitsAfter({ date, "retry-after": later }, 503), [[1, 30_000]]);
  });

  it("are whole seconds: a part of one is rounded up", async () => {
    assert.deepEqual(await waitsAfter({ "retry-after": "1.5" }), [[1, 2000]]);
    assert.deepEqual(await waitsAfter({ "retry-after": "0.001" }), [[1, 1000]]);
  });

  const useless = ["soon", "", "0", "-1", "-1.5", "1e3", "+5", "2 days", "NaN", "1,5"];
  for (const retryAfter of useless) {
    it(`are the client's own when Retry-After is ${JSON.stringify(retryAfter)}`, async () => {
      const date = "Thu, 01 Jan 2015 00:00:00 GMT";
      assert.deepEqual(await waitsAfter({ date, "retry-after": retryAfter }), [[1, undefined]]);
    });
  }

  it("are the client's own when the date in Retry-After is past, or the server gives no date of its own", async () => {
    const date = "Thu, 01 Jan 2015 00:00:30 GMT";
    const earlier = "Thu, 01 Jan 2015 00:00:00 GMT";
    assert.deepEqual(await waitsAfter({ date, "retry-after": earlier }), [[1, undefined]]);
    assert.deepEqual(await waitsAfter({ date: "soon", "retry-after": date }), [[1, undefined]]);
  });

  it("do not remember the Retry-After of an earlier answer", async () => {
    const waits: unknown[] = [];
    const backoff = (_: number, retryAfter: number | undefined) => waits.push(retryAfter) && 0;
    server.script({ status: 429, headers: { "retry-after": "7" } }, { status: 503 }, { body: "[]" });
    await server.client({ backoff }).org.pendingInvites({ orgId: someId });
    assert.deepEqual(waits, [7000, undefined]);
  });

  it("grow, are spread by chance, and have an upper bound", () => {
    const longest = (attempt: number) =>
      Math.max(...Array.from({ length: 500 }, () => defaultBackoff(attempt, undefined)));
    assert.ok(longest(1) <= 500 && longest(4) > 1000 && longest(4) <= 4000);
    assert.ok(longest(19) <= 20_000);
    assert.equal(defaultBackoff(1, 60_000), 60_000);
    assert.equal(defaultBackoff(1, 86_400_000), 300_000);
  });
});
