import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import type { Kind, Properties } from "../../support/provider-messages";
import { StackSetting } from "../../support/stack-setting";

const needed: [Kind, Properties][] = [
  ["orgMember", { email: "bob@example.com" }],
  ["orgInvite", { email: "bob@example.com", role: "view" }],
  ["orgMembership", { email: "bob@example.com", role: "view" }],
  ["orgRoster", { members: { "owner@example.com": "admin" } }],
];

onBothFaces("an argument that is missing", (face) => {
  const setting = StackSetting.inSuite(face);

  const isRefused = async (kind: Kind, args: Properties, expected: string) => {
    const { errors, operations } = await setting.engine.preview({ bob: { kind, args } });
    assert.deepEqual([errors, operations], [[expected], { bob: "failed" }]);
    assert.equal(await setting.writes(), 0);
  };

  for (const [kind, args] of needed) {
    it(`is named by ${kind}: orgId`, () => isRefused(kind, args, "orgId: is required"));

    for (const name of Object.keys(args)) {
      if (kind === "orgMember") continue;
      it(`is named by ${kind}: ${name}`, () =>
        isRefused(kind, { ...args, orgId: setting.orgId, [name]: undefined }, `${name}: is required`));
    }
  }
});
