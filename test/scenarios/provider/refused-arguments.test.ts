import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ann } from "../../support/one-person";
import { StackSetting } from "../../support/stack-setting";

const elsewhere = "575ed70c7ae143cd83dc4aa9";

onBothFaces("a preview with wrong arguments", (face) => {
  const setting = StackSetting.inSuite(face);

  beforeEach(() => setting.simulator.addMember({ email: ann, role: "view" }));

  const wrongList = { applicationRoles: [{ resourceId: elsewhere, role: "edit" }] };

  for (const [title, kind, args, reason] of [
    ["a wrong role", "orgMember", { email: ann, role: "boss" }, /role: must be one of admin, edit/],
    ["a wrong id", "orgMember", { orgId: "123", email: ann }, /orgId: must be an id of 24 hex digits/],
    ["a wrong address", "orgInvite", { email: "ann", role: "view" }, /email: must be an email address/],
    ["a wrong color", "organization", { iconColor: "reddish" }, /iconColor: must be a color such as #ff8800/],
    ["a misspelt argument", "orgInvite", { email: ann, rolle: "view", role: "view" }, /no argument rolle/],
    ["a missing argument", "orgInvite", { email: ann }, /role: is required/],
    ["nobody", "orgMember", {}, /userId or email: one of the two is required/],
    [
      "a wrong list",
      "orgMember",
      { email: ann, ...wrongList },
      /applicationRoles\.0\.role: must be one of collaborate, view, none/,
    ],
    [
      "an organization that is not there",
      "orgMember",
      { orgId: elsewhere, email: ann },
      /404 .*The API token belongs to owner@example\.com/,
    ],
  ] as const) {
    it(`is refused for ${title}, and nothing is sent`, async () => {
      const { errors } = await setting.engine.preview({ x: setting.resource(kind, args) });
      assert.match(errors.join("\n"), reason);
      const { byAction } = await setting.simulator.requests();
      assert.deepEqual(
        Object.keys(byAction).filter((action) => !/get|pendingInvites/.test(action)),
        [],
      );
    });
  }
});
