import assert from "node:assert/strict";
import { CliSetting, fail } from "../../support/cli-setting";

describe("an argument without a value", () => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start();
    await setting.reset();
  });

  after(() => setting?.close());

  const preview = (text: string) => {
    setting.program(
      `const pulumi = require("@pulumi/pulumi");
       const absent = pulumi.output({}).apply((outputs) => outputs.absent);
       ${text}`,
    );
    return fail(setting.workspace.preview());
  };

  for (const [title, text, kind, reason] of [
    [
      "orgId as an absent output",
      `new losant.OrgMembership("bob", { orgId: absent, email: "bob@example.com", role: "view" });`,
      "OrgMembership",
      "orgId: is required",
    ],
    [
      "orgId as undefined",
      `new losant.OrgInvite("bob", { orgId: undefined, email: "bob@example.com", role: "view" });`,
      "OrgInvite",
      "orgId: is required",
    ],
    [
      "email as an absent output",
      `new losant.OrgMembership("bob", { orgId, email: absent, role: "view" });`,
      "OrgMembership",
      "email: is required",
    ],
    [
      "email as undefined",
      `new losant.OrgMembership("bob", { orgId, email: undefined, role: "view" });`,
      "OrgMembership",
      "email: is required",
    ],
    [
      "email as null",
      `new losant.OrgMembership("bob", { orgId, email: null, role: "view" });`,
      "OrgMembership",
      "email: is required",
    ],
    [
      "members as undefined",
      `new losant.OrgRoster("bob", { orgId, members: undefined });`,
      "OrgRoster",
      "members: is required",
    ],
    [
      "members as an absent output, beside others",
      `new losant.OrgRoster("bob", { orgId, members: absent, unmanaged: "ignore" });`,
      "OrgRoster",
      "members: is required",
    ],
    [
      "a roster's orgId as an absent output",
      `new losant.OrgRoster("bob", { orgId: absent, members: {}, unmanaged: "ignore" });`,
      "OrgRoster",
      "orgId: is required",
    ],
    [
      "a user's id as an absent output",
      `new losant.OrgMember("bob", { orgId: absent, userId: absent, role: "view" });`,
      "OrgMember",
      "orgId: is required",
    ],
  ] as const) {
    it(`(${title}) is reported as missing, with the resource`, async () => {
      const output = await preview(text);
      assert.match(output, new RegExp(`${kind} resource 'bob' has a problem: ${reason}`));
      assert.doesNotMatch(output, /TypeError|^\s+at .*\.js:\d+/m);
    });
  }

  it("is refused where a roster has a name that JavaScript drops", async () => {
    const members = `JSON.parse('{"__proto__": "admin", "bob@example.com": "view"}')`;
    for (const input of [members, `pulumi.output(0).apply(() => ${members})`]) {
      assert.match(
        await preview(`new losant.OrgRoster("all", { orgId, members: ${input} });`),
        /OrgRoster "all": members: __proto__ is not an email address/,
      );
    }
  });
});
