import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { actions } from "../../../client";

const folder = join(__dirname, "../../../../shared/losant-api");
const Description = z.record(
  z.string(),
  z.looseObject({
    path: z.string(),
    auth: z.array(z.string()).optional(),
    actions: z.record(
      z.string(),
      z.looseObject({
        method: z.string(),
        path: z.string().optional(),
        auth: z.array(z.string()).optional(),
      }),
    ),
  }),
);

/** What the vendor's description says of an action. */
const describedAction = (name: string) => {
  const [noun = "", verb = ""] = name.split(".");
  const described = (file: string) => Description.parse(JSON.parse(readFileSync(join(folder, file), "utf8")));
  const resource = { ...described("more/actions.json"), ...described("actions.json") }[noun];
  const action = resource?.actions[verb];
  assert.ok(resource && action, `${name} is not described`);
  const path = resource.path + (action.path ?? "");
  return { method: action.method, path, scopes: [...(action.auth ?? []), ...(resource.auth ?? [])] };
};

// Of these the description beside this checkout has the answers alone.
const onlyDocumented = ["applicationApiTokens.get", "applicationKeys.get"];

/** The scopes that the vendor's documentation lists for an action. */
const documentedScopes = (name: string): string[] => {
  const [noun] = name.split(".");
  const root = dirname(require.resolve("losant-rest/package.json"));
  const text = readFileSync(join(root, "docs", `${noun}.md`), "utf8");
  const list = /at least one of the following scopes:\n([^\n]*)\.\n/g;
  const found = [...text.matchAll(list)].map(([, scopes = ""]) => scopes.split(/,? or |, /));
  return found.find((scopes) => scopes.includes(name)) ?? [];
};

describe("client: the table of actions", () => {
  it("has the method, path and scopes of the vendor's description", function () {
    if (!existsSync(folder)) {
      console.log("      (skipped: the vendor's description is not beside this checkout)");
      this.skip();
    }
    for (const [name, action] of Object.entries(actions)) {
      if (onlyDocumented.includes(name)) continue;
      const { method, path, scopes } = describedAction(name);
      assert.deepEqual([action.method, action.path], [method, path], name);
      for (const scope of scopes)
        assert.ok(
          action.scopes.some((one) => one === scope),
          `${name}: ${scope}`,
        );
    }
  });

  it("has all 13 actions on an organization, and what the product needs beside", () => {
    const nouns = Object.keys(actions).map((name) => name.split(".")[0]);
    assert.deepEqual(
      [
        "org",
        "orgs",
        "applications",
        "dashboards",
        "auditLogs",
        "applicationApiTokens",
        "applicationKeys",
        "me",
        "userApiTokens",
      ].map((noun) => nouns.filter((one) => one === noun).length),
      [13, 2, 1, 1, 1, 1, 1, 1, 1],
    );
  });

  it("has just the scopes that the vendor's documentation lists", () => {
    // The documentation in the vendor's JavaScript client is older than these calls.
    const undocumented = ["org.deviceCounts", "org.notebookMinuteCounts", "org.payloadCountsBreakdown"];
    for (const [name, { scopes }] of Object.entries(actions)) {
      if (undocumented.includes(name)) continue;
      assert.deepEqual([...scopes].sort(), documentedScopes(name).sort(), name);
    }
  });

  it("offers a scope that only reads for nothing that changes something", () => {
    for (const [name, { method, scopes }] of Object.entries(actions)) {
      assert.equal(
        scopes.some((scope) => scope.endsWith(".read")),
        method === "GET",
        name,
      );
    }
  });
});
