import assert from "node:assert/strict";
import { LosantClient } from "../../../client";
import { failureOf, someId, someToken, useLosant, useServer } from "./harness";

const organization = JSON.stringify({ id: someId, name: "Org", members: [] });
const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
};

describe("client: what it sends", () => {
  const server = useServer();

  it("is the token, the version of the API, and no domain unless one is set", async () => {
    server.script({ body: organization });
    await server.client().org.get({ orgId: someId });
    const { headers } = server.seen[0] ?? assert.fail("nothing was sent");
    assert.equal(headers.authorization, `Bearer ${someToken}`);
    assert.deepEqual([headers.accept, headers["accept-version"]], ["application/json", "^1.30.0"]);
    assert.deepEqual([headers.losantdomain, headers["content-type"]], [undefined, undefined]);
  });

  it("is the domain, where one is set", async () => {
    server.script({ body: organization });
    await server.client({ domain: "example.com" }).org.get({ orgId: someId });
    assert.equal(server.seen[0]?.headers.losantdomain, "example.com");
  });

  it("is a body of JSON with just what was given", async () => {
    server.script({ body: organization });
    await server.client().org.patch({ orgId: someId, organization: { name: "Ä", description: undefined } });
    const { method, headers, body } = server.seen[0] ?? assert.fail("nothing was sent");
    assert.deepEqual([method, headers["content-type"], body], ["PATCH", "application/json", '{"name":"Ä"}']);
  });

  it("is a query without links, and with the parameters that are given", async () => {
    server.script({ body: "{}" });
    const range = { start: 0, end: "1970-01-02", asBytes: true };
    await server.client().org.payloadCounts({ orgId: someId, ...range });
    assert.deepEqual(Object.fromEntries(server.seen[0]?.query ?? []), {
      _actions: "false",
      _links: "false",
      start: "0",
      end: "86400000",
      asBytes: "true",
    });
  });

  it("leaves out of the query what is undefined", async () => {
    server.script({ body: organization });
    await server.client().org.get({ orgId: someId, summaryExclude: undefined });
    assert.deepEqual([...(server.seen[0]?.query.keys() ?? [])], ["_actions", "_links"]);
  });

  it("asks for summary fields where it is told to", async () => {
    server.script({ body: organization });
    const summary = { summaryExclude: "payloadCount", summaryInclude: "a,b&c" };
    const client = server.client();
    await client.org.get({ orgId: someId, ...summary });
    await client.org.patch({ orgId: someId, organization: {}, ...summary });
    await client.org.modifyMember({ orgId: someId, member: { userId: someId }, ...summary });
    await client.org.removeMember({ orgId: someId, userId: someId, ...summary });
    await client.orgs.post({ organization: { name: "Org" }, ...summary });
    const asked = server.seen.map(({ query }) => [query.get("summaryExclude"), query.get("summaryInclude")]);
    assert.deepEqual(asked, Array(5).fill(["payloadCount", "a,b&c"]));
  });

  it("goes below the path of the API's address, with or without a trailing slash", async () => {
    server.script({ body: organization });
    for (const path of ["/losant", "/losant/", "/losant//"]) {
      await server.client({ apiUrl: server.url + path }).org.get({ orgId: someId });
    }
    const expected = `/losant/orgs/${someId}`;
    assert.deepEqual(
      server.seen.map(({ path }) => path),
      [expected, expected, expected],
    );
  });

  it("goes over one connection, call after call", async () => {
    server.script({ body: organization });
    const client = server.client();
    for (let call = 0; call < 5; call++) await client.org.get({ orgId: someId });
    assert.equal(server.sockets.size, 1);
  });

  it("never follows a redirect, which would carry the token elsewhere", async () => {
    server.script({ status: 302, headers: { location: `${server.url}/elsewhere` } }, { body: organization });
    const error = await failureOf(server.client().org.get({ orgId: someId }));
    assert.match(error.message, /answered 302 .*Redirects are not followed.*set LOSANT_API_URL/);
    assert.deepEqual([error.status, error.retryable, server.seen.length], [302, false, 1]);
  });
});

describe("client: calls at the same time", () => {
  it("are 8 at most, and all are made", async () => {
    const { Response } = await import("node-fetch");
    const waiting: (() => void)[] = [];
    let most = 0;
    const fetch = () =>
      new Promise<InstanceType<typeof Response>>((resolve) => {
        waiting.push(() => resolve(new Response(organization)));
        most = Math.max(most, waiting.length);
      });
    const client = new LosantClient({ apiToken: someToken, fetch });
    const calls = Array.from({ length: 20 }, () => client.org.get({ orgId: someId }));
    let done = 0;
    while (done < calls.length) {
      await turns(20);
      done += waiting.splice(0).map((answer) => answer()).length;
    }
    assert.equal((await Promise.all(calls)).length, 20);
    assert.equal(most, 8);
  });
});

describe("client: an answer without end", () => {
  const megabyte = Buffer.alloc(2 ** 20, " ");
  const endless = (status: number) => {
    const seen = { calls: 0, megabytes: 0 };
    const body = async function* () {
      for (;;) {
        seen.megabytes++;
        yield megabyte;
      }
    };
    const fetch = async () => {
      seen.calls++;
      return { status, headers: new Headers(), body: body() };
    };
    return { seen, client: new LosantClient({ apiToken: someToken, fetch, backoff: () => 0 }) };
  };

  it("is read up to 32 MB, and not asked for again", async () => {
    const { seen, client } = endless(200);
    const error = await failureOf(client.org.get({ orgId: someId }));
    assert.match(error.message, /larger than 32 MB/);
    assert.deepEqual([error.retryable, seen], [false, { calls: 1, megabytes: 33 }]);
  });

  for (const status of [400, 503]) {
    it(`keeps its status where that is ${status}`, async () => {
      const { seen, client } = endless(status);
      const error = await failureOf(client.org.get({ orgId: someId }));
      assert.match(error.message, new RegExp(`answered ${status} \\(a body too large to read\\)`));
      assert.deepEqual([error.status, seen], [status, { calls: 1, megabytes: 33 }]);
    });
  }

  it("does not block the process where it is HTML that never closes a tag", async () => {
    const headers = new Headers();
    const body = [Buffer.from("<script".repeat(2 ** 20))];
    const fetch = async () => ({
      status: 400,
      headers,
      body: (async function* () {
        yield* body;
      })(),
    });
    const error = await failureOf(
      new LosantClient({ apiToken: someToken, fetch }).org.get({ orgId: someId }),
    );
    assert.equal(error.status, 400);
  });

  it("may be given by the global fetch too", () => {
    assert.ok(new LosantClient({ fetch: globalThis.fetch }));
  });
});

describe("client: an answer that does not come", () => {
  const losant = useLosant();

  it("is not waited for longer than allowed, and the error tells how to change that", async () => {
    await losant.fault("org.get", { latencyMs: 3_600_000 });
    const client = losant.client({ requestTimeout: 1, maxAttempts: 1 });
    const error = await failureOf(client.org.get({ orgId: losant.orgId }));
    assert.match(error.message, /no response \(none within 1 s\)/);
    assert.match(error.message, /LOSANT_REQUEST_TIMEOUT or losant:requestTimeout/);
    assert.deepEqual([error.retryable, error.outcome], [true, "unknown"]);
  });

  it("is asked for again", async () => {
    await losant.fault("org.get", { latencyMs: 3_600_000 });
    const client = losant.client({ requestTimeout: 1, maxAttempts: 2 });
    assert.equal((await client.org.get({ orgId: losant.orgId })).id, losant.orgId);
  });
});
