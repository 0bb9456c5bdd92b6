import assert from "node:assert/strict";
import { CliSetting, succeed } from "../../support/cli-setting";
import { onBothFaces } from "../../support/faces";

onBothFaces("what is secret", (face) => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start(face);
  });

  beforeEach(() => setting.reset());
  after(() => setting?.close());

  const roster = (members: string) =>
    setting.program(
      `const pulumi = require("@pulumi/pulumi");
       const members = { "owner@example.com": "admin", "bob@example.com": "view" };
       const roster = new losant.OrgRoster("all", { orgId, members: ${members} });
       exports.id = roster.id;
       exports.orgId = roster.orgId;`,
    );

  const recorded = async () => {
    const { all } = await setting.workspace.exportState();
    return { inputs: JSON.stringify(all?.inputs), outputs: all?.outputs ?? {} };
  };

  it("in a roster's members is nowhere in clear", async () => {
    roster("pulumi.secret(members)");
    await succeed(setting.workspace.up());
    const { inputs, outputs } = await recorded();
    assert.doesNotMatch(inputs + JSON.stringify(outputs), /bob@example\.com/);
    assert.equal((await setting.workspace.outputs()).orgId, setting.orgId);
    assert.equal(outputs.orgId, setting.orgId);
  });

  it("of a roster whose members are plain is what it has recorded of them alone", async () => {
    roster("members");
    await succeed(setting.workspace.up());
    const { outputs } = await recorded();
    assert.doesNotMatch(JSON.stringify(outputs.__people), /bob@example\.com/);
    assert.match(JSON.stringify(outputs.awaiting), /bob@example\.com/);
    await succeed(setting.workspace.preview("--expect-no-changes"));
  });
});
