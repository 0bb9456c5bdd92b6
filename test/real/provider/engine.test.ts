import assert from "node:assert/strict";
import { CliSetting, fail, succeed } from "../../support/cli-setting";
import { onBothFaces } from "../../support/faces";

const ann = "ann@example.com";

onBothFaces("resources on the real engine", (face) => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start(face);
  });

  beforeEach(async () => {
    await setting.reset();
    await setting.simulator.addMember({ email: ann, role: "view" });
  });

  after(() => setting?.close());

  const live = async () => (await setting.simulator.fetchMember(ann))?.role;

  it("preview values that only up will know", async () => {
    setting.program(
      `const made = new losant.Organization("made", { name: "Made" });
       const bob = new losant.OrgInvite("bob", { orgId: made.orgId, email: "bob@example.com", role: "view" });
       const role = bob.status.apply((status) => (status === "pending" ? "edit" : "none"));
       new losant.OrgMember("ann", { orgId, email: "${ann}", role });
       exports.invited = bob.status;`,
    );
    const { changeSummary } = await setting.workspace.previewJson();
    assert.deepEqual(changeSummary, { create: 4 });
    await succeed(setting.workspace.up());
    assert.equal(await live(), "edit");
    await succeed(setting.workspace.preview("--expect-no-changes"));
  });

  it("keep in state their types and the constant provider text of the dynamic face, and no token", async () => {
    setting.program(
      `new losant.Organization("acme", { orgId });
       new losant.OrgMember("ann", { orgId, email: "${ann}" });
       new losant.OrgInvite("bob", { orgId, email: "bob@example.com", role: "view" });
       new losant.OrgMembership("carol", { orgId, email: "carol@example.com", role: "view" });`,
    );
    await succeed(setting.workspace.up());
    const { stdout } = await setting.workspace.run("stack", "export", "--show-secrets");
    assert.ok(!stdout.includes(setting.simulator.token));
    const { acme, ann: member, bob, carol } = await setting.workspace.exportState();
    const text = (handler: string) =>
      face.name === "native"
        ? undefined
        : `exports.handler = () => require("module").createRequire(process.cwd() + "/")("pulumi-losant/provider").${handler}()`;
    assert.deepEqual(
      [acme, member, bob, carol].map((one) => [one?.type, one?.inputs.__provider]),
      (
        [
          ["Organization", "organization"],
          ["OrgMember", "orgMember"],
          ["OrgInvite", "orgInvite"],
          ["OrgMembership", "orgMembership"],
        ] as const
      ).map(([kind, handler]) => [face.typeOf(kind), text(handler)]),
    );
  });

  it("keep a secret value secret", async () => {
    setting.program(
      `const pulumi = require("@pulumi/pulumi");
       new losant.OrgMember("ann", { orgId, email: "${ann}", role: pulumi.secret("collaborate") });`,
    );
    for (const step of ["up", "refresh"] as const) {
      await succeed(setting.workspace[step]());
      const { ann: recorded } = await setting.workspace.exportState();
      assert.doesNotMatch(JSON.stringify([recorded?.inputs, recorded?.outputs]), /collaborate/);
    }
  });

  it("tell a wrong secret value without showing it", async () => {
    setting.program(
      `const pulumi = require("@pulumi/pulumi");
       new losant.Organization("acme", { orgId, billingEmail: pulumi.secret("hunter2") });`,
    );
    const output = await fail(setting.workspace.preview());
    assert.match(output, /billingEmail: must be an email address/);
    assert.doesNotMatch(output, /hunter2/);
  });

  for (const refresh of [true, false]) {
    it(`leave ignored changes alone ${refresh ? "with" : "without"} a refresh`, async () => {
      const program = (role: string, list: string) =>
        setting.program(
          `new losant.OrgMember("ann", { orgId, email: "${ann}", role: "${role}", dashboardRoles: ${list} },
             { ignoreChanges: ["role"] });`,
        );
      program("edit", "[]");
      await succeed(setting.workspace.up());
      await setting.simulator.setMember(ann, { role: "collaborate" });
      program("view", `[{ resourceId: "575ed70c7ae143cd83dc4aa9", role: "none" }]`);
      await succeed(setting.workspace.up(`--refresh=${refresh}`));
      assert.equal(await live(), "collaborate");
      assert.equal((await setting.simulator.fetchMember(ann))?.dashboardRoles?.length, 1);
    });
  }

  it("are kept by protect and by retainOnDelete", async () => {
    const program = (options: string) =>
      setting.program(`new losant.OrgMember("ann", { orgId, email: "${ann}" }, { ${options} });`);
    program("protect: true");
    await succeed(setting.workspace.up());
    assert.match(await fail(setting.workspace.destroy()), /protect/);
    program("retainOnDelete: true");
    await succeed(setting.workspace.up());
    await succeed(setting.workspace.destroy());
    assert.equal(await live(), "view");
  });

  it("are read again by --refresh where the project does not always refresh", async () => {
    await setting.reset({ refreshAlways: false });
    await setting.simulator.addMember({ email: ann, role: "view" });
    setting.program(`new losant.OrgMember("ann", { orgId, email: "${ann}", role: "view" });`);
    await succeed(setting.workspace.up());
    await setting.simulator.setMember(ann, { role: "edit" });
    const { exitCode } = await setting.workspace.preview("--expect-no-changes");
    assert.equal(exitCode === 0, face.needsRefreshOption);
    await fail(setting.workspace.preview("--refresh", "--expect-no-changes"));
    await succeed(setting.workspace.up("--refresh"));
    assert.equal(await live(), "view");
  });

  for (const [title, resource, reason] of [
    [
      "a wrong role",
      `OrgMember("x", { orgId, email: "${ann}", role: "boss" })`,
      /role: must be one of admin, edit/,
    ],
    [
      "a wrong id",
      `OrgMember("x", { orgId: "123", email: "${ann}" })`,
      /orgId: must be an id of 24 hex digits/,
    ],
    [
      "a wrong address",
      `OrgInvite("x", { orgId, email: "ann", role: "view" })`,
      /email: must be an email address/,
    ],
    [
      "a wrong colour",
      `Organization("x", { orgId, iconColor: "reddish" })`,
      /iconColor: must be a color such as #ff8800/,
    ],
    [
      "a misspelt argument",
      `OrgInvite("x", { orgId, email: "${ann}", rolle: "view", role: "view" })`,
      /has no argument rolle/,
    ],
    ["a missing argument", `OrgInvite("x", { orgId, email: "${ann}" })`, /role: is required/],
    ["nobody", `OrgMember("x", { orgId })`, /userId or email: one of the two is required/],
    [
      "a wrong list",
      `OrgMember("x", { orgId, email: "${ann}", applicationRoles: [{ resourceId: "575ed70c7ae143cd83dc4aa9", role: "edit" }] })`,
      /applicationRoles\.0\.role: must be one of collaborate, view, none/,
    ],
    [
      "an organization that is not there",
      `OrgMember("x", { orgId: "575ed70c7ae143cd83dc4aa9", email: "${ann}" })`,
      /404 .*The API token belongs to owner@example\.com/,
    ],
  ] as const) {
    it(`are refused at preview for ${title}, and nothing is sent`, async () => {
      setting.program(`new losant.${resource};`);
      assert.match(await fail(setting.workspace.preview()), reason);
      const { byAction } = await setting.simulator.requests();
      assert.deepEqual(
        Object.keys(byAction).filter((action) => !/get|pendingInvites/.test(action)),
        [],
      );
    });
  }
});
