import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { execute } from "../../../tools/set-up/execute";
import { projectFolder } from "../../../tools/set-up/project";
import { CliSetting, fail, succeed } from "../../support/cli-setting";
import { nativeFace } from "../../support/faces";
import { temporaryFolder } from "../../support/project-folder";

const stack = /\n\s+at |node:internal/;

describe("bad input to the native plugin on the real CLI, because only the engine hands settings over", () => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start(nativeFace);
  });

  beforeEach(() => setting.reset());
  after(() => setting?.close());

  const program = (options = "{}") =>
    setting.program(
      `new losant.OrgMembership("ann", { orgId, email: "ann@example.com", role: "view" }, ${options});`,
    );

  it("names a setting that is none, of a provider and of the configuration", async () => {
    program(`{ provider: new losant.Provider("customer", { apiTokn: "abc" }) }`);
    const ofProvider = await fail(setting.workspace.preview());
    program();
    await setting.workspace.config("losant:apiTokn", "abc");
    const ofConfiguration = await fail(setting.workspace.preview());
    for (const output of [ofProvider, ofConfiguration]) {
      assert.match(output, /apiTokn: there is no such setting; use one of apiToken, /);
      assert.doesNotMatch(output, stack);
    }
  });

  it("says what to do without a token: a preview goes through, up does not", async () => {
    program();
    setting.workspace.env.LOSANT_API_TOKEN = "";
    const output = await fail(setting.workspace.upWithPreview());
    assert.match(output, /nothing was compared with the live organization\. No API token is set/);
    const [, update = ""] = output.split("Updating (");
    assert.match(update, /No API token is set.* LOSANT_API_TOKEN/);
    assert.doesNotMatch(output, stack);
  });

  it("works with a CLI that does not read before it compares, and says so once", async () => {
    program();
    setting.workspace.env.PULUMI_DISABLE_REFRESH_BEFORE_UPDATE = "true";
    const [, diagnostics = ""] = (await succeed(setting.workspace.preview())).split("Diagnostics:");
    assert.equal(diagnostics.match(/compares resources without reading them first/g)?.length, 1, diagnostics);
  });
});

describe("the command of the native plugin, as a process", () => {
  it("says what to do where the package is not whole", async () => {
    const folder = temporaryFolder("torn");
    cpSync(join(projectFolder, "plugin"), join(folder, "plugin"), { recursive: true });
    const command = join(folder, "plugin/pulumi-resource-losant");
    const { exitCode, output } = await execute(command, ["127.0.0.1:1"]);
    assert.equal(exitCode, 1);
    assert.match(output, /^pulumi-losant: the package is not whole: .* Install pulumi-losant again/);
    assert.doesNotMatch(output, stack);
  });
});
