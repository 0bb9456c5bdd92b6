import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { day, hour, ok } from "../../support/stack-setting";
import { ann, bob, carol, errorsOf, inviteKinds, PromiseSetting } from "./support/promise-setting";

onBothFaces("an invite that needs a seat in a full organization", (face) => {
  const setting = PromiseSetting.inThisDescribe(face);

  const kinds = [...inviteKinds, "orgRoster"] as const;

  const invited = (kind: (typeof kinds)[number], role = "view", more: object = {}): Program =>
    kind === "orgRoster"
      ? setting.roster({ [ann]: role }, { unmanaged: "ignore", ...more })
      : { ann: setting.stack.resource(kind, { email: ann, role, ...more }) };

  const isFull = async (member: number) => {
    await setting.stack.simulator.setLimits({ member });
    await setting.stack.simulator.clearRequests();
  };

  /** Refused at preview with the numbers; and at up, where nothing is revoked or sent. */
  const isRefused = async (program: Program, reason: RegExp) => {
    const invites = await setting.stack.simulator.fetchInvites();
    assert.match(await errorsOf(setting.stack.engine.preview(program)), reason);
    assert.match(await errorsOf(setting.stack.engine.up(program)), reason);
    assert.equal(await setting.stack.writes(), 0);
    assert.deepEqual(await setting.stack.simulator.fetchInvites(), invites);
  };

  for (const kind of kinds) {
    describe(`by ${kind}`, () => {
      beforeEach(async () => {
        ok(await setting.stack.engine.up(invited(kind)));
        await setting.stack.simulator.addMember({ email: bob, role: "view" });
      });

      it("is refused at preview where an expired one is to be renewed", async () => {
        await setting.stack.simulator.advance(7 * day + hour);
        await isFull(2);
        await isRefused(invited(kind), /seat/);
      });

      it("is refused at preview where a declined one is to be renewed", async () => {
        await setting.stack.simulator.decline(ann);
        await setting.stack.simulator.advance(7 * day + hour);
        await isFull(2);
        await isRefused(invited(kind), /seat/);
      });

      it("is refused at preview where an expired one changes", async () => {
        await setting.stack.simulator.advance(7 * day + hour);
        await isFull(2);
        await isRefused(invited(kind, "edit"), /seat/);
      });

      it("is refused at preview where a pending one changes and the limit is lower than what is taken", async () => {
        await isFull(2);
        await isRefused(invited(kind, "edit"), /seat/);
      });

      it("is refused at preview where disallowTransfer changes and the limit is lower", async () => {
        await isFull(2);
        await isRefused(invited(kind, "view", { disallowTransfer: false }), /seat/);
      });

      it("is refused at preview where a pending one changes and its domain is not allowed any more", async () => {
        await setting.stack.simulator.setOrganization({ whitelistedEmailDomains: ["example.org"] });
        await setting.stack.simulator.clearRequests();
        await isRefused(invited(kind, "edit"), /example\.org/);
      });

      it("changes a pending one in its own seat", async () => {
        await isFull(3);
        ok(await setting.stack.engine.preview(invited(kind, "edit")));
        ok(await setting.stack.engine.up(invited(kind, "edit")));
        assert.equal(await setting.stack.live(ann), "invite edit");
      });
    });
  }

  for (const kind of inviteKinds) {
    it(`is refused at preview where a renewal of ${kind} and a new person share one seat`, async () => {
      ok(await setting.stack.engine.up(invited(kind)));
      await setting.stack.simulator.advance(7 * day + hour);
      await isFull(2);
      const more = { carol: setting.stack.resource(kind, { email: carol, role: "view" }) };
      const { errors } = await setting.stack.engine.preview({ ...invited(kind), ...more });
      assert.match(errors.join(), /seat/);
      assert.equal(await setting.stack.writes(), 0);
    });

    it(`is refused at preview where two renewals of ${kind} share one seat`, async () => {
      const both = { ...invited(kind), carol: setting.stack.resource(kind, { email: carol, role: "view" }) };
      ok(await setting.stack.engine.up(both));
      await setting.stack.simulator.advance(7 * day + hour);
      await isFull(2);
      assert.match((await setting.stack.engine.preview(both)).errors.join(), /seat/);
    });
  }
});
