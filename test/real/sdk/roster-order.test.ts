import assert from "node:assert/strict";
import { CliSetting, fail, succeed } from "../../support/cli-setting";
import { onBothFaces } from "../../support/faces";

const ann = "ann@example.com";

onBothFaces("a roster beside resources of single people", (face) => {
  let setting: CliSetting;
  let annsId: string;

  before(async () => {
    setting = await CliSetting.start(face);
  });

  beforeEach(async () => {
    await setting.reset();
    annsId = await setting.simulator.addMember({ email: ann, role: "view" });
  });

  after(() => setting?.close());

  const program = (text: string, emails: string[] = []) =>
    setting.program(
      `const pulumi = require("@pulumi/pulumi");
       const members = Object.fromEntries(${JSON.stringify(emails)}.map((email) => [email, "view"]));
       members["owner@example.com"] = "admin";
       const beside = { orgId, members, unmanaged: "ignore" };
       ${text}`,
    );

  const roster = `const roster = new losant.OrgRoster("all", beside);`;

  for (const [title, text] of [
    ["an OrgMember by user id", `new losant.OrgMember("ann", { orgId, userId: "ANNS-ID", role: "view" });`],
    [
      "an OrgMembership with a secret email",
      `new losant.OrgMembership("ann", { orgId, email: pulumi.secret("${ann}"), role: "view" });`,
    ],
    [
      "an OrgMembership with an email that some turns of promises lead to",
      `const email = pulumi.output(Promise.resolve("Ann@Example.com")).apply(async (known) => known);
       new losant.OrgMembership("ann", { orgId, email, role: "view" });`,
    ],
    [
      "an OrgMembership in a component",
      `const parent = new pulumi.ComponentResource("test:index:Team", "team");
       new losant.OrgMembership("ann", { orgId, email: "${ann}", role: "view" }, { parent, protect: false });`,
    ],
  ] as const) {
    it(`lets nobody go who moves to ${title}`, async () => {
      program(roster, [ann]);
      await succeed(setting.workspace.up());
      program(`${roster}\n${text.replace("ANNS-ID", annsId)}`);
      await succeed(setting.workspace.up());
      assert.equal((await setting.simulator.fetchMember(ann))?.role, "view");
      assert.equal(await setting.calls("org.removeMember"), 0);
    });
  }

  it("waits with its organization where that is an output", async () => {
    const acme = `beside.orgId = new losant.Organization("acme", { orgId }).orgId;`;
    program(`${acme}\n${roster}`, [ann]);
    await succeed(setting.workspace.up());
    program(
      `${acme}\n${roster}\nnew losant.OrgMember("ann", { orgId: beside.orgId, userId: "${annsId}", role: "view" });`,
    );
    await succeed(setting.workspace.up());
    assert.equal(await setting.calls("org.removeMember"), 0);
  });

  it("does not wait for what may wait for it", async () => {
    program(
      `${roster}
       const role = "view";
       new losant.OrgMembership("after", { orgId, email: "after@example.com", role }, { dependsOn: roster });
       const later = roster.memberCount.apply((count) => "after" + count + "@example.com");
       new losant.OrgMembership("output", { orgId, email: later, role });
       const secret = pulumi.secret(new Promise((resolve) => later.apply((email) => resolve("s" + email))));
       if (!pulumi.runtime.isDryRun()) new losant.OrgMembership("secret", { orgId, email: secret, role });
       const parent = new pulumi.ComponentResource("test:index:Team", "team", {}, { dependsOn: roster });
       new losant.OrgMembership("child", { orgId, email: "child@example.com", role }, { parent });`,
    );
    await succeed(setting.workspace.upWithPreview());
    assert.equal((await setting.simulator.fetchInvites()).length, 4);
  });

  it("neither hides an error of theirs nor waits for ever", async () => {
    program(`${roster}\nnew losant.OrgMember("gone", { orgId, email: "gone@example.com", role: "view" });`);
    const output = await fail(setting.workspace.up("--continue-on-error"));
    const [, diagnostics = ""] = output.split("Diagnostics:");
    assert.equal(diagnostics.match(/gone@example\.com is not a member/g)?.length, 1, output);
    await fail(setting.workspace.up());
  });

  it("is not held up by a resource that the engine refuses", async () => {
    program(
      `${roster}
       for (const email of ["one@example.com", "two@example.com"]) {
         new losant.OrgMembership("same-name", { orgId, email, role: "view" });
       }`,
    );
    assert.match(await fail(setting.workspace.up()), /Duplicate resource URN/);
  });

  it("is registered after them, without depending on them", async () => {
    await setting.simulator.fault({ action: "org.inviteMember", latencyMs: 1000 });
    program(
      `${roster}\nnew losant.OrgMembership("slow", { orgId, email: "slow@example.com", role: "view" });`,
    );
    await succeed(setting.workspace.up());
    const state = await setting.workspace.exportState();
    const names = Object.keys(state);
    assert.ok(names.indexOf("slow") < names.indexOf("all"), names.join());
    assert.deepEqual(state.all?.dependencies ?? [], []);
  });

  it("has no hidden input", async () => {
    program(`${roster}\nnew losant.OrgMember("ann", { orgId, email: "${ann}" });`);
    await succeed(setting.workspace.up());
    const { all } = await setting.workspace.exportState();
    assert.deepEqual(Object.keys(all?.inputs ?? {}).sort(), [
      ...face.ownInputs,
      "members",
      "orgId",
      "unmanaged",
    ]);
  });
});
