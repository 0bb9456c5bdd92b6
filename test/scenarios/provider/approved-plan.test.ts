import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ApprovedChange } from "../../../plan/approved";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { temporaryFolder } from "../../support/project-folder";
import { errorsOf, ok, owner, StackSetting } from "../../support/stack-setting";

const ann = "ann@example.com";
const bob = "bob@example.com";
const cleo = "cleo@example.com";

onBothFaces("a run with an approved plan", (face) => {
  const setting = StackSetting.inSuite(face);
  let folder: string;

  beforeEach(() => {
    folder = temporaryFolder("approved");
  });

  const approve = (...changes: ApprovedChange[]) => {
    const file = join(folder, "plan.json");
    const plan = { version: 1, stack: "dev", organizations: [{ id: setting.orgId, changes }] };
    writeFileSync(file, JSON.stringify(plan));
    setting.env.LOSANT_APPROVED_PLAN = file;
  };
  const membership = (email: string, role: string) => setting.resource("orgMembership", { email, role });
  const promoted = (role: "edit" | "admin"): ApprovedChange => ({
    email: ann,
    does: "change roles",
    to: { role },
  });
  const adopt = async (program: Program) => {
    for (const email of [ann, bob]) await setting.simulator.addMember({ email, role: "view" });
    ok(await setting.engine.up(program));
    await setting.writes();
  };

  it("does what was approved, and what is not necessary any more is fine", async () => {
    await adopt({ ann: membership(ann, "view"), bob: membership(bob, "view") });
    approve(
      promoted("edit"),
      { email: bob, does: "remove" },
      { email: cleo, does: "invite", to: { role: "view" } },
    );
    ok(await setting.engine.up({ ann: membership(ann, "edit"), cleo: membership(cleo, "view") }));
    assert.deepEqual(
      [await setting.live(ann), await setting.live(bob), await setting.live(cleo)],
      ["member edit", "absent", "invite view"],
    );
    ok(await setting.engine.up({ ann: membership(ann, "edit"), cleo: membership(cleo, "view") }));
  });

  const others: Record<string, () => [before: Program, next: Program]> = {
    "another role": () => [{ ann: membership(ann, "view") }, { ann: membership(ann, "admin") }],
    "somebody else": () => [
      { ann: membership(ann, "view") },
      { ann: membership(ann, "edit"), cleo: membership(cleo, "view") },
    ],
    "another role by a roster": () => [setting.roster({ [ann]: "view" }), setting.roster({ [ann]: "admin" })],
  };
  for (const [what, programs] of Object.entries(others)) {
    it(`changes nothing where a preview plans ${what}, at preview and at up`, async () => {
      const [before, program] = programs();
      await adopt(before);
      approve(promoted("edit"));
      for (const step of ["preview", "up"] as const) {
        const told = await errorsOf(setting.engine[step](program));
        assert.match(
          told,
          /is not what was approved \((change roles, edit|the approved plan has no change of this person)\)/,
        );
      }
      assert.notEqual(await setting.live(ann), "member admin");
      assert.equal(await setting.live(cleo), "absent");
    });
  }

  it("removes nobody whose removal was not approved, of whom Pulumi tells only at up", async () => {
    await adopt({ ann: membership(ann, "view"), bob: membership(bob, "view") });
    approve({ email: ann, does: "remove" });
    const { errors } = await setting.engine.up({});
    assert.match(
      errors.join(),
      /bob@example\.com: removing them .* is not what was approved \(the approved plan has no change of this person\)/,
    );
    assert.deepEqual([await setting.live(ann), await setting.live(bob)], ["absent", "member view"]);
  });

  it("changes nobody whom somebody has added or changed at Losant since, which a roster would undo", async () => {
    await adopt(setting.roster({ [ann]: "view", [bob]: "view" }, { unmanaged: "remove" }));
    approve();
    await setting.simulator.addMember({ email: cleo, role: "edit" });
    await setting.simulator.setMember(bob, { role: "edit" });
    const again = setting.roster({ [ann]: "view", [bob]: "view" }, { unmanaged: "remove" });
    const told = await errorsOf(setting.engine.up(again));
    assert.match(told, /cleo@example\.com: removing them/);
    assert.match(told, /bob@example\.com: making them view/);
    assert.equal(await setting.writes(), 0);
  });

  it("refuses nothing of whom a roster leaves from now on, and removed before", async () => {
    await adopt(setting.roster({ [ann]: "view" }, { unmanaged: "remove" }));
    await setting.inviteByHand(cleo, "edit");
    await setting.writes();
    approve();
    ok(await setting.engine.up(setting.roster({ [ann]: "view" }, { unmanaged: "ignore" })));
    assert.equal(await setting.writes(), 0);
  });

  it("is refused where the file is none", async () => {
    await adopt({ ann: membership(ann, "view") });
    setting.env.LOSANT_APPROVED_PLAN = join(folder, "missing.json");
    const told = await errorsOf(setting.engine.up({ ann: membership(ann, "edit") }));
    assert.match(told, /LOSANT_APPROVED_PLAN must name a file/);
    assert.equal(await setting.live(ann), "member view");
    assert.equal(await setting.live(owner), "member admin");
  });
});
