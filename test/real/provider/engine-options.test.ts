import assert from "node:assert/strict";
import { CliSetting, fail, succeed } from "../../support/cli-setting";
import { onBothFaces } from "../../support/faces";

const ann = "ann@example.com";
const roleList = `[{ resourceId: "575ed70c7ae143cd83dc4aa9", role: "none" }]`;

onBothFaces("options on the real CLI, which the engine alone obeys", (face) => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start(face);
  });

  const start = async (options: { refreshAlways?: boolean } = {}) => {
    await setting.reset(options);
    await setting.simulator.addMember({ email: ann, role: "view" });
  };

  after(() => setting?.close());

  const live = () => setting.simulator.fetchMember(ann);

  it("ignoreChanges with and without a refresh, protect and retainOnDelete leave alone what they name", async () => {
    const program = (role: string, list: string, options: string) =>
      setting.program(
        `new losant.OrgMember("ann", { orgId, email: "${ann}", role: "${role}", dashboardRoles: ${list} },
           { ignoreChanges: ["role"], ${options} });`,
      );
    await start();
    program("edit", "[]", "protect: true");
    await succeed(setting.workspace.up());
    await setting.simulator.setMember(ann, { role: "collaborate" });
    program("view", roleList, "protect: true");
    await succeed(setting.workspace.up("--refresh=true"));
    assert.deepEqual([(await live())?.role, (await live())?.dashboardRoles?.length], ["collaborate", 1]);
    assert.match(await fail(setting.workspace.destroy()), /protect/);
    await setting.simulator.setMember(ann, { role: "view" });
    program("admin", "[]", "retainOnDelete: true");
    await succeed(setting.workspace.up("--refresh=false"));
    assert.deepEqual([(await live())?.role, (await live())?.dashboardRoles?.length], ["view", 0]);
    await succeed(setting.workspace.destroy());
    assert.equal((await live())?.role, "view");
  });

  it("--refresh reads live resources where the project does not always refresh", async () => {
    await start({ refreshAlways: false });
    setting.program(`new losant.OrgMember("ann", { orgId, email: "${ann}", role: "view" });`);
    await succeed(setting.workspace.up());
    await setting.simulator.setMember(ann, { role: "edit" });
    const { exitCode } = await setting.workspace.preview("--expect-no-changes");
    assert.equal(exitCode === 0, face.needsRefreshOption);
    await succeed(setting.workspace.up("--refresh"));
    assert.equal((await live())?.role, "view");
  });

  it("--target at a rename, --replace and deleteBeforeReplace evict nobody", async () => {
    const program = (name: string, options = "") =>
      setting.program(
        `new losant.OrgMember("${name}", { orgId, email: "${ann}", role: "view" }, { ${options} });`,
      );
    await start();
    program("old");
    await succeed(setting.workspace.up());
    program("renamed");
    // A whole URN that state does not hold yet is refused by the engine where it reads before an update.
    await succeed(setting.workspace.up("--target", "**::old", "--target", "**::renamed"));
    const urn = `urn:pulumi:dev::test::${face.typeOf("OrgMember")}::renamed`;
    for (const options of ["", "deleteBeforeReplace: true"]) {
      program("renamed", options);
      assert.match(await succeed(setting.workspace.up("--replace", urn)), /1 replaced/);
    }
    assert.equal((await live())?.role, "view");
    assert.equal(await setting.calls("org.removeMember"), 0);
  });
});
