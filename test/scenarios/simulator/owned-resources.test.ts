import assert from "node:assert/strict";
import { z } from "zod";
import { assertRefused, unusedId, useSimulator } from "./harness";

const page = z.looseObject({
  items: z.array(z.looseObject({ id: z.string(), name: z.string(), ownerId: z.string() })),
  count: z.number(),
  totalCount: z.number(),
});

describe("simulator lists of applications and dashboards", () => {
  const simulator = useSimulator();
  const orgId = () => simulator().simulator.orgId;
  const list = async (path: string) => page.parse((await simulator().call("GET", path)).body);
  const names = async (path: string) => (await list(path)).items.map(({ name }) => name);

  it("give those of one organization, in either case of its id", async () => {
    assert.deepEqual(await names(`/applications?orgId=${orgId()}`), [
      "Cold Chain",
      "Pump Stations",
      "Smart Lighting",
    ]);
    assert.deepEqual(await names(`/dashboards?orgId=${orgId().toUpperCase()}`), ["Energy", "Fleet Overview"]);
    assert.deepEqual(await names(`/applications?orgId=${unusedId}`), []);
  });

  it("give all without an orgId, and the person's own with a blank one", async () => {
    const { applications } = await simulator().state();
    const { userId } = simulator().simulator;
    const transfer = {
      destinationId: userId,
      destinationType: "user",
      applicationIds: [applications[0]?.id],
    };
    await simulator().call("PATCH", simulator().org("/transferResources"), transfer);
    assert.equal((await names("/applications")).length, 3);
    assert.deepEqual(await names("/applications?orgId="), ["Cold Chain"]);
    assert.equal((await names(`/applications?orgId=${orgId()}`)).length, 2);
  });

  it("filter by name, sort and page", async () => {
    assert.deepEqual(await names("/applications?filterField=name&filter=*n*"), [
      "Cold Chain",
      "Pump Stations",
      "Smart Lighting",
    ]);
    const second = await list("/applications?sortDirection=desc&perPage=1&page=1");
    assert.deepEqual([second.items[0]?.name, second.count, second.totalCount], ["Pump Stations", 1, 3]);
  });

  it("have no dashboard that is linked to an application", async () => {
    assert.deepEqual(await names(`/dashboards?applicationId=${unusedId}`), []);
    assert.equal((await names("/dashboards?applicationId=")).length, 2);
  });

  it("are empty to the role none, but for what a role on a single one opens", async () => {
    const { applications } = await simulator().state();
    await simulator().actAs("none");
    assert.deepEqual(await names("/applications"), []);
    await simulator().change((state) => {
      const applicationRoles = [{ resourceId: applications[1]?.id ?? "", role: "view" }];
      for (const member of state.organizations[0]?.members ?? [])
        if (member.userId === state.userId) Object.assign(member, { applicationRoles });
    });
    assert.deepEqual(await names("/applications"), ["Pump Stations"]);
  });

  it("are not covered by org.*, but by all.Organization and its .read", async () => {
    const statusWith = async (scope: string, path: string) => {
      await simulator().change((state) => Object.assign(state, { tokenScopes: [scope] }));
      return (await simulator().call("GET", path)).status;
    };
    for (const path of ["/applications", "/dashboards"]) {
      assert.equal(await statusWith("org.*", path), 403);
      assert.equal(await statusWith("all.Organization", path), 200);
      assert.equal(await statusWith("all.Organization.read", path), 200);
    }
    assert.equal(await statusWith("all.User.cli", "/applications"), 200);
    assertRefused(await simulator().call("GET", "/dashboards"), 403, /dashboards\.get/);
  });
});
