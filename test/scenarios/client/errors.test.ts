import assert from "node:assert/strict";
import {
  actions,
  ConfigurationError,
  isLosantError,
  isMissingRight,
  isNotFound,
  LosantError,
} from "../../../client";
import { failureOf, type ScriptedAnswer, someId, useLosant, useServer } from "./harness";

describe("client: errors", () => {
  const losant = useLosant();
  const server = useServer();
  const refusal = async (answer: ScriptedAnswer) => {
    server.script(answer);
    return failureOf(server.client({ maxAttempts: 1 }).org.get({ orgId: someId }));
  };

  it("say what was tried on what, the call, its status, and Losant's own message", async () => {
    await losant.simulator.invite("ann@example.com");
    const invite = { email: "ann@example.com", role: "view" } as const;
    const error = await failureOf(losant.client().org.inviteMember({ orgId: losant.orgId, invite }));
    const { orgId } = losant;
    assert.ok(
      error.message.startsWith(
        `Inviting ann@example.com to organization ${orgId} failed: POST /orgs/${orgId}/invites answered 400 (Validation: `,
      ),
      error.message,
    );
    assert.deepEqual([error.action, error.status, error.type], ["org.inviteMember", 400, "Validation"]);
  });

  it("of a refused token name the variable, the scopes, and the way past the recorded configuration", async () => {
    const error = await failureOf(losant.client({ apiToken: "wrong" }).org.get({ orgId: losant.orgId }));
    assert.equal(error.status, 401);
    assert.match(error.message, /set LOSANT_API_TOKEN.*org\.get.*org\.\*.*all\.Organization/);
    assert.match(error.message, /--refresh=false/);
  });

  for (const [name, { scopes }] of Object.entries(actions)) {
    it(`of a missing right name every scope that reaches ${name}`, async () => {
      await losant.fault(name, { status: 403 });
      const { message } = await failureOf(callOf(name));
      for (const scope of scopes) assert.ok(message.includes(scope), message);
    });
  }

  it("of a missing right do not advise first to add scopes that the token may have", async () => {
    await losant.fault("org.patch", { status: 403 });
    const { message } = await failureOf(callOf("org.patch"));
    assert.match(
      message,
      /the authenticated user needs the admin role.*Otherwise the token may lack a scope/,
    );
  });

  it("of a 403 that a gateway answers advise neither roles nor scopes", async () => {
    const { message } = await refusal({ status: 403, body: "<h1>Forbidden</h1>" });
    assert.match(message, /answered 403 \(Forbidden\)\. This answer is not in Losant's form.*LOSANT_API_URL/);
    assert.doesNotMatch(message, /scope|role/);
  });

  it("do not end Losant's sentence twice, nor with a blank", async () => {
    const body = JSON.stringify({ type: "Validation", message: "It is full." });
    const { message } = await refusal({ status: 400, body });
    assert.match(message, /answered 400 \(Validation: It is full\)\.$/);
  });

  it("of a missing right speak of the admin role where something is to be changed, and only there", async () => {
    for (const [name, { method }] of Object.entries(actions)) {
      await losant.fault(name, { status: 403 });
      const { message } = await failureOf(callOf(name));
      assert.equal(message.includes("admin role"), method !== "GET" && name.startsWith("org."), message);
    }
  });

  it("of an organization that is not there say that the authenticated user may not see it", async () => {
    const error = await failureOf(losant.client().org.get({ orgId: someId }));
    assert.deepEqual([error.status, error.type], [404, "NotFound"]);
    assert.match(error.message, new RegExp(`organization ${someId} .*may not see it`));
  });

  const bodies: Record<string, [string, RegExp]> = {
    empty: ["", /answered 400 \(nothing more\)/],
    "plain text": ["no such\n thing", /answered 400 \(no such thing\)/],
    HTML: [
      "<html><style>p {}</style><h1>Bad  gateway</h1><script>var a = '<';</script></html>",
      /answered 400 \(Bad gateway\)/,
    ],
    "JSON of another shape": ['{"error": {"reason": "full"}}', /"reason": "full"/],
    "a JSON array": ["[1]", /answered 400 \(\[1\]\)/],
    "JSON with a message only": ['{"message": "full"}', /answered 400 \(full\)/],
    "JSON of wrong kinds": ['{"type": 1, "message": null}', /"message": null/],
  };
  for (const [what, [body, message]] of Object.entries(bodies)) {
    it(`survive a body that is ${what}`, async () => {
      assert.match((await refusal({ status: 400, body })).message, message);
    });
  }

  it("shorten a body without end", async () => {
    const { message } = await refusal({ status: 400, body: "x".repeat(1_000_000) });
    assert.ok(message.length < 2000);
  });

  const absences: Record<string, [ScriptedAnswer, boolean]> = {
    "in Losant's form": [{ status: 404, body: '{"type":"NotFound","message":"m"}' }, true],
    "of a gateway, in HTML": [{ status: 404, body: "<h1>NotFound</h1>" }, false],
    "in plain text": [{ status: 404, body: "NotFound" }, false],
    "without a body": [{ status: 404 }, false],
    "in JSON of another form": [{ status: 404, body: '{"error":"NotFound"}' }, false],
    "of another type": [{ status: 404, body: '{"type":"RouteNotFound","message":"m"}' }, false],
  };
  for (const [what, [answer, expected]] of Object.entries(absences)) {
    it(`of a 404 ${what} ${expected ? "mean" : "do not mean"} that something is not there`, async () => {
      const error = await refusal(answer);
      assert.equal(isNotFound(error), expected);
      const suspicion =
        /not in Losant's form: it may come from a proxy or gateway, or LOSANT_API_URL may be wrong/;
      assert.equal(suspicion.test(error.message), !expected, error.message);
    });
  }

  it("of another status or kind do not mean that something is not there", async () => {
    assert.equal(
      isNotFound(await refusal({ status: 410, body: '{"type":"NotFound","message":"m"}' })),
      false,
    );
    assert.equal(isNotFound(new Error("404")), false);
  });

  it("of a 403 mean a missing right only in Losant's form", async () => {
    const bodies = ['{"type":"Forbidden","message":"m"}', "<h1>Forbidden</h1>", '{"message":"m"}', ""];
    const said = [];
    for (const body of bodies) said.push(isMissingRight(await refusal({ status: 403, body })));
    assert.deepEqual(said, [true, false, false, false]);
    assert.equal(isMissingRight(await refusal({ status: 401, body: bodies[0] ?? "" })), false);
  });

  it("say when trying again may help, and when nothing is known of what happened", async () => {
    const said: unknown[] = [];
    for (const status of [400, 404, 409, 429, 500, 503]) {
      const { retryable, outcome } = await refusal({ status });
      said.push([status, retryable, outcome]);
    }
    assert.deepEqual(said, [
      [400, false, "refused"],
      [404, false, "refused"],
      [409, false, "refused"],
      [429, true, "refused"],
      [500, true, "unknown"],
      [503, true, "unknown"],
    ]);
  });

  it("of a broken connection name the address and how to set another", async () => {
    const { message } = await refusal({ drop: true });
    assert.match(
      message,
      /no response \(.+\)\. Is http:\/\/127\.0\.0\.1:\d+ \(LOSANT_API_URL\) the right address/,
    );
  });

  it("are known across two copies of the package, and nothing else is taken for one", () => {
    const error = new LosantError("m", { action: "me.get", retryable: false, outcome: "refused" });
    const path = require.resolve("../../../client/errors");
    const { [path]: loaded } = require.cache;
    delete require.cache[path];
    const copy: typeof import("../../../client/errors") = require("../../../client/errors");
    require.cache[path] = loaded;
    assert.ok(!(error instanceof copy.LosantError) && copy.isLosantError(error));
    for (const other of [new Error("m"), new ConfigurationError("m"), null, "LosantError", {}]) {
      assert.equal(isLosantError(other), false);
    }
  });

  for (const noun of ["applications", "dashboards"] as const) {
    for (const status of [401, 403]) {
      it(`of ${noun}.get with ${status} name whose they are and the scopes`, async () => {
        await losant.fault(`${noun}.get`, { times: 3, status });
        const list = (orgId?: string) => messageOf(losant.client()[noun].get({ orgId }));
        const scopes = `needs one of ${noun}.get, ${noun}.*|one of the scopes ${noun}.get, ${noun}.*`;
        assert.match(
          await list(someId),
          new RegExp(`^Listing ${noun} of organization ${someId} .*(${scopes})`),
        );
        assert.match(await list(""), new RegExp(`^Listing ${noun} of the authenticated user `));
        assert.match(await list(), new RegExp(`^Listing ${noun} that the authenticated user may see `));
      });
    }
  }

  /** A call of each action, with arguments that do not matter. */
  function callOf(name: string): Promise<unknown> {
    const { org, orgs, me } = losant.client();
    const orgId = someId;
    const calls: Record<string, () => Promise<unknown>> = {
      "org.get": () => org.get({ orgId }),
      "org.patch": () => org.patch({ orgId, organization: {} }),
      "org.delete": () => org.delete({ orgId }),
      "org.pendingInvites": () => org.pendingInvites({ orgId }),
      "org.inviteMember": () => org.inviteMember({ orgId, invite: { email: "a@b.c", role: "none" } }),
      "org.revokeInvite": () => org.revokeInvite({ orgId, inviteId: someId }),
      "org.modifyMember": () => org.modifyMember({ orgId, member: { userId: someId } }),
      "org.removeMember": () => org.removeMember({ orgId, userId: someId }),
      "org.transferResources": () =>
        org.transferResources({ orgId, transfer: { destinationId: someId, destinationType: "user" } }),
      "org.deviceCounts": () => org.deviceCounts({ orgId }),
      "org.notebookMinuteCounts": () => org.notebookMinuteCounts({ orgId }),
      "org.payloadCounts": () => org.payloadCounts({ orgId }),
      "org.payloadCountsBreakdown": () => org.payloadCountsBreakdown({ orgId }),
      "orgs.get": () => orgs.get(),
      "orgs.post": () => orgs.post({ organization: { name: "Org" } }),
      "applications.get": () => losant.client().applications.get(),
      "dashboards.get": () => losant.client().dashboards.get(),
      "auditLogs.get": () => losant.client().auditLogs.get({ orgId }),
      "applicationApiTokens.get": () => losant.client().applicationApiTokens.get({ applicationId: someId }),
      "applicationKeys.get": () => losant.client().applicationKeys.get({ applicationId: someId }),
      "me.get": () => me.get(),
      "userApiTokens.get": () => losant.client().userApiTokens.get(),
    };
    return calls[name]?.() ?? assert.fail(`no call of ${name}`);
  }
});

async function messageOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => assert.fail("was not refused"),
    (error: Error) => error.message,
  );
}
