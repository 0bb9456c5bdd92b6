import assert from "node:assert/strict";
import { symlinkSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { CliSetting, fail, succeed } from "../../support/cli-setting";
import { dynamicFace, nativeFace, onBothFaces } from "../../support/faces";
import { day, owner } from "../../support/stack-setting";

const [ann, bob, eve] = ["ann@example.com", "bob@example.com", "eve@example.com"];

onBothFaces("what whoever decides on access is shown on the real CLI, which alone has exit codes", (face) => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start(face);
  });

  beforeEach(() => setting.reset());
  after(() => setting?.close());

  const memberships = (ofAnn: object) =>
    setting.program(
      `new losant.OrgMembership("ann", { orgId, email: "${ann}", ...${JSON.stringify(ofAnn)} });
       new losant.OrgMembership("bob", { orgId, email: "${bob}", role: "view" });`,
    );

  it("a demotion beside new terms in one line, and a member who was removed by hand, whom up leaves out", async () => {
    await setting.simulator.addMember({ email: ann, role: "admin" });
    await setting.simulator.addMember({ email: bob, role: "view" });
    memberships({ role: "admin" });
    await succeed(setting.workspace.up());
    await setting.simulator.removeMember(bob);
    const until = new Date(Date.now() + 90 * day).toISOString();
    memberships({ role: "edit", until, reason: "handover" });
    const preview = await fail(setting.workspace.preview("--expect-no-changes"));
    assert.match(
      preview,
      /ann@example\.com: roles will be changed .*admin => edit.* Recorded as well: until/,
    );
    assert.doesNotMatch(preview, /nothing is sent/);
    assert.match(preview, /bob@example\.com: is no longer a member .*set resend to another value/);
    await succeed(setting.workspace.up());
    assert.equal((await setting.simulator.fetchMember(ann))?.role, "edit");
    assert.equal(await setting.calls("org.inviteMember"), 0);
  });

  // What decides is the same code, and the scenarios run it with both faces.
  const onNative = face === nativeFace ? it : () => undefined;
  const onDynamic = face === dynamicFace ? it : () => undefined;

  onNative(
    "a stranger beside a roster, whom a strict run fails for, and a file of people that is not there",
    async () => {
      await setting.simulator.addMember({ email: eve, role: "admin" });
      const { workspace } = setting;
      workspace.write("people.yaml", `people:\n  ${owner}: admin\n`);
      symlinkSync("nowhere.yaml", join(workspace.folder, "people-contractors.yaml"));
      setting.program('new losant.OrgRoster("all", losant.readRoster("people*.yaml", { orgId }));');
      assert.match(
        await fail(workspace.preview()),
        /people-contractors\.yaml.*is a link to a file or folder that is not there/,
      );
      unlinkSync(join(workspace.folder, "people-contractors.yaml"));
      await succeed(workspace.up());
      await succeed(workspace.preview("--expect-no-changes"));
      workspace.env.LOSANT_UNMANAGED = "fail";
      assert.match(await fail(workspace.preview("--expect-no-changes")), /eve@example\.com/);
    },
  );

  onDynamic("one person whom a transformation makes of two", async () => {
    setting.program(
      `const pulumi = require("@pulumi/pulumi");
       pulumi.runtime.registerStackTransformation(({ props, opts }) => ({ props: { ...props, email: "${ann}" }, opts }));
       for (const [name, role] of [["one", "view"], ["other", "edit"]])
         new losant.OrgMembership(name, { orgId, email: name + "@example.com", role });`,
    );
    assert.match(
      await fail(setting.workspace.preview()),
      /ann@example\.com is declared by two OrgMembership resources/,
    );
    setting.program(`new losant.OrgMembership("one", { orgId, email: "${ann}", role: "view" });`);
    await succeed(setting.workspace.up());
    setting.program(
      `const pulumi = require("@pulumi/pulumi");
       pulumi.runtime.registerStackTransformation(({ props, opts }) => ({ props: { ...props, email: "${ann}" }, opts }));
       new losant.OrgMembership("one", { orgId, email: "one@example.com", role: "view" });
       new losant.OrgMembership("other", { orgId, email: "other@example.com", role: "edit" });`,
    );
    assert.match(
      await fail(setting.workspace.preview()),
      /ann@example\.com is declared by two OrgMembership resources/,
    );
  });
});
