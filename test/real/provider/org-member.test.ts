import assert from "node:assert/strict";
import { CliSetting, fail, succeed } from "../../support/cli-setting";
import { onBothFaces } from "../../support/faces";

const ann = "ann@example.com";

onBothFaces("OrgMember on the real CLI", (face) => {
  let setting: CliSetting;
  let userId: string;

  before(async () => {
    setting = await CliSetting.start(face);
  });

  beforeEach(async () => {
    await setting.reset();
    userId = await setting.simulator.addMember({ email: ann, role: "view" });
  });

  after(() => setting?.close());

  const declare = (args: string, name = "ann", options = "") =>
    setting.program(`new losant.OrgMember("${name}", { orgId, ${args} }, { ${options} });`);
  const live = async () => (await setting.simulator.fetchMember(ann))?.role;
  const urn = `urn:pulumi:dev::test::${face.typeOf("OrgMember")}::ann`;

  it("adopts by address in any case, and by user id; destroy removes with a receipt", async () => {
    declare(`email: " Ann@Example.COM ", role: "edit"`);
    assert.match(
      await succeed(setting.workspace.preview()),
      /will be adopted; will change: role view => edit/,
    );
    assert.equal(await live(), "view");
    await succeed(setting.workspace.up());
    assert.equal(await live(), "edit");
    declare(`userId: "${userId.toUpperCase()}", role: "edit"`);
    const output = await succeed(setting.workspace.up());
    assert.doesNotMatch(output, /replace/);
    assert.match(await succeed(setting.workspace.destroy()), /removed from organization .*"role":"edit"/);
    assert.equal(await live(), undefined);
  });

  it("shows a change by hand of each property as drift, and repairs it", async () => {
    const [one, other] = ["575ed70c7ae143cd83dc4aa9", "575ed71e7ae143cd83dc4aaa"];
    declare(
      `email: "${ann}", role: "edit",
       applicationRoles: [{ resourceId: "${other}", role: "view" }, { resourceId: "${one}", role: "none" }],
       dashboardRoles: []`,
    );
    await succeed(setting.workspace.up());
    await succeed(setting.workspace.preview("--expect-no-changes"));
    await setting.simulator.setMember(ann, {
      role: "admin",
      applicationRoles: [{ resourceId: other, role: "view" }],
      dashboardRoles: [{ resourceId: one, role: "none" }],
    });
    const drift = await fail(setting.workspace.preview("--expect-no-changes"));
    assert.match(drift, /diff: ~applicationRoles,dashboardRoles,role\]/);
    await succeed(setting.workspace.up());
    const member = await setting.simulator.fetchMember(ann);
    assert.deepEqual(
      [member?.role, member?.applicationRoles?.length, member?.dashboardRoles?.length],
      ["edit", 2, 0],
    );
    await succeed(setting.workspace.preview("--expect-no-changes"));
  });

  it("refuses somebody who is not a member, naming the classes that invite", async () => {
    setting.program(`new losant.OrgMember("x", { orgId, email: "x@example.com", role: "view" });`);
    assert.match(
      await fail(setting.workspace.preview()),
      /x@example\.com is not a member .*OrgMembership .*OrgInvite/,
    );
  });

  it("counts as gone when somebody was removed by hand, and a destroy succeeds", async () => {
    declare(`email: "${ann}"`);
    await succeed(setting.workspace.up());
    await setting.simulator.removeMember(ann);
    assert.match(await fail(setting.workspace.preview()), /ann@example\.com is not a member/);
    await succeed(setting.workspace.destroy());
  });

  it("renaming the resource evicts nobody", async () => {
    declare(`email: "${ann}", role: "view"`);
    await succeed(setting.workspace.up());
    declare(`email: "${ann}", role: "view"`, "anne");
    assert.match(await succeed(setting.workspace.up()), /stays in organization/);
    assert.equal(await live(), "view");
    await succeed(setting.workspace.preview("--expect-no-changes"));
  });

  for (const [title, flags, options] of [
    ["--replace", ["--replace", urn], ""],
    ["--replace with deleteBeforeReplace", ["--replace", urn], "deleteBeforeReplace: true"],
  ] as const) {
    it(`${title} evicts nobody`, async () => {
      declare(`email: "${ann}", role: "view"`, "ann", options);
      await succeed(setting.workspace.up());
      assert.match(await succeed(setting.workspace.up(...flags)), /1 replaced/);
      assert.equal(await live(), "view");
      assert.equal(await setting.calls("org.removeMember"), 0);
    });
  }

  it("another person's address replaces, and removes the one before", async () => {
    await setting.simulator.addMember({ email: "bob@example.com", role: "view" });
    declare(`email: "${ann}"`);
    await succeed(setting.workspace.up());
    declare(`email: "bob@example.com"`);
    assert.match(await succeed(setting.workspace.up()), /1 replaced/);
    assert.equal(await live(), undefined);
    assert.equal((await setting.simulator.fetchMember("bob@example.com"))?.role, "view");
  });

  it("another address of the same person replaces nothing", async () => {
    declare(`email: "${ann}", role: "view"`);
    await succeed(setting.workspace.up());
    const now = "ann.new@example.com";
    await setting.simulator.putState((state) => {
      for (const one of [...state.people, ...(state.organizations[0]?.members ?? [])]) {
        if (one.email === ann) one.email = now;
      }
    });
    await succeed(setting.workspace.preview("--expect-no-changes"));
    declare(`email: "${now}", role: "view"`);
    assert.match(await succeed(setting.workspace.up()), /~ 1 updated/);
    assert.equal(await setting.calls("org.removeMember"), 0);
  });

  it("a change of deletionPolicy alone is an update without a write, and destroy obeys it", async () => {
    declare(`email: "${ann}"`);
    await succeed(setting.workspace.up());
    declare(`email: "${ann}", deletionPolicy: "retain"`);
    assert.match(await succeed(setting.workspace.up()), /~ 1 updated/);
    assert.equal(await setting.calls("org.modifyMember"), 0);
    assert.match(await succeed(setting.workspace.destroy()), /stays a member .*deletionPolicy is retain/);
    assert.equal(await live(), "view");
  });

  it("the authenticated user's change is refused at preview, and destroy leaves them", async () => {
    const own = (role: string) =>
      setting.program(`new losant.OrgMember("own", { orgId, email: "owner@example.com", role: "${role}" });`);
    own("edit");
    assert.match(
      await fail(setting.workspace.preview()),
      /owner@example\.com is the user whom the API token/,
    );
    own("admin");
    await succeed(setting.workspace.up());
    assert.match(await succeed(setting.workspace.destroy()), /warning: owner@example\.com stays/);
  });

  it("can be read by its id from another program, and is not removed by it", async () => {
    setting.program(
      `const other = losant.OrgMember.get("other", orgId + "/${userId}"); exports.role = other.role;`,
    );
    await succeed(setting.workspace.up());
    assert.deepEqual(await setting.workspace.outputs(), { role: "view" });
    await succeed(setting.workspace.destroy());
    assert.equal(await live(), "view");
  });

  it("is not replaced when its organization is updated in the same run", async () => {
    const program = (description: string, role: string) =>
      setting.program(
        `const acme = new losant.Organization("acme", { orgId, description: "${description}" });
         new losant.OrgMember("ann", { orgId: acme.orgId, email: "${ann}", role: "${role}" });
         new losant.OrgInvite("bob", { orgId: acme.id, email: "bob@example.com", role: "view" });`,
      );
    program("one", "view");
    await succeed(setting.workspace.up());
    program("two", "view");
    const { changeSummary } = await setting.workspace.previewJson();
    assert.deepEqual(changeSummary, { same: 3, update: 1 });
    program("three", "edit");
    assert.match(await succeed(setting.workspace.up()), /~ 2 updated/);
  });
});
