import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { heldFetch } from "../../support/held-fetch";
import { ann } from "../../support/one-person";
import { ok, owner, StackSetting } from "../../support/stack-setting";

onBothFaces(
  "moving out of a roster whose update is at an end before the person's new resource is",
  (face) => {
    const setting = StackSetting.inSuite(face);

    const roster = (members: object) =>
      setting.resource("orgRoster", { members: { [owner]: "admin", ...members }, unmanaged: "ignore" });

    /** Long enough for an update that does not wait to be at its end. */
    const severalRequests = async () => {
      for (let count = 0; count < 20; count += 1) await setting.simulator.fetchOrganization();
    };

    for (const kind of ["orgMember", "orgMembership"] as const) {
      it(`to ${kind} leaves nothing for the next run`, async () => {
        await setting.simulator.addMember({ email: ann, role: "view" });
        ok(await setting.engine.up({ all: roster({ [ann]: "view" }) }));
        const { stack } = setting.engine;
        const old = stack.get("all") ?? assert.fail();
        const one = setting.resource(kind, { email: ann, role: "edit" });
        const { fetch, isHeld, release } = heldFetch(/^PATCH .*\/member/);
        await setting.during(
          async (provider) => {
            const single = await provider.check(kind, {}, one.args, "ann");
            const all = await provider.check("orgRoster", old.inputs, roster({}).args, "all");
            const created = provider.create(kind, single.inputs, "ann");
            await isHeld;
            const updated = provider.update("orgRoster", old.id, old.outputs, all.inputs, "all");
            await Promise.race([updated, severalRequests()]);
            release();
            const { id, outs } = await created;
            stack.set("ann", { kind, id, inputs: single.inputs, outputs: outs });
            stack.set("all", { ...old, inputs: all.inputs, outputs: (await updated).outs });
          },
          { client: { fetch } },
        );
        const program: Program = { ann: one, all: roster({}) };
        const { operations, printed } = await setting.engine.preview(program);
        assert.deepEqual(operations, { ann: "same", all: "same" }, printed);
        assert.equal(await setting.live(ann), "member edit");
      });
    }
  },
);
