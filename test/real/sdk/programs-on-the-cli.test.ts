import assert from "node:assert/strict";
import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { CliSetting, fail, succeed } from "../../support/cli-setting";

const stack = /TypeError|^\s+at .*:\d+/m;

describe("programs on the real CLI, because only it runs them and shows what they fail with", () => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start();
  });

  beforeEach(() => setting.reset());
  after(() => setting?.close());

  const program = (text: string) => setting.program(`const pulumi = require("@pulumi/pulumi");\n${text}`);

  it("export what data functions answer, beside resources", async () => {
    program(
      `const made = new losant.Organization("made", { name: "Made" });
       const acme = new losant.Organization("acme", { orgId, description: "Changed" });
       exports.before = losant.getOrganization({ orgId }).then(({ name }) => name);
       exports.members = losant.getOrganizationOutput({ orgId: made.orgId }).members.length;
       exports.description = losant.getOrganizationOutput({ orgId: acme.id }).description;`,
    );
    await succeed(setting.workspace.upWithPreview());
    const expected = { before: "Simulated Organization", members: 1, description: "Changed" };
    assert.deepEqual(await setting.workspace.outputs(), expected);
  });

  it("are shown one error without a stack, however they fail, beside warnings of the configuration", async () => {
    await setting.workspace.config("losant:apiTokn", "never-shown", { secret: true });
    await setting.workspace.config("losant:apiToken", setting.simulator.token);
    for (const [text, error] of [
      [
        `new losant.OrgMember("owner", { orgId, email: "owner@example.com" }, { import: orgId + "/1" });`,
        /error: OrgMember "owner": the import option does not work here.* adopts what exists/,
      ],
      [
        `for (const name of ["one", "two"])
           new losant.OrgInvite(name, { orgId, email: pulumi.output("bob@example.com"), role: "view" });`,
        /error: .*bob@example\.com is declared twice in this program, by OrgInvite "one" and by OrgInvite "two"/,
      ],
      [
        `new losant.OrgMember("owner", { orgId, email: "owner@example.com" });
         exports.it = losant.getMemberOutput({ orgId: "acme", email: "ann@example.com" });`,
        /error: getMember: orgId: must be 24 hex digits$/m,
      ],
      [
        `const absent = pulumi.output({}).apply((outputs) => outputs.absent);
         new losant.OrgMembership("bob", { orgId: absent, email: "bob@example.com", role: "view" });`,
        /error: .*OrgMembership resource 'bob' has a problem: orgId: is required/,
      ],
    ] as const) {
      program(text);
      const [, diagnostics = ""] = (await fail(setting.workspace.preview())).split("Diagnostics:");
      assert.match(diagnostics, error);
      assert.equal(diagnostics.match(/error: (?!preview failed)/g)?.length, 1, diagnostics);
      assert.doesNotMatch(diagnostics, stack);
      if (text.includes("import:")) continue;
      assert.equal(diagnostics.match(/warning: losant:apiTokn is set/g)?.length, 1, diagnostics);
      assert.equal(diagnostics.match(/warning: losant:apiToken is stored in clear/g)?.length, 1, diagnostics);
    }
  });

  it("work from a folder below the project", async () => {
    const { workspace } = setting;
    mkdirSync(join(workspace.folder, "program"));
    const runtime = { name: "nodejs", options: { typescript: false } };
    workspace.write("Pulumi.yaml", JSON.stringify({ name: "test", runtime, main: "program" }));
    workspace.write(
      "program/index.js",
      `const losant = require("pulumi-losant");
       new losant.OrgMember("owner", { orgId: "${setting.orgId}", email: "owner@example.com" });`,
    );
    assert.match(await succeed(workspace.preview()), /members who are as stated will be adopted unchanged/);
  });

  it("are told what to do where only a package that they use has pulumi-losant", async () => {
    const { workspace } = setting;
    const component = join(workspace.folder, "node_modules/component");
    mkdirSync(join(component, "node_modules"), { recursive: true });
    const place = "node_modules/pulumi-losant";
    renameSync(join(workspace.folder, place), join(component, place));
    workspace.write(
      "node_modules/component/index.js",
      `const losant = require("pulumi-losant");
       exports.member = (orgId) => new losant.OrgMember("owner", { orgId, email: "owner@example.com" });`,
    );
    workspace.write("index.js", `require("component").member("${setting.orgId}");`);
    const output = await fail(workspace.preview());
    assert.match(
      output,
      /error: The package pulumi-losant cannot be loaded from .*\. Else add pulumi-losant to the dependencies in the program's own package\.json/,
    );
    assert.doesNotMatch(output, /Cannot find module|^\s+at .*:\d+/m);
  });

  it("have single people done before their roster, which depends on none of them and hangs on none", async () => {
    const ann = await setting.simulator.addMember({ email: "ann@example.com", role: "view" });
    const beside = (members: object, text: string) =>
      program(
        `const members = { "owner@example.com": "admin", ...${JSON.stringify(members)} };
         const all = new losant.OrgRoster("all", { orgId, members, unmanaged: "ignore" });
         const role = "view";
         ${text}`,
      );
    beside({ "ann@example.com": "view", "eve@example.com": "view" }, "");
    await succeed(setting.workspace.up());
    await setting.simulator.clearRequests();
    beside(
      {},
      `const team = new pulumi.ComponentResource("test:index:Team", "team");
       new losant.OrgMember("ann", { orgId, userId: "${ann}", role });
       new losant.OrgMembership("eve", { orgId, email: pulumi.secret("eve@example.com"), role }, { parent: team });
       new losant.OrgMembership("after", { orgId, email: "after@example.com", role }, { dependsOn: all });
       const later = new pulumi.ComponentResource("test:index:Team", "later", {}, { dependsOn: all });
       new losant.OrgMembership("child", { orgId, email: "child@example.com", role }, { parent: later });`,
    );
    await succeed(setting.workspace.up());
    assert.equal(await setting.calls("org.removeMember"), 0);
    assert.equal(await setting.calls("org.revokeInvite"), 0);
    const recorded = (await setting.workspace.exportState()).all;
    assert.deepEqual(recorded?.dependencies ?? [], []);
  });
});
