import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ok, StackSetting } from "../../support/stack-setting";

onBothFaces("ResourceTransfer", (face) => {
  const setting = StackSetting.inSuite(face);
  let applications: string[];

  beforeEach(async () => {
    applications = (await setting.simulator.state()).applications.map(({ id }) => String(id));
  });

  const transfer = (applicationIds: string[], more: object = {}) => ({
    move: setting.resource("resourceTransfer", {
      destinationId: setting.simulator.userId,
      destinationType: "user",
      applicationIds,
      ...more,
    }),
  });
  const owners = async () => (await setting.simulator.state()).applications.map(({ ownerType }) => ownerType);

  it("moves once, and is quiet afterwards", async () => {
    ok(await setting.engine.up(transfer(applications.slice(0, 1))));
    assert.deepEqual(await owners(), ["user", "organization", "organization"]);
    assert.equal((await setting.engine.up(transfer(applications.slice(0, 1)))).operations.move, "same");
    assert.equal(await setting.calls("org.transferResources"), 1);
  });

  it("makes another transfer for any change, with another id", async () => {
    ok(await setting.engine.up(transfer(applications.slice(0, 1))));
    const outcome = await setting.engine.up(transfer(applications.slice(1, 2)));
    ok(outcome);
    assert.equal(outcome.operations.move, "replace");
    assert.deepEqual(await owners(), ["user", "user", "organization"]);
  });

  it("moves nothing back when it is destroyed, and says so", async () => {
    ok(await setting.engine.up(transfer(applications.slice(0, 1))));
    const outcome = await setting.engine.destroy();
    ok(outcome);
    assert.match(outcome.printed, /is removed from state only: what it moved stays with user/);
    assert.deepEqual(await owners(), ["user", "organization", "organization"]);
  });

  it("is not repeated when its answer was lost and nothing can be listed: the error says so", async () => {
    await setting.simulator.putState((state) => {
      state.tokenScopes = ["org.*"];
    });
    await setting.simulator.fault({ action: "org.transferResources", dropResponse: true });
    const { errors } = await setting.engine.up(transfer(applications.slice(0, 1)));
    assert.match(errors.join(), /Transferring resources .* may have succeeded/);
    assert.equal(await setting.calls("org.transferResources"), 1);
  });

  it("passes on why Losant refuses", async () => {
    const { errors } = await setting.engine.up(transfer(["575ed70c7ae143cd83dc4aa9"]));
    assert.match(
      errors.join(),
      /Transferring resources of organization .* failed: PATCH .* answered 4\d\d \(/,
    );
  });

  for (const [title, more, reason] of [
    ["nothing to move", { applicationIds: [] }, /applicationIds or dashboardIds: one of the two/],
    [
      "another kind of owner",
      { destinationType: "planet" },
      /destinationType: must be one of user, organization/,
    ],
    ["a wrong id", { dashboardIds: ["x"] }, /dashboardIds\.0: must be an id of 24 hex digits/],
  ] as const) {
    it(`refuses ${title} at preview`, async () => {
      const { errors } = await setting.engine.preview(transfer(applications, more));
      assert.match(errors.join(), reason);
    });
  }

  it("refuses to move to the same organization", async () => {
    const { errors } = await setting.engine.preview(transfer(applications, { destinationId: setting.orgId }));
    assert.match(errors.join(), /destinationId: must be another owner than orgId/);
  });
});
