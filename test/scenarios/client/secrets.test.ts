import assert from "node:assert/strict";
import { inspect } from "node:util";
import type { LosantClient } from "../../../client";
import { failureOf, type ScriptedAnswer, someId, someToken, useServer } from "./harness";

/** All that anybody could print of a thing. */
const printed = (thing: unknown): string =>
  [
    inspect(thing, { depth: 20, showHidden: true, getters: true }),
    JSON.stringify(thing),
    String(thing),
    thing instanceof Error ? `${thing.stack} ${String(thing.cause)}` : "",
  ].join("\n");

describe("client: the token", () => {
  const server = useServer();
  const echoes: Record<string, ScriptedAnswer> = {
    "in an error's message": { status: 401, body: JSON.stringify({ type: "A", message: someToken }) },
    "in an error's type": { status: 401, body: JSON.stringify({ type: someToken, message: "m" }) },
    "in base64": { status: 400, body: `Basic ${Buffer.from(`user:${someToken}`).toString("base64")}` },
    "in plain text": { status: 500, body: `Authorization: Bearer ${someToken}` },
    "in HTML": { status: 502, body: `<p>${someToken}</p>` },
    "in JSON of another shape": { status: 400, body: JSON.stringify({ headers: { a: someToken } }) },
    "across the end of a shortened body": { status: 400, body: `${"x".repeat(980)}${someToken}` },
    "in an answer that does not parse": { body: JSON.stringify({ id: 1, name: someToken, [someToken]: 1 }) },
    "in a redirect": { status: 301, headers: { location: `https://example.com/${someToken}` } },
  };

  for (const [where, answer] of Object.entries(echoes)) {
    it(`is in no error when a server echoes it ${where}`, async () => {
      server.script(answer);
      const error = await failureOf(server.client({ maxAttempts: 1 }).org.get({ orgId: someId }));
      assert.ok(!printed(error).includes(someToken.slice(0, 15)), printed(error));
    });
  }

  it("is in no error of a broken connection", async () => {
    server.script({ drop: true });
    const error = await failureOf(server.client({ maxAttempts: 1 }).me.get());
    assert.ok(!printed(error).includes(someToken));
  });

  it("is in no error of a fetch that tells it", async () => {
    const fetch = () => Promise.reject(new Error(`cannot send ${someToken}`));
    const error = await failureOf(server.client({ maxAttempts: 1, fetch }).me.get());
    assert.match(error.message, /cannot send \(secret\)/);
    assert.ok(!printed(error).includes(someToken));
  });

  it("is in no print of the client", () => {
    const client: LosantClient = server.client();
    assert.ok(![client, client.org, client.orgs, client.me].map(printed).join().includes(someToken));
  });

  it("is sent nowhere but in its header", async () => {
    server.script({ status: 400 });
    await server
      .client()
      .me.get()
      .catch(() => undefined);
    const { path, query, body } = server.seen[0] ?? assert.fail("nothing was sent");
    assert.ok(!`${path}${query}${body}`.includes(someToken));
  });
});

describe("client: a card's token", () => {
  const server = useServer();
  const cardToken = "tok_card-that-nobody-may-see";
  const organization = { name: "Org", cardToken };
  const calls: Record<string, () => Promise<unknown>> = {
    "org.patch": () => server.client({ maxAttempts: 1 }).org.patch({ orgId: someId, organization }),
    "orgs.post": () => server.client({ maxAttempts: 1 }).orgs.post({ organization }),
  };

  for (const [action, call] of Object.entries(calls)) {
    it(`is in no error of ${action} when a server echoes it`, async () => {
      server.script({ status: 400, body: JSON.stringify({ type: "T", message: `bad ${cardToken}` }) });
      const error = await failureOf(call());
      assert.match(error.message, /bad \(secret\)/);
      assert.ok(!printed(error).includes(cardToken));
    });
  }
});
