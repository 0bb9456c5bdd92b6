import assert from "node:assert/strict";
import { routes } from "../../../simulator/routes/index";
import { useSimulator } from "./harness";
import { missingVendorApi, vendorActions, vendorApiIsHere } from "./vendor-api";

const served = [
  "applicationApiTokens.get",
  "applicationKeys.get",
  "applications.get",
  "auditLogs.get",
  "dashboards.get",
  "me.get",
  "org.delete",
  "org.deviceCounts",
  "org.get",
  "org.inviteMember",
  "org.modifyMember",
  "org.notebookMinuteCounts",
  "org.patch",
  "org.payloadCounts",
  "org.payloadCountsBreakdown",
  "org.pendingInvites",
  "org.removeMember",
  "org.revokeInvite",
  "org.transferResources",
  "orgInvites.get",
  "orgInvites.post",
  "orgs.get",
  "orgs.post",
  "userApiTokens.get",
];

// The description beside this checkout has their answers alone; the vendor's documentation has paths and scopes.
const notDescribed = ["applicationApiTokens.get", "applicationKeys.get"];

describe("simulator coverage", () => {
  const simulator = useSimulator();

  it("serves every action that the client calls, each once", () => {
    assert.deepEqual(routes.map((route) => route.action).sort(), served);
  });

  it("serves every action of the vendor's description", function () {
    if (!vendorApiIsHere) return this.skip();
    assert.deepEqual(
      vendorActions.map((action) => action.name).sort(),
      served.filter((name) => !notDescribed.includes(name)),
    );
  });

  it(`has the vendor's method and path for every action${vendorApiIsHere ? "" : ` (${missingVendorApi})`}`, function () {
    if (!vendorApiIsHere) return this.skip();
    const vendors = new Map(vendorActions.map((action) => [action.name, `${action.method} ${action.path}`]));
    for (const route of routes.filter(({ action }) => !notDescribed.includes(action)))
      assert.equal(`${route.method} ${route.path}`, vendors.get(route.action));
  });

  it("takes every query parameter that the vendor describes", async function () {
    if (!vendorApiIsHere) return this.skip();
    const harness = simulator();
    const values: Record<string, string> = {
      summaryInclude: "deviceCount,dashCount",
      summaryExclude: "dashCount",
      start: "1700000000000",
      end: "1700086400000",
      resolution: "3600000",
      sortField: "creationDate",
      sortDirection: "desc",
      page: "0",
      perPage: "10",
      orgId: harness.simulator.orgId,
      applicationId: harness.simulator.orgId,
      filterField: "name",
      filter: "*",
    };
    for (const action of vendorActions.filter((each) => each.method === "GET")) {
      if (action.name === "orgInvites.get") continue;
      const query = new URLSearchParams();
      for (const name of action.queryParameters) {
        // The vendor's client sends an object as its parts.
        const sent = name === "auditLogFilter" ? `${name}[request][0][action]` : name;
        query.set(sent, values[name] ?? "true");
      }
      const path = action.path.replace("{orgId}", harness.simulator.orgId);
      const answer = await harness.call("GET", `${path}?${query}`);
      assert.equal(answer.status, 200, `${action.name} ${JSON.stringify(answer.body)}`);
    }
  });
});
