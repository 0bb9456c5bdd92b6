import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { heldFetch } from "../../support/held-fetch";
import { ann } from "../../support/one-person";
import type { ProviderCalls } from "../../support/provider-calls";
import { ok, owner, StackSetting } from "../../support/stack-setting";

onBothFaces("a person who moves from a roster to a resource whose until has passed", (face) => {
  const setting = StackSetting.inSuite(face);

  const roster = (members: object) => setting.resource("orgRoster", { members, unmanaged: "ignore" });
  const people = { [owner]: "admin", [ann]: "view" };
  const ended = async (kind: "orgMembership" | "orgMember") =>
    setting.resource(kind, { email: ann, role: "view", until: await setting.dateIn(-2) });

  for (const kind of ["orgMembership", "orgMember"] as const) {
    for (const order of ["before", "after"] as const) {
      it(`${kind} ${order} the roster: is removed once, and counts once in the removal limit`, async () => {
        await setting.simulator.addMember({ email: ann, role: "view" });
        ok(await setting.engine.up({ roster: roster(people) }));
        setting.env = { LOSANT_MAX_REMOVALS: "1" };
        const rest = { roster: roster({ [owner]: "admin" }) };
        const single = { single: await ended(kind) };
        const program: Program = order === "before" ? { ...single, ...rest } : { ...rest, ...single };
        const preview = await setting.engine.preview(program);
        ok(preview);
        ok(await setting.engine.up(program));
        assert.equal(await setting.live(ann), "absent");
      });
    }

    it(`${kind}: counts once while their removal is under way and the roster is compared`, async () => {
      await setting.simulator.addMember({ email: ann, role: "view" });
      ok(await setting.engine.up({ roster: roster(people) }));
      setting.env = { LOSANT_MAX_REMOVALS: "1" };
      const single = await ended(kind);
      const { inputs: olds, outputs } = setting.engine.stack.get("roster") ?? assert.fail("no roster");
      const news = roster({ [owner]: "admin" }).args;
      const held = heldFetch(/^DELETE /);
      const work = async (provider: ProviderCalls) => {
        await provider.read("orgRoster", `${setting.orgId}/roster`, outputs, "roster");
        const { inputs } = await provider.check(kind, {}, single.args, "single");
        const creating = provider.create(kind, inputs, "single");
        await Promise.race([held.isHeld, creating]);
        const checked = await provider.check("orgRoster", olds, news, "roster");
        assert.deepEqual(checked.failures, []);
        await provider.diff("orgRoster", `${setting.orgId}/roster`, outputs, checked.inputs, "roster");
        held.release();
        await creating;
        await provider.update("orgRoster", `${setting.orgId}/roster`, outputs, checked.inputs, "roster");
      };
      await setting.during(work, { client: { fetch: held.fetch } });
      assert.equal(await setting.live(ann), "absent");
    });
  }
});
