import assert from "node:assert/strict";
import { fail } from "../../support/cli-setting";
import type { PulumiWorkspace } from "../../support/pulumi-workspace";
import { TestSimulator } from "../../support/simulator";
import { testsLanguage } from "../../support/tests-language";
import { nativeWorkspace } from "./support/native-workspace";

describe("people who are declared twice in YAML, where no class of ours sees it and only the engine has the names", () => {
  testsLanguage("yaml");

  let simulator: TestSimulator;
  let workspace: PulumiWorkspace;

  before(async () => {
    simulator = await TestSimulator.start();
    workspace = await nativeWorkspace(simulator, { language: "yaml" });
  });

  after(async () => {
    await workspace?.dispose();
    await simulator?.close();
  });

  it("are refused at preview, with both names", async () => {
    const { orgId } = simulator;
    const declared = (kind: string, email: string) => ({
      type: `losant:${kind}`,
      properties: { orgId, email, role: "view" },
    });
    const first = declared("OrgMembership", "ann@example.com");
    const second = declared("OrgInvite", "Ann@example.com");
    workspace.program(JSON.stringify({ resources: { first, second } }));
    const output = await fail(workspace.preview());
    assert.match(output, /ann@example\.com is declared twice in this program/);
    assert.match(output, /"first"/);
    assert.match(output, /"second"/);
  });
});
