import assert from "node:assert/strict";
import { ann } from "../../scenarios/provider/support/promise-setting";
import { CliSetting, fail, succeed } from "../../support/cli-setting";
import { onBothFaces } from "../../support/faces";
import { owner } from "../../support/stack-setting";

onBothFaces("a roster beside other resources on the CLI", (face) => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start(face);
  });

  beforeEach(async () => {
    await setting.reset();
    await setting.simulator.addMember({ email: ann, role: "view" });
  });

  after(() => setting?.close());

  const roster = (members: object) =>
    `const roster = new losant.OrgRoster("everybody",
       { orgId, members: ${JSON.stringify({ [owner]: "admin", ...members })}, unmanaged: "ignore" });`;

  const startsWith = async (text: string) => {
    setting.program(text);
    return succeed(setting.workspace.up());
  };

  const live = async () => (await setting.simulator.fetchMember(ann))?.role;

  it("removes who stays declared in an organization whose id is an output", async () => {
    const elsewhere = `const other = new losant.Organization("other", { name: "Other" });
      new losant.OrgMembership("ann", { orgId: other.orgId, email: "${ann}", role: "view" });`;
    await startsWith(`${elsewhere}\n${roster({ [ann]: "view" })}`);
    const output = await startsWith(`${elsewhere}\n${roster({})}`);
    assert.equal(await live(), undefined, output);
  });

  it("refuses at preview to remove who is declared inside an apply of the roster", async () => {
    await startsWith(roster({ [ann]: "view" }));
    setting.program(
      `${roster({})}
       roster.orgId.apply((orgId) => new losant.OrgMembership("ann", { orgId, email: "${ann}", role: "view" }));`,
    );
    const output = await fail(setting.workspace.upWithPreview());
    assert.match(output, /ann@example\.com/);
    assert.match(output, /dependsOn/);
    assert.equal(await live(), "view");
  });

  for (const [what, args] of [
    ["OrgMembership with a secret email", `OrgMembership("ann", { orgId, email: secret, role: "view" })`],
    ["OrgMember by userId", `OrgMember("ann", { orgId, userId, role: "view" })`],
  ] as const) {
    it(`keeps who moves to an ${what} that the roster depends on`, async () => {
      await startsWith(roster({ [ann]: "view" }));
      const userId = (await setting.simulator.fetchMember(ann))?.userId;
      const output = await startsWith(
        `const secret = require("@pulumi/pulumi").secret("${ann}");
         const userId = "${userId}";
         const ann = new losant.${args};
         ${roster({}).replace("});", "}, { dependsOn: [ann] });")}`,
      );
      assert.equal(await live(), "view", output);
      assert.doesNotMatch(output, /- remove ann/);
    });
  }

  it("has no input that says who is declared elsewhere", async () => {
    const single = `new losant.OrgMembership("ann", { orgId, email: "${ann}", role: "view" });`;
    await startsWith(`${single}\n${roster({})}`);
    const { everybody } = await setting.workspace.exportState();
    assert.deepEqual(Object.keys(everybody?.inputs ?? {}).sort(), [
      ...face.ownInputs,
      "members",
      "orgId",
      "unmanaged",
    ]);
    setting.program(roster({}));
    assert.doesNotMatch((await setting.workspace.preview("--diff")).output, /elsewhere/);
  });
});
