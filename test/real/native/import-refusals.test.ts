import assert from "node:assert/strict";
import { CliSetting, fail, succeed } from "../../support/cli-setting";
import { nativeFace } from "../../support/faces";

const email = "ann@example.com";

describe("an import on the real CLI, because only the engine reads by an id alone and records it", () => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start(nativeFace);
    await setting.reset();
    await setting.simulator.addMember({ email, role: "view" });
  });

  after(() => setting?.close());

  it("is refused in one line that says what to do", async () => {
    const [type, id] = ["losant:index:OrgMember", `${setting.orgId}/${email}`];
    const output = await fail(setting.workspace.importResource(type, "one", id, "--generate-code=false"));
    assert.match(output, /id must be orgId\/userId, .* getMember gives the userId/);
    assert.doesNotMatch(output, /\n\s+at |node:internal/);
  });

  it("may be named by the import option of a program, and stays as it is", async () => {
    await setting.simulator.clearRequests();
    const program = (options: object) =>
      setting.program(
        `new losant.OrgMembership("ann", { orgId, email: "${email}", role: "view" }, ${JSON.stringify(options)});`,
      );
    program({ import: `${setting.orgId}/${email}` });
    await succeed(setting.workspace.up());
    program({});
    await succeed(setting.workspace.preview("--expect-no-changes"));
    const { byAction } = await setting.simulator.requests();
    assert.equal(byAction["org.modifyMember"] ?? byAction["org.inviteMember"], undefined);
  });
});
