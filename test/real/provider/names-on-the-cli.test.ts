import assert from "node:assert/strict";
import { CliSetting, fail, succeed } from "../../support/cli-setting";
import { onBothFaces } from "../../support/faces";

const ann = "ann@example.com";

onBothFaces("names of applications on the real CLI", (face) => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start(face);
  });

  beforeEach(() => setting.reset());

  after(() => setting?.close());

  const declare = (name: string) =>
    setting.program(
      `new losant.OrgMembership("ann", { orgId, email: "${ann}", role: "none",
         applicationRoles: [{ name: "${name}", role: "view" }] });`,
    );

  it("are shown with their ids, resolved by up, and a rename at Losant changes nothing", async () => {
    declare("Pump Stations");
    const preview = await succeed(setting.workspace.preview());
    assert.match(preview, /will be invited .* applicationRoles \["Pump Stations" \([0-9a-f]{24}\): view\]/);
    await succeed(setting.workspace.up());
    await succeed(setting.workspace.preview("--expect-no-changes"));
    await setting.simulator.putState((state) => {
      for (const one of state.applications) if (one.name === "Pump Stations") one.name = "Pumps";
    });
    declare("Pumps");
    await succeed(setting.workspace.preview("--expect-no-changes"));
  });

  it("that are wrong are refused with the nearest one, as are two of one name with their ids", async () => {
    declare("Pump Station");
    assert.match(
      await fail(setting.workspace.preview()),
      /applicationRoles\.0\.name: .* has no application named "Pump Station" .*did you mean "Pump Stations"/,
    );
    await setting.simulator.putState((state) => {
      for (const one of state.applications) one.name = "Pump Station";
    });
    assert.match(
      await fail(setting.workspace.preview()),
      /3 applications .* state resourceId instead, one of [0-9a-f]{24}, [0-9a-f]{24}, [0-9a-f]{24}/,
    );
  });

  it("without the scope are refused, naming it", async () => {
    await setting.simulator.putState((state) => {
      state.tokenScopes = ["org.*", "me.get"];
    });
    declare("Pump Stations");
    assert.match(await fail(setting.workspace.preview()), /Listing applications .* applications\.get/);
  });
});
