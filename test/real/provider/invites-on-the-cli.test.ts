import assert from "node:assert/strict";
import { CliSetting, fail, succeed } from "../../support/cli-setting";
import { onBothFaces } from "../../support/faces";
import { ann } from "../../support/one-person";
import { day, owner } from "../../support/stack-setting";

onBothFaces("invites on the real CLI", (face) => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start(face);
  });

  beforeEach(() => setting.reset());
  after(() => setting?.close());

  const membership = (role: string) =>
    setting.program(`new losant.OrgMembership("ann", { orgId, email: "${ann}", role: "${role}" });`);
  const isInvited = async () => (await setting.simulator.fetchInvites()).some(({ email }) => email === ann);
  const declined = async () => {
    await setting.simulator.advance(day);
    await setting.simulator.decline(ann);
    await setting.simulator.advance(day);
    await setting.simulator.clearRequests();
  };

  it("one that was refused after its predecessor was revoked is sent by the next up", async () => {
    setting.workspace.env.LOSANT_MAX_ATTEMPTS = "1";
    const roster = (role: string) =>
      setting.program(
        `new losant.OrgRoster("all", { orgId, members: { "${owner}": "admin", "${ann}": "${role}" } });`,
      );
    roster("view");
    await succeed(setting.workspace.up());
    await setting.simulator.fault({ action: "org.inviteMember", status: 400 });
    roster("edit");
    await fail(setting.workspace.up());
    assert.equal(await isInvited(), false);
    await succeed(setting.workspace.up());
    assert.equal(await isInvited(), true);
    await succeed(setting.workspace.preview("--expect-no-changes"));
  });

  it("one whose answer was lost is revoked when it is taken out of the program", async () => {
    setting.workspace.env.LOSANT_MAX_ATTEMPTS = "1";
    await setting.simulator.fault({ action: "org.inviteMember", dropResponse: true });
    membership("view");
    await setting.workspace.up();
    assert.equal(await isInvited(), true);
    setting.program("");
    await succeed(setting.workspace.up());
    assert.equal(await isInvited(), false);
  });

  it("a drift job is red while a declared person is missing, and an up emails nobody", async () => {
    membership("view");
    await succeed(setting.workspace.up());
    await declined();
    assert.match(await fail(setting.workspace.preview("--expect-no-changes")), /ann@example\.com/);
    await succeed(setting.workspace.up());
    await fail(setting.workspace.preview("--expect-no-changes"));
    assert.equal(await setting.calls("org.inviteMember"), 0);
  });

  it("getting somebody who is not there fails the program, naming them", async () => {
    setting.program(`exports.role = losant.OrgMembership.get("x", orgId + "/nobody@example.com").role;`);
    assert.match(await fail(setting.workspace.up()), /nobody@example\.com/);
  });

  it("a roster entry called __proto__ is refused by name", async () => {
    setting.program(
      `const members = JSON.parse('{ "${owner}": "admin", "__proto__": "view" }');
       new losant.OrgRoster("all", { orgId, members });`,
    );
    assert.match(await fail(setting.workspace.preview()), /__proto__/);
  });
});
