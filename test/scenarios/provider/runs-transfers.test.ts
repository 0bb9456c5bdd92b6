import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ok, StackSetting } from "../../support/stack-setting";

const otherOrganization = "575ed70c7ae143cd83dc4aa9";

onBothFaces("a ResourceTransfer of what the destination owns already", (face) => {
  const setting = StackSetting.inSuite(face);
  let applications: string[];
  let dashboards: string[];

  beforeEach(async () => {
    setting.env = { LOSANT_MAX_ATTEMPTS: "1" };
    await setting.simulator.putState((state) => {
      const [first] = state.organizations;
      if (first)
        state.organizations.push({
          ...first,
          id: otherOrganization,
          orgId: otherOrganization,
          name: "Other",
        });
    });
    const state = await setting.simulator.state();
    applications = state.applications.map(({ id }) => id);
    dashboards = state.dashboards.map(({ id }) => id);
  });

  const owned = async (destinationId: string) => {
    const state = await setting.simulator.state();
    return [...state.applications, ...state.dashboards]
      .filter(({ ownerId }) => ownerId === destinationId)
      .map(({ id }) => id);
  };

  for (const destinationType of ["user", "organization"] as const) {
    const destination = () => (destinationType === "user" ? setting.simulator.userId : otherOrganization);
    const transfer = (applicationIds: string[], dashboardIds: string[] = []) => ({
      move: setting.resource("resourceTransfer", {
        destinationId: destination(),
        destinationType,
        applicationIds,
        dashboardIds,
      }),
    });

    it(`${destinationType}: is done by the next up after a lost answer`, async () => {
      await setting.simulator.fault({ action: "org.transferResources", dropResponse: true });
      await setting.engine.up(transfer(applications.slice(0, 2)));
      ok(await setting.engine.up(transfer(applications.slice(0, 2))));
      assert.deepEqual(await owned(destination()), applications.slice(0, 2));
      assert.equal((await setting.engine.up(transfer(applications.slice(0, 2)))).operations.move, "same");
    });

    it(`${destinationType}: moves the rest where an id is added`, async () => {
      ok(await setting.engine.up(transfer(applications.slice(0, 1))));
      ok(await setting.engine.up(transfer(applications.slice(0, 2), dashboards.slice(0, 1))));
      assert.deepEqual(await owned(destination()), [...applications.slice(0, 2), ...dashboards.slice(0, 1)]);
    });

    it(`${destinationType}: is done where an id is taken out`, async () => {
      ok(await setting.engine.up(transfer(applications.slice(0, 2))));
      ok(await setting.engine.up(transfer(applications.slice(0, 1))));
      assert.deepEqual(await owned(destination()), applications.slice(0, 2));
    });

    it(`${destinationType}: moves the rest where an id is added after a lost answer`, async () => {
      await setting.simulator.fault({ action: "org.transferResources", dropResponse: true });
      await setting.engine.up(transfer(applications.slice(0, 1)));
      ok(await setting.engine.up(transfer(applications.slice(0, 2))));
      assert.deepEqual(await owned(destination()), applications.slice(0, 2));
    });
  }

  it("still fails for what neither the source nor the destination owns", async () => {
    const { errors } = await setting.engine.up({
      move: setting.resource("resourceTransfer", {
        destinationId: setting.simulator.userId,
        destinationType: "user",
        applicationIds: ["575ed71e7ae143cd83dc4aaa"],
      }),
    });
    assert.match(errors.join("\n"), /575ed71e7ae143cd83dc4aaa/);
  });
});
