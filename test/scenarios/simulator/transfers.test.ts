import assert from "node:assert/strict";
import { assertRefused, organizationOf, unusedId, useSimulator } from "./harness";

describe("simulator transfers", () => {
  const simulator = useSimulator();
  const transfer = (body: object) => simulator().call("PATCH", simulator().org("/transferResources"), body);
  const createDestination = async () =>
    organizationOf(await simulator().call("POST", "/orgs", { name: "Destination" })).id;
  const owners = async () => {
    const { applications, dashboards } = await simulator().state();
    return [...applications, ...dashboards].map(({ ownerId }) => ownerId);
  };
  const toOrganization = (destinationId: string, more: object) =>
    transfer({ destinationId, destinationType: "organization", ...more });

  it("moves applications and dashboards to another organization", async () => {
    const destination = await createDestination();
    const { applications, dashboards } = await simulator().state();
    const answer = await toOrganization(destination, {
      applicationIds: [applications[0]?.id],
      dashboardIds: [dashboards[1]?.id],
      strict: true,
    });
    assert.deepEqual([answer.status, answer.body], [200, { success: true }]);
    const source = simulator().simulator.orgId;
    assert.deepEqual(await owners(), [destination, source, source, source, destination]);
  });

  it("moves the usage figures with the application", async () => {
    const destination = await createDestination();
    const before = (await simulator().organization()).summary.deviceCount;
    const { applications } = await simulator().state();
    await toOrganization(destination, { applicationIds: applications.map(({ id }) => id) });
    const after = organizationOf(await simulator().call("GET", `/orgs/${destination}`)).summary.deviceCount;
    assert.equal(after, before);
    assert.equal((await simulator().organization()).summary.deviceCount, 0);
  });

  it("moves resources to the authenticated user and to no other", async () => {
    const { applications } = await simulator().state();
    const body = { destinationType: "user", applicationIds: [applications[0]?.id] };
    assertRefused(await transfer({ ...body, destinationId: unusedId }), 404, /User/);
    const { userId } = simulator().simulator;
    assert.equal((await transfer({ ...body, destinationId: userId })).status, 200);
    assert.equal((await owners())[0], userId);
  });

  it("refuses all if one of the resources is not there", async () => {
    const destination = await createDestination();
    const { applications } = await simulator().state();
    const before = await owners();
    const applicationIds = [applications[0]?.id, unusedId];
    assertRefused(await toOrganization(destination, { applicationIds }), 400, new RegExp(unusedId));
    assert.deepEqual(await owners(), before);
  });

  it("refuses a resource that belongs to somebody else", async () => {
    const destination = await createDestination();
    const { applications } = await simulator().state();
    const applicationIds = [applications[0]?.id];
    await toOrganization(destination, { applicationIds });
    assertRefused(await toOrganization(destination, { applicationIds }), 400, /not owned/);
  });

  it("refuses a dashboard's id among the applications", async () => {
    const { dashboards } = await simulator().state();
    const applicationIds = [dashboards[0]?.id];
    assertRefused(await toOrganization(await createDestination(), { applicationIds }), 400, /not owned/);
  });

  it("refuses a destination that is not there", async () => {
    const { applications } = await simulator().state();
    assertRefused(
      await toOrganization(unusedId, { applicationIds: [applications[0]?.id] }),
      404,
      /not found/,
    );
  });

  it("refuses a destination of which one is no admin", async () => {
    const destination = await createDestination();
    const { applications } = await simulator().state();
    await simulator().change((state) => {
      const member = state.organizations.find(({ id }) => id === destination)?.members[0];
      if (member) member.role = "edit";
    });
    assertRefused(await toOrganization(destination, { applicationIds: [applications[0]?.id] }), 403, /admin/);
  });

  it("refuses a destination that has no room", async () => {
    const destination = await createDestination();
    const { dashboards } = await simulator().state();
    await simulator().change((state) => {
      Object.assign(state.organizations.find(({ id }) => id === destination) ?? {}, {
        limits: { dashboard: 1 },
      });
    });
    const dashboardIds = dashboards.map(({ id }) => id);
    assertRefused(await toOrganization(destination, { dashboardIds }), 400, /no room/);
  });

  it("refuses the source as the destination", async () => {
    const { applications } = await simulator().state();
    const answer = await toOrganization(simulator().simulator.orgId, {
      applicationIds: [applications[0]?.id],
    });
    assertRefused(answer, 400, /already owns/);
  });

  it("refuses a transfer of nothing", async () => {
    assertRefused(await toOrganization(await createDestination(), {}), 400, /applicationIds or dashboardIds/);
  });
});
