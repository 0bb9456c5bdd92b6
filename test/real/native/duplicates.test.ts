import assert from "node:assert/strict";
import { fail, succeed } from "../../support/cli-setting";
import type { PulumiWorkspace } from "../../support/pulumi-workspace";
import { TestSimulator } from "../../support/simulator";
import { testsLanguage } from "../../support/tests-language";
import { nativeWorkspace } from "./support/native-workspace";

describe("people who are declared twice in YAML", () => {
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

  const { stringify } = JSON;
  const program = (resources: Record<string, [kind: string, properties: object]>) => {
    const declared = Object.entries(resources).map(([name, [kind, properties]]) => [
      name,
      { type: `losant:${kind}`, properties: { orgId: simulator.orgId, ...properties } },
    ]);
    workspace.program(stringify({ resources: Object.fromEntries(declared) }));
  };

  const ann = { email: "ann@example.com", role: "view" };
  const members = { "owner@example.com": "admin", "ann@example.com": "view" };

  it("are refused at preview, with both names", async () => {
    program({ first: ["OrgMembership", ann], second: ["OrgInvite", { ...ann, email: "Ann@example.com" }] });
    const output = await fail(workspace.preview());
    assert.match(output, /ann@example\.com is declared twice in this program/);
    assert.match(output, /"first"/);
    assert.match(output, /"second"/);
  });

  it("are refused in a roster beside a membership, with both names", async () => {
    program({ everybody: ["OrgRoster", { members }], single: ["OrgMembership", ann] });
    const output = await fail(workspace.preview());
    assert.match(output, /"everybody"/);
    assert.match(output, /"single"/);
  });

  it("are none where a roster leaves others alone", async () => {
    const others = { members: { "owner@example.com": "admin" }, unmanaged: "ignore" };
    program({ everybody: ["OrgRoster", others], single: ["OrgMembership", ann] });
    await succeed(workspace.preview());
  });
});
