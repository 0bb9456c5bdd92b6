import assert from "node:assert/strict";
import { CliSetting, fail, succeed } from "../../support/cli-setting";
import { onBothFaces } from "../../support/faces";
import { day, owner } from "../../support/stack-setting";

const carol = "carol@example.com";
const bob = "bob@example.com";
const members = ["p1", "p2"].map((name) => `${name}@example.com`);

onBothFaces("people on the real CLI, which alone shows what is printed and what its exit code is", (face) => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start(face);
  });

  beforeEach(() => setting.reset());
  after(() => setting?.close());

  const live = async (email: string) => (await setting.simulator.fetchMember(email))?.role;

  it("a membership is drift where a hand changed it and where its access has ended, and none once it is taken away", async () => {
    const until = new Date(Date.now() + 30 * day).toISOString();
    const membership = (name: string) =>
      setting.program(
        `const person = new losant.OrgMembership("${name}", { orgId, email: "Carol@Example.com", role: "view",
           applicationRoles: [{ name: "Pump Stations", role: "view" }],
           until: "${until}", reason: "plant build", owner: "dan@example.com" });
         exports.status = person.status;`,
      );
    membership("carol");
    const invited = await succeed(setting.workspace.upWithPreview());
    assert.match(invited, /will be invited .* applicationRoles \["Pump Stations" \([0-9a-f]{24}\): view\]/);
    assert.match(invited, /status\s*: "pending"/);

    await setting.simulator.accept(carol);
    await setting.simulator.setMember(carol, { role: "admin" });
    const drift = await fail(setting.workspace.preview("--diff", "--expect-no-changes"));
    assert.match(drift, /~ role\s*: "admin" => "view"/);
    membership("renamed");
    assert.match(await succeed(setting.workspace.up()), /stays in organization/);
    assert.equal(await live(carol), "view");

    await setting.simulator.advance(31 * day);
    const ended = await fail(setting.workspace.preview("--expect-no-changes"));
    assert.match(ended, /access has ended .*plant build.* will be removed/);
    assert.match(await succeed(setting.workspace.up()), /removed from .*; access has ended \(until /);
    assert.equal(await live(carol), undefined);
    await succeed(setting.workspace.preview("--expect-no-changes"));
  });

  it("an organization and a roster show their plans and drift, and a destroy its receipts and each refusal once", async () => {
    for (const email of [bob, ...members]) await setting.simulator.addMember({ email, role: "view" });
    const roster = { [owner]: "admin", [bob]: "edit", [carol]: "view" };
    setting.program(
      `new losant.Organization("acme", { orgId, description: "As code" });
       new losant.OrgRoster("everybody", { orgId, members: ${JSON.stringify(roster)}, unmanaged: "ignore" });
       for (const email of ${JSON.stringify(members)})
         new losant.OrgMember(email, { orgId, email, role: "view" });`,
    );
    const done = await succeed(setting.workspace.upWithPreview());
    assert.match(done, /exists and will be adopted; will change: description/);
    assert.match(done, /1 to invite, 1 to change, 0 to remove, 1 unchanged/);
    assert.match(done, /Done:\s+~ change bob@example\.com: role view => edit/);

    await setting.simulator.removeMember(bob);
    await setting.simulator.setOrganization({ description: "By hand" });
    const drift = await fail(setting.workspace.preview("--diff", "--expect-no-changes"));
    assert.match(drift, /\. bob@example\.com is no longer a member .*take them out of the roster/);
    assert.match(drift, /~ description\s*: "By hand" => "As code"/);

    setting.workspace.env.LOSANT_MAX_REMOVALS = "1";
    const refused = await fail(setting.workspace.destroy());
    const [, diagnostics = ""] = refused.split("Diagnostics:");
    for (const email of members) {
      assert.equal(diagnostics.split(`${email} stays in organization`).length - 1, 1, refused);
      assert.equal(await live(email), "view");
    }
    setting.workspace.env.LOSANT_MAX_REMOVALS = "2";
    const destroyed = refused + (await succeed(setting.workspace.destroy()));
    for (const email of members) {
      assert.match(destroyed, new RegExp(`${email}: removed from organization .*"role":"view"`));
      assert.equal(await live(email), undefined);
    }
    assert.match(destroyed, /removed from state only/);
    assert.match(destroyed, /stays at Losant: deletionPolicy is retain/);
  });

  it("what another program manages is read by its id, and named where it is not there", async () => {
    const userId = await setting.simulator.addMember({ email: carol, role: "view" });
    setting.program(
      `exports.role = losant.OrgMember.get("other", orgId + "/${userId}").role;
       exports.name = losant.Organization.get("organization", orgId).name;`,
    );
    await succeed(setting.workspace.up());
    assert.deepEqual(await setting.workspace.outputs(), { role: "view", name: "Simulated Organization" });
    await succeed(setting.workspace.destroy());
    assert.equal(await live(carol), "view");
    setting.program(`exports.role = losant.OrgMembership.get("x", orgId + "/nobody@example.com").role;`);
    assert.match(await fail(setting.workspace.up()), /nobody@example\.com/);
  });
});
