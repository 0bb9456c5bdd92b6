import assert from "node:assert/strict";
import { organizationChoices } from "../../../cli/init/organization-choices";
import { chosenOrgId } from "../../../cli/live/choose-organization";
import { statusOfAll } from "../../../cli/status/read-status";
import { type Fetch, LosantClient } from "../../../client";
import { memberOf, orgId } from "../samples";
import { StubLosant } from "../stub-losant";

const connection = { apiToken: "token", apiUrl: "http://127.0.0.1:1", domain: undefined };
const losant = new StubLosant([memberOf("owner@example.com", { role: "admin" })], []);

function clientThrough(fetch: Fetch): LosantClient {
  return new LosantClient({ ...connection, requestTimeout: 3600, maxAttempts: 1, fetch });
}

/** The first text that a terminal shows while some work goes on. */
function terminal() {
  const { write, isTTY } = process.stderr;
  const shown = new Promise<string>((resolve) => {
    process.stderr.isTTY = true;
    process.stderr.write = (text: unknown) => {
      resolve(String(text));
      return true;
    };
  });
  const release = () => Object.assign(process.stderr, { write, isTTY });
  return { shown, release };
}

/** Lets a second pass in a millisecond, until it is called back. */
function hurry(): () => void {
  const { setTimeout } = globalThis;
  const put = (value: unknown) =>
    Object.defineProperty(globalThis, "setTimeout", { value, configurable: true, writable: true });
  put((work: () => void, milliseconds = 0) => setTimeout(work, milliseconds / 1000));
  return () => put(setTimeout);
}

const ways = {
  // The stub has no applications to try the token on, so the organization that is listed is among the failed ones.
  status: async (client: LosantClient) => (await statusOfAll(client, new Map())).failed[0]?.orgId,
  export: (client: LosantClient) => chosenOrgId(client, undefined),
  init: async (client: LosantClient) => (await organizationChoices(client))[0]?.value,
};

for (const [command, orgIdBy] of Object.entries(ways)) {
  describe(`the list of organizations of ${command}`, () => {
    it("is announced on a terminal while Losant is slow", async () => {
      const atUsualSpeed = hurry();
      const { shown, release } = terminal();
      const slow: Fetch = async (address, init) => {
        await shown;
        return losant.fetch(address, init);
      };
      try {
        assert.equal(await orgIdBy(clientThrough(slow)), orgId);
        assert.equal(await shown, "Listing organizations …\n");
      } finally {
        atUsualSpeed();
        release();
      }
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
