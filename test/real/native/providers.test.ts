import assert from "node:assert/strict";
import { CliSetting, fail, succeed } from "../../support/cli-setting";
import { nativeFace } from "../../support/faces";
import { PluginProcess } from "../../support/plugin-process";
import { TestSimulator } from "../../support/simulator";

const ann = "ann@example.com";
const rotated = "rotated-token";
const customersId = "575ed70c7ae143cd83dc4aa9";

describe("providers of the native plugin on the real CLI, because only the engine configures several", () => {
  let setting: CliSetting;
  let customer: TestSimulator;

  before(async () => {
    setting = await CliSetting.start(nativeFace);
    customer = await TestSimulator.start();
  });

  beforeEach(async () => {
    customer.reset();
    await setting.reset();
    await customer.putState((state) => {
      const [organization] = state.organizations;
      if (organization) organization.id = customersId;
      state.invites = { [customersId]: [] };
      state.token = "customers-token";
    });
  });

  after(async () => {
    await customer?.close();
    await setting?.close();
  });

  const twoOrganizations = (role: string) =>
    setting.program(
      `const pulumi = require("@pulumi/pulumi");
       const config = new pulumi.Config();
       const provider = new losant.Provider("customer",
         { apiToken: config.requireSecret("customerToken"), apiUrl: config.require("customerUrl") });
       new losant.OrgMembership("here", { orgId, email: "${ann}", role: "${role}" });
       new losant.OrgMembership("there",
         { orgId: "${customersId}", email: "${ann}", role: "${role}" }, { provider });`,
    );

  /** What the invites here and there give. */
  const roles = async () => {
    const [here, there] = [await setting.simulator.state(), await customer.state()];
    const invites = [here.invites[setting.orgId] ?? [], there.invites[customersId] ?? []];
    return invites.map((list) => list.map(({ role }) => role).join());
  };

  it("work on two organizations with two tokens, and take a rotated one with --run-program, as they say", async () => {
    await setting.workspace.config("customerToken", "customers-token", { secret: true });
    await setting.workspace.config("customerUrl", customer.url);
    twoOrganizations("view");
    await succeed(setting.workspace.upWithPreview());
    assert.deepEqual(await roles(), ["view", "view"]);
    const { stdout } = await setting.workspace.run("stack", "export");
    assert.doesNotMatch(stdout, /customers-token/);
    await customer.putState((state) => {
      state.token = rotated;
    });
    await setting.workspace.config("customerToken", rotated, { secret: true });
    twoOrganizations("edit");
    assert.match(
      await fail(setting.workspace.up()),
      /401 .*change it there, and pass --run-program to the next/,
    );
    await succeed(setting.workspace.up("--run-program"));
    assert.deepEqual(await roles(), ["edit", "edit"]);
    await succeed(setting.workspace.preview("--expect-no-changes"));
    await succeed(setting.workspace.destroy());
    assert.deepEqual(await roles(), ["", ""]);
  });

  it("keep the admin floor together, at preview and at up", async () => {
    const others = [ann, "bob@example.com"];
    for (const email of others) await setting.simulator.addMember({ email, role: "admin" });
    setting.workspace.env.LOSANT_MIN_ADMINS = "2";
    const { token } = setting.simulator;
    setting.program(
      others
        .map(
          (email, index) =>
            `new losant.OrgMember("demoted${index}", { orgId, email: "${email}", role: "edit" },
               { provider: new losant.Provider("provider${index}", { apiToken: "${token}" }) });`,
        )
        .join("\n"),
    );
    const refusal = /stays an admin of organization .*would keep 1 of [23] accepted admins/;
    assert.match(await fail(setting.workspace.preview()), refusal);
    assert.match(await fail(setting.workspace.up()), refusal);
    const { members } = await setting.simulator.fetchOrganization();
    assert.ok(members.filter(({ role }) => role === "admin").length >= 2);
  });

  it("refuse a destroy beyond the removal limit together, before the first removal", async () => {
    const team = Array.from({ length: 9 }, (_, index) => `p${index}@example.com`);
    for (const email of team) await setting.simulator.addMember({ email, role: "view" });
    setting.program(
      `const providers = [0, 1, 2].map((index) =>
         new losant.Provider("provider" + index, { apiToken: "${setting.simulator.token}" }));
       ${JSON.stringify(team)}.forEach((email, index) =>
         new losant.OrgMembership(email, { orgId, email, role: "view" }, { provider: providers[index % 3] }));`,
    );
    await succeed(setting.workspace.up());
    assert.match(
      await fail(setting.workspace.destroy()),
      /would remove 9 of 10 people, and the limit is 3: nobody was removed/,
    );
    assert.equal((await setting.simulator.fetchOrganization()).members.length, 10);
  });

  it("may be given an address that only up knows", async () => {
    setting.program(
      `const made = new losant.OrgMembership("made", { orgId, email: "bob@example.com", role: "view" });
       const provider = new losant.Provider("customer",
         { apiToken: "customers-token", apiUrl: made.status.apply(() => "${customer.url}") });
       new losant.OrgMembership("there",
         { orgId: "${customersId}", email: "${ann}", role: "view" }, { provider });`,
    );
    await succeed(setting.workspace.upWithPreview());
    assert.deepEqual(await roles(), ["view", "view"]);
  });

  it("may be started by hand, for a debugger", async () => {
    setting.program(`new losant.OrgMembership("ann", { orgId, email: "${ann}", role: "view" });`);
    const plugin = await PluginProcess.start(setting.simulator.env, false);
    try {
      setting.workspace.env.PULUMI_DEBUG_PROVIDERS = `losant:${plugin.port}`;
      assert.match(await succeed(setting.workspace.preview()), /will be invited/);
    } finally {
      await plugin.stop();
    }
  });

  it("show a warning with its resource and its severity in --json", async () => {
    setting.program(
      `new losant.OrgMembership("ann", { orgId, email: "${ann}", role: "view", renewal: "manual" });`,
    );
    await succeed(setting.workspace.up());
    await setting.simulator.advance(8 * 24 * 60 * 60 * 1000);
    const { diagnostics } = await setting.workspace.previewJson();
    const [warning] = diagnostics.filter(({ severity }) => severity === "warning");
    assert.match(String(warning?.message), /ann@example\.com/);
    assert.match(String(warning?.urn), /losant:index:OrgMembership::ann$/);
  });

  it("show the plan for the people who are known, beside one who is not", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    setting.program(
      `const cara = new losant.OrgMembership("cara", { orgId, email: "cara@example.com", role: "view" });
       const role = cara.status.apply(() => "view");
       const members = { "owner@example.com": "admin", "${ann}": "edit", "bob@example.com": role };
       new losant.OrgRoster("all", { orgId, members, unmanaged: "ignore" });`,
    );
    const output = await succeed(setting.workspace.preview());
    assert.match(output, /~ change ann@example\.com: role view => edit/);
    assert.match(output, /\? bob@example\.com: their entry is known at up/);
  });
});
