import assert from "node:assert/strict";
import type { Program } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ann, bob, carol, inviteKinds } from "../../support/one-person";
import { day, errorsOf, hour, ok, StackSetting } from "../../support/stack-setting";

onBothFaces("an invite that needs a seat in a full organization", (face) => {
  const setting = StackSetting.inSuite(face);

  const kinds = [...inviteKinds, "orgRoster"] as const;

  const invited = (kind: (typeof kinds)[number], role = "view", more: object = {}): Program =>
    kind === "orgRoster"
      ? setting.roster({ [ann]: role }, { unmanaged: "ignore", ...more })
      : { ann: setting.resource(kind, { email: ann, role, ...more }) };

  const isFull = async (member: number) => {
    await setting.simulator.setLimits({ member });
    await setting.simulator.clearRequests();
  };

  /** Refused at preview with the numbers; and at up, where nothing is revoked or sent. */
  const isRefused = async (program: Program, reason: RegExp) => {
    const invites = await setting.simulator.fetchInvites();
    assert.match(await errorsOf(setting.engine.preview(program)), reason);
    assert.match(await errorsOf(setting.engine.up(program)), reason);
    assert.equal(await setting.writes(), 0);
    assert.deepEqual(await setting.simulator.fetchInvites(), invites);
  };

  for (const kind of kinds) {
    describe(`by ${kind}`, () => {
      beforeEach(async () => {
        ok(await setting.engine.up(invited(kind)));
        await setting.simulator.addMember({ email: bob, role: "view" });
      });

      it("is refused at preview where an expired one is to be renewed", async () => {
        await setting.simulator.advance(7 * day + hour);
        await isFull(2);
        await isRefused(invited(kind), /seat/);
      });

      it("is refused at preview where a declined one is to be renewed", async () => {
        await setting.simulator.decline(ann);
        await setting.simulator.advance(7 * day + hour);
        await isFull(2);
        await isRefused(invited(kind), /seat/);
      });

      it("is refused at preview where an expired one changes", async () => {
        await setting.simulator.advance(7 * day + hour);
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
        await setting.simulator.setOrganization({ whitelistedEmailDomains: ["example.org"] });
        await setting.simulator.clearRequests();
        await isRefused(invited(kind, "edit"), /example\.org/);
      });

      it("changes a pending one in its own seat", async () => {
        await isFull(3);
        ok(await setting.engine.preview(invited(kind, "edit")));
        ok(await setting.engine.up(invited(kind, "edit")));
        assert.equal(await setting.live(ann), "invite edit");
      });
    });
  }

  for (const kind of inviteKinds) {
    it(`is refused at preview where a renewal of ${kind} and a new person share one seat`, async () => {
      ok(await setting.engine.up(invited(kind)));
      await setting.simulator.advance(7 * day + hour);
      await isFull(2);
      const more = { carol: setting.resource(kind, { email: carol, role: "view" }) };
      const { errors } = await setting.engine.preview({ ...invited(kind), ...more });
      assert.match(errors.join(), /seat/);
      assert.equal(await setting.writes(), 0);
    });

    it(`is refused at preview where two renewals of ${kind} share one seat`, async () => {
      const both = { ...invited(kind), carol: setting.resource(kind, { email: carol, role: "view" }) };
      ok(await setting.engine.up(both));
      await setting.simulator.advance(7 * day + hour);
      await isFull(2);
      assert.match((await setting.engine.preview(both)).errors.join(), /seat/);
    });
  }
});
