import assert from "node:assert/strict";
import { CliSetting, fail, succeed } from "../../support/cli-setting";
import { onBothFaces } from "../../support/faces";

const ann = "ann@example.com";

onBothFaces("what was done by half on the real CLI, as the engine alone records it", (face) => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start(face);
    await setting.reset();
  });

  after(() => setting?.close());

  const isInvited = async () => (await setting.simulator.fetchInvites()).some(({ email }) => email === ann);
  const program = (...people: string[]) =>
    setting.program(`new losant.Organization("made", { name: "Made" });\n${people.join("\n")}`);
  const membership = (role: string) =>
    `new losant.OrgMembership("ann", { orgId, email: "${ann}", role: "${role}" });`;

  it("is gone on with by the next up, after a create as after an update", async () => {
    setting.workspace.env.LOSANT_MAX_ATTEMPTS = "1";
    program();
    await setting.simulator.fault({ action: "org.get", status: 403 });
    assert.match(await fail(setting.workspace.up()), /is created, but could not be read/);
    program(membership("view"));
    await succeed(setting.workspace.up());
    const { organizations } = await setting.simulator.state();
    assert.equal(organizations.filter(({ name }) => name === "Made").length, 1);

    program(membership("edit"));
    await setting.simulator.fault({ action: "org.inviteMember", status: 400 });
    await fail(setting.workspace.up());
    assert.equal(await isInvited(), false);
    await succeed(setting.workspace.up());
    assert.equal(await isInvited(), true);
  });
});
