import assert from "node:assert/strict";
import { join } from "node:path";
import { projectFolder } from "../../../tools/set-up/project";
import { succeed } from "../../support/cli-setting";
import { PulumiWorkspace } from "../../support/pulumi-workspace";
import { TestSimulator } from "../../support/simulator";

describe("a roster of the native plugin in which one role is known at up only", () => {
  let simulator: TestSimulator;
  let workspace: PulumiWorkspace;

  before(async () => {
    simulator = await TestSimulator.start();
    const plugins = { losant: join(projectFolder, "plugin") };
    workspace = await PulumiWorkspace.create({ env: simulator.env, refreshAlways: false, plugins });
  });

  after(async () => {
    await workspace?.dispose();
    await simulator?.close();
  });

  it("shows the plan for everybody else, beside others too", async () => {
    workspace.program(
      `const native = require("pulumi-losant/native");
       const orgId = "${simulator.orgId}";
       const cara = new native.OrgMembership("cara", { orgId, email: "cara@example.com", role: "view" });
       const role = cara.status.apply(() => "edit");
       const members = { "ann@example.com": "admin", "bob@example.com": role };
       new native.OrgRoster("all", { orgId, members, unmanaged: "ignore" });`,
    );
    assert.match(await succeed(workspace.preview()), /\+ invite ann@example\.com \(admin\)/);
  });
});
