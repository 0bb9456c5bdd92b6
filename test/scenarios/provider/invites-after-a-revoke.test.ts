import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ann, declaring, invitingKinds, killDuringInvite } from "../../support/one-person";
import { ok, StackSetting } from "../../support/stack-setting";

const changes = {
  role: { role: "edit" },
  "roles on applications": { applicationRoles: [{ resourceId: "575ed70c7ae143cd83dc4aa9", role: "view" }] },
  disallowTransfer: { disallowTransfer: false },
};

const renewals = ["manual", "automatic"] as const;

onBothFaces("an invite whose predecessor was revoked, and that could not be sent", (face) => {
  const setting = StackSetting.inSuite(face);

  beforeEach(() => {
    setting.env.LOSANT_MAX_ATTEMPTS = "1";
  });

  for (const kind of invitingKinds) {
    for (const [what, change] of Object.entries(changes)) {
      for (const renewal of what === "disallowTransfer" ? renewals : renewals.slice(0, 1)) {
        const declared = () => declaring(setting, kind, { renewal, disallowTransfer: true });
        const changed = () => declaring(setting, kind, { renewal, disallowTransfer: true, ...change });

        it(`${kind}, changed ${what}, renewal ${renewal}: is sent by the next up after a refusal`, async () => {
          ok(await setting.engine.up(declared()));
          await setting.simulator.fault({ action: "org.inviteMember", status: 400 });
          assert.notDeepEqual((await setting.engine.up(changed())).errors, []);
          await nextUpInvites(changed());
        });
      }
    }

    it(`${kind}, changed disallowTransfer: is sent by the next up after the process was killed`, async () => {
      ok(await setting.engine.up(declaring(setting, kind, { disallowTransfer: true, renewal: "manual" })));
      const changed = declaring(setting, kind, { disallowTransfer: false, renewal: "manual" });
      await killDuringInvite(setting, changed);
      await nextUpInvites(changed);
    });

    it(`${kind}, changed role: is sent by the next up after the process was killed`, async () => {
      ok(await setting.engine.up(declaring(setting, kind)));
      const changed = declaring(setting, kind, { role: "edit" });
      await killDuringInvite(setting, changed);
      await nextUpInvites(changed);
    });

    it(`${kind}, changed role: is sent by the next up after the answer to the revoke was lost`, async () => {
      ok(await setting.engine.up(declaring(setting, kind)));
      await setting.simulator.fault({ action: "org.revokeInvite", dropResponse: true });
      assert.notDeepEqual((await setting.engine.up(declaring(setting, kind, { role: "edit" }))).errors, []);
      await nextUpInvites(declaring(setting, kind, { role: "edit" }));
    });

    it(`${kind}: loses roles taken out of the program though the first revoke was refused`, async () => {
      const { applicationRoles } = changes["roles on applications"];
      ok(await setting.engine.up(declaring(setting, kind, { applicationRoles })));
      await setting.simulator.fault({ action: "org.revokeInvite", status: 400 });
      assert.notDeepEqual((await setting.engine.up(declaring(setting, kind))).errors, []);
      ok(await setting.engine.up(declaring(setting, kind)));
      const [invite] = await setting.simulator.fetchInvites();
      assert.deepEqual(invite?.applicationRoles, []);
    });

    it(`${kind}: is sent once what the program states went back to what was recorded`, async () => {
      ok(await setting.engine.up(declaring(setting, kind)));
      await setting.simulator.fault({ action: "org.inviteMember", status: 400 });
      await setting.engine.up(declaring(setting, kind, { role: "edit" }));
      await nextUpInvites(declaring(setting, kind), /^invite view/);
    });
  }

  for (const kind of ["orgInvite", "orgMembership"] as const) {
    it(`${kind}, another resend: is sent by the next up after a server error`, async () => {
      ok(await setting.engine.up(declaring(setting, kind, { renewal: "manual" })));
      const again = declaring(setting, kind, { renewal: "manual", resend: "again" });
      await setting.simulator.fault({ action: "org.inviteMember", status: 500 });
      assert.notDeepEqual((await setting.engine.up(again)).errors, []);
      await nextUpInvites(again);
    });
  }

  const nextUpInvites = async (program: ReturnType<typeof declaring>, live = /^invite/) => {
    await setting.mails();
    const outcome = await setting.engine.up(program);
    ok(outcome);
    assert.match(await setting.live(ann), live, outcome.printed);
    assert.equal(await setting.mails(), 1, outcome.printed);
    assert.equal((await setting.engine.up(program)).operations.ann, "same");
  };
});
