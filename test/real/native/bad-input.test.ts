import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { execute } from "../../../tools/set-up/execute";
import { projectFolder } from "../../../tools/set-up/project";
import { fail, succeed } from "../../support/cli-setting";
import { temporaryFolder } from "../../support/project-folder";
import type { PulumiWorkspace } from "../../support/pulumi-workspace";
import { TestSimulator } from "../../support/simulator";
import { nativeWorkspace } from "./support/native-workspace";

const stack = /\n\s+at |node:internal/;

describe("bad input to the native plugin", () => {
  let simulator: TestSimulator;
  let workspace: PulumiWorkspace;

  before(async () => {
    simulator = await TestSimulator.start();
  });

  beforeEach(async () => {
    simulator.reset();
    workspace = await nativeWorkspace(simulator);
    program("");
  });

  afterEach(() => workspace?.dispose());
  after(() => simulator?.close());

  const program = (provider: string) =>
    workspace.program(
      `const native = require("pulumi-losant/native");
       const options = ${provider || "{}"};
       new native.OrgMembership("ann", { orgId: "${simulator.orgId}", email: "ann@example.com", role: "view" }, options);`,
    );

  const refuses = async (message: RegExp) => {
    const output = await fail(workspace.preview());
    assert.match(output, message);
    assert.doesNotMatch(output, stack);
  };

  it("names a configuration key that is none", async () => {
    await workspace.config("losant:apiTokn", "abc");
    await refuses(/apiTokn: there is no such setting; use one of apiToken, /);
  });

  it("names an argument of a provider that is none", async () => {
    program(`{ provider: new native.Provider("customer", { apiTokn: "abc" }) }`);
    await refuses(/apiTokn: there is no such setting; use one of apiToken, /);
  });

  it("names an argument of a provider with a wrong value", async () => {
    program(`{ provider: new native.Provider("customer", { minAdmins: 0 }) }`);
    await refuses(/minAdmins.* must be a whole number of at least 1/);
  });

  it("says what to do without a token", async () => {
    workspace.env.LOSANT_API_TOKEN = "";
    const output = await succeed(workspace.preview());
    assert.match(output, /nothing was compared with the live organization\. No API token is set/);
    const failure = await fail(workspace.up());
    assert.match(failure, /No API token is set.* LOSANT_API_TOKEN/);
    assert.doesNotMatch(failure, stack);
  });

  it("says what to do in an organization that the token cannot see", async () => {
    workspace.program(
      `new (require("pulumi-losant/native").OrgRoster)("all", { orgId: "575ed6e87ae143cd83dc4aa8", members: { "ann@example.com": "admin" } });`,
    );
    await refuses(/answered 404 .* Check orgId and the token\. The API token belongs to owner@/);
  });

  it("works with a CLI that does not read before it compares, and says so once", async () => {
    workspace.env.PULUMI_DISABLE_REFRESH_BEFORE_UPDATE = "true";
    const [, diagnostics = ""] = (await succeed(workspace.preview())).split("Diagnostics:");
    assert.equal(diagnostics.match(/compares resources without reading them first/g)?.length, 1, diagnostics);
  });

  it("says what to do where the package is not whole", async () => {
    const folder = temporaryFolder("torn");
    cpSync(join(projectFolder, "plugin"), join(folder, "plugin"), { recursive: true });
    const { exitCode, output } = await execute(join(folder, "plugin/pulumi-resource-losant"), [
      "127.0.0.1:1",
    ]);
    assert.equal(exitCode, 1);
    assert.match(output, /^pulumi-losant: the package is not whole: .* Install pulumi-losant again/);
    assert.doesNotMatch(output, stack);
  });
});
