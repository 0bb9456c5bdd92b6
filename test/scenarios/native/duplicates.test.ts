import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { nativeFace } from "../../support/faces";
import { ann } from "../../support/one-person";
import { ok, owner, StackSetting } from "../../support/stack-setting";

describe("people who are declared twice where no class of a program sees it", () => {
  const setting = StackSetting.inSuite(nativeFace);

  const membership = () => setting.resource("orgMembership", { email: ann, role: "view" });
  const roster = (members: object, more: object = {}) => setting.resource("orgRoster", { members, ...more });

  const isRefused = async (program: Program) => {
    const errors = (await setting.engine.preview(program)).errors.join("\n");
    for (const name of Object.keys(program)) assert.ok(errors.includes(`"${name}"`), errors);
    assert.equal(await setting.writes(), 0);
  };

  it("are refused with both names", () =>
    isRefused({ first: membership(), second: setting.resource("orgInvite", { email: ann, role: "view" }) }));

  it("are refused in a roster beside a membership, with both names", () =>
    isRefused({ everybody: roster({ [owner]: "admin", [ann]: "view" }), single: membership() }));

  it("are none where a roster leaves others alone", async () => {
    const everybody = roster({ [owner]: "admin" }, { unmanaged: "ignore" });
    ok(await setting.engine.preview({ everybody, single: membership() }));
  });
});
