import assert from "node:assert/strict";
import { organizationChoices } from "../../../cli/init/organization-choices";
import { chosenOrgId, listOrganizations } from "../../../cli/live/organizations";
import { statusOfAll } from "../../../cli/status/read-status";
import { type Fetch, LosantClient } from "../../../client";
import { memberOf, orgId } from "../samples";
import { StubLosant } from "../stub-losant";
import { writtenTexts } from "./written-texts";

const connection = { apiToken: "token", apiUrl: "http://127.0.0.1:1", domain: undefined };

function clientThrough(fetch: Fetch): LosantClient {
  return new LosantClient({ ...connection, requestTimeout: 3600, maxAttempts: 1, fetch });
}

const ways = {
  // The stub has no applications to try the token on, so the organization that is listed is among the failed ones.
  status: async (client: LosantClient) => (await statusOfAll(client, new Map())).failed[0]?.orgId,
  export: (client: LosantClient) => chosenOrgId(client, undefined),
  init: async (client: LosantClient) => (await organizationChoices(client))[0]?.value,
};

const stubLosant = () => new StubLosant([memberOf("owner@example.com", { role: "admin" })], []);

describe("the list of organizations", () => {
  it("is announced on a terminal while Losant is slow", async () => {
    const losant = stubLosant();
    const { texts, first, terminal } = writtenTexts(true);
    const slow: Fetch = async (address, init) => {
      await first;
      return losant.fetch(address, init);
    };
    const [organization] = await listOrganizations(clientThrough(slow), { patience: 0, terminal });
    assert.equal(organization?.id, orgId);
    assert.deepEqual(texts, ["Listing organizations …\n"]);
  });
});

for (const [command, orgIdBy] of Object.entries(ways)) {
  describe(`the list of organizations of ${command}`, () => {
    it("is what the token sees", async () => {
      assert.equal(await orgIdBy(clientThrough(stubLosant().fetch)), orgId);
    });

    it("names --org where the token may not read it", async () => {
      const stub = new StubLosant([], []);
      const refusing: Fetch = async (...request) => {
        const { Response } = await import("node-fetch");
        if (!String(request[0]).includes("/orgs?") && !String(request[0]).endsWith("/orgs"))
          return stub.fetch(...request);
        return new Response(JSON.stringify({ type: "Forbidden", message: "no" }), { status: 403 });
      };
      await assert.rejects(orgIdBy(clientThrough(refusing)), /may not list organizations.*--org.*orgs\.get/);
    });
  });
}
