import assert from "node:assert/strict";
import { z } from "zod";
import { LosantClient } from "../../../client";
import { assertRefused, unusedId, useSimulator } from "./harness";

const Page = z.object({ items: z.array(z.looseObject({ name: z.string() })), totalCount: z.number() });
const creationDate = "2026-01-01T00:00:00.000Z";

describe("the simulator's list of the user's API tokens", () => {
  const simulator = useSimulator();

  const lists = (...userApiTokens: object[]) =>
    simulator().change((state) =>
      Object.assign(state, {
        userApiTokens: userApiTokens.map((token, at) => ({
          ...{ id: `${at + 1}`.repeat(24), name: `token ${at}`, status: "active", creationDate },
          ...token,
        })),
      }),
    );

  it("has the token in use at the start, with its scopes and without its text", async () => {
    const harness = simulator();
    await harness.change((state) => Object.assign(state, { tokenScopes: ["all.User.read"] }));
    const { body, status } = await harness.call("GET", "/me/tokens");
    assert.equal(status, 200);
    const { items } = Page.parse(body);
    assert.deepEqual(
      items.map(({ name, scope }) => [name, scope]),
      [["Simulated token", ["all.User.read"]]],
    );
    assert.ok(!JSON.stringify(body).includes(harness.simulator.token));
  });

  it("is read by the client as far as it tells what a token may do", async () => {
    await lists(
      { scope: ["org.get"], defaultRole: "view", orgRoles: [{ orgId: "sandbox", role: "none" }] },
      { expirationDate: creationDate },
    );
    const { url, token } = simulator().simulator;
    const client = new LosantClient({ apiToken: token, apiUrl: url });
    const { items, totalCount } = await client.userApiTokens.get({ perPage: 1 });
    assert.equal(totalCount, 2);
    assert.deepEqual(items, [
      {
        ...{ id: "1".repeat(24), name: "token 0", status: "active" },
        ...{ scope: ["org.get"], defaultRole: "view", orgRoles: [{ orgId: "sandbox", role: "none" }] },
      },
    ]);
  });

  it("is filtered by name and by status", async () => {
    await lists({}, { status: "inactive" });
    const found = async (query: string) =>
      Page.parse((await simulator().call("GET", `/me/tokens?${query}`)).body).items.map(({ name }) => name);
    assert.deepEqual(await found("filterField=status&filter=inactive"), ["token 1"]);
    assert.deepEqual(await found("filterField=name&filter=*0"), ["token 0"]);
    assert.deepEqual(await found("sortDirection=desc"), ["token 1", "token 0"]);
  });

  it("needs its scope", async () => {
    await simulator().change((state) => Object.assign(state, { tokenScopes: ["me.*", "all.Organization"] }));
    assertRefused(await simulator().call("GET", "/me/tokens"), 403, /userApiTokens\.get/);
  });

  it("limits what the token in use may change, by organization or everywhere, and not what it reads", async () => {
    const harness = simulator();
    const { orgId } = harness.simulator;
    await lists({ defaultRole: "admin", orgRoles: [{ orgId, role: "edit" }] });
    const changes: [string, string, object?][] = [
      ["PATCH", "", { name: "Other" }],
      ["DELETE", ""],
      ["POST", "/invites", { email: "ada@example.com", role: "view" }],
      ["DELETE", `/member?userId=${unusedId}`],
    ];
    for (const [method, below, body] of changes)
      assertRefused(await harness.call(method, harness.org(below), body), 403, /limited/);
    assert.equal((await harness.call("GET", harness.org("/invites"))).status, 200);
    await lists({ defaultRole: "none", orgRoles: [{ orgId, role: "admin" }] });
    assert.equal((await harness.call("PATCH", harness.org(), { name: "Other" })).status, 200);
  });
});
