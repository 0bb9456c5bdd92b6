import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { CliSetting, succeed } from "../../support/cli-setting";

const fixtures = join(__dirname, "fixtures");

/*
 * States that releases have written, read by this one. A fixture is made once, when a release is: run the program
 * below, then `pulumi stack export`. It is never edited afterwards.
 */
describe("states of earlier releases", () => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start();
    await setting.reset();
  });

  after(() => setting?.close());

  const program = () =>
    setting.program(
      `new losant.Organization("acme", { orgId, description: "As code" });
       new losant.OrgMember("ann", { orgId, email: "ann@example.com", role: "edit", deletionPolicy: "remove" });
       new losant.OrgInvite("bob", { orgId, email: "bob@example.com", role: "view" });
       new losant.OrgMembership("carol", { orgId, email: "carol@example.com", role: "view", dashboardRoles: [] });
       new losant.OrgRoster("everybody", { orgId, members: { "dave@example.com": "view" }, unmanaged: "ignore" });`,
    );

  for (const fixture of readdirSync(fixtures)) {
    it(`${fixture} previews no change, and is destroyed`, async () => {
      await setting.reset();
      await setting.simulator.setOrganization({ description: "As code" });
      for (const [email, role] of [
        ["ann@example.com", "edit"],
        ["carol@example.com", "view"],
        ["dave@example.com", "view"],
      ] as const) {
        await setting.simulator.addMember({ email, role });
      }
      await setting.simulator.putState((state) => {
        const invite = { email: "bob@example.com", role: "view" as const, disallowTransfer: true };
        state.invites[setting.orgId] = [invite];
      });
      program();
      await succeed(setting.workspace.run("stack", "import", "--file", join(fixtures, fixture)));
      await succeed(setting.workspace.preview("--expect-no-changes"));
      await succeed(setting.workspace.destroy());
      const { members } = await setting.simulator.fetchOrganization();
      assert.deepEqual(
        members.map(({ email }) => email),
        ["owner@example.com", "dave@example.com"],
      );
      assert.deepEqual(await setting.simulator.fetchInvites(), []);
    });
  }
});
