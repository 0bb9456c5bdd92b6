import assert from "node:assert/strict";
import { CliSetting, fail, succeed } from "../../support/cli-setting";
import { owner } from "../../support/stack-setting";

const ann = "ann@example.com";

describe("a person who is declared inside an apply of a roster, as only a program on the real engine can", () => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start();
    await setting.reset();
  });

  after(() => setting?.close());

  const roster = (members: object) =>
    `const roster = new losant.OrgRoster("everybody",
       { orgId, members: ${JSON.stringify({ [owner]: "admin", ...members })}, unmanaged: "ignore" });`;

  it("is not removed: the preview refuses, and says dependsOn", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    setting.program(roster({ [ann]: "view" }));
    await succeed(setting.workspace.up());
    setting.program(
      `${roster({})}
       roster.orgId.apply((orgId) => new losant.OrgMembership("ann", { orgId, email: "${ann}", role: "view" }));`,
    );
    const output = await fail(setting.workspace.upWithPreview());
    assert.match(output, /ann@example\.com/);
    assert.match(output, /dependsOn/);
    assert.equal((await setting.simulator.fetchMember(ann))?.role, "view");
  });
});
