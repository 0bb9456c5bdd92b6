import assert from "node:assert/strict";
import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { CliSetting, fail, succeed } from "../../support/cli-setting";

describe("what a program asks of its resources", () => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start();
  });

  beforeEach(() => setting.reset());
  after(() => setting?.close());

  it("is refused where it is the import option", async () => {
    setting.program(
      `new losant.OrgMember("owner", { orgId, email: "owner@example.com" }, { import: orgId + "/1" });`,
    );
    const output = await fail(setting.workspace.preview());
    assert.match(
      output,
      /error: OrgMember "owner": the import option does not work here.* adopts what exists/,
    );
    assert.doesNotMatch(output, /^\s+at .*:\d+/m);
  });

  it("works from a folder below the project", async () => {
    mkdirSync(join(setting.workspace.folder, "program"));
    setting.workspace.write(
      "Pulumi.yaml",
      JSON.stringify({
        name: "test",
        runtime: { name: "nodejs", options: { typescript: false } },
        main: "program",
      }),
    );
    setting.workspace.write(
      "program/index.js",
      `const losant = require("pulumi-losant");
       new losant.OrgMember("owner", { orgId: "${setting.orgId}", email: "owner@example.com" });`,
    );
    await succeed(setting.workspace.up());
  });

  it("is refused with what to do where only a package that it uses has pulumi-losant", async () => {
    const { folder } = setting.workspace;
    const component = join(folder, "node_modules/component");
    mkdirSync(join(component, "node_modules"), { recursive: true });
    renameSync(join(folder, "node_modules/pulumi-losant"), join(component, "node_modules/pulumi-losant"));
    setting.workspace.write(
      "node_modules/component/index.js",
      `const losant = require("pulumi-losant");
       exports.member = (orgId) => new losant.OrgMember("owner", { orgId, email: "owner@example.com" });`,
    );
    setting.workspace.write("index.js", `require("component").member("${setting.orgId}");`);
    const output = await fail(setting.workspace.preview());
    assert.match(
      output,
      /error: The package pulumi-losant cannot be loaded from .*\. Add pulumi-losant to the dependencies in the program's own package\.json/,
    );
    assert.doesNotMatch(output, /Cannot find module|^\s+at .*:\d+/m);
  });
});
