import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ann } from "../../support/one-person";
import { ok, owner, StackSetting } from "../../support/stack-setting";

onBothFaces("moving a person in the program", (face) => {
  const setting = StackSetting.inSuite(face);

  /** The ways to declare somebody; each under a name of its own, as another class has another URN. */
  const programs = (): Record<string, Program> => ({
    OrgInvite: { invite: setting.resource("orgInvite", { email: ann, role: "view" }) },
    OrgMember: { member: setting.resource("orgMember", { email: ann, role: "view" }) },
    OrgMembership: { membership: setting.resource("orgMembership", { email: ann, role: "view" }) },
    OrgRoster: {
      roster: setting.resource("orgRoster", {
        members: { [owner]: "admin", [ann]: "view" },
        deletionPolicy: "remove",
      }),
    },
    "another name": { renamed: setting.resource("orgMembership", { email: ann, role: "view" }) },
  });

  const moves = (kinds: string[]) => [
    ...kinds.flatMap((from) => kinds.filter((to) => to !== from).map((to) => [from, to] as const)),
    ["OrgMembership", "another name"] as const,
  ];

  const move = async (from: string, to: string) => {
    const { [from]: before = {}, [to]: after = {} } = programs();
    ok(await setting.engine.up(before));
    await setting.writes();
    const outcome = await setting.engine.up(after);
    ok(outcome);
    assert.equal(await setting.writes(), 0, outcome.printed);
    assert.equal(Object.values((await setting.engine.preview(after)).operations).join(), "same");
  };

  for (const [from, to] of moves(["OrgInvite", "OrgMember", "OrgMembership", "OrgRoster"])) {
    it(`from ${from} to ${to} changes nothing for a member`, async () => {
      await setting.simulator.addMember({ email: ann, role: "view" });
      await move(from, to);
      assert.equal(await setting.live(ann), "member view");
    });
  }

  for (const [from, to] of moves(["OrgInvite", "OrgMembership", "OrgRoster"])) {
    it(`from ${from} to ${to} changes nothing for a pending invite`, async () => {
      await move(from, to);
      assert.equal(await setting.live(ann), "invite view");
    });
  }

  it("says that the person stays, because the program declares them elsewhere", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    ok(await setting.engine.up(programs().OrgMembership ?? {}));
    const { printed } = await setting.engine.up(programs()["another name"] ?? {});
    assert.match(printed, /ann@example\.com stays in organization .* declared elsewhere in the program/);
  });
});
