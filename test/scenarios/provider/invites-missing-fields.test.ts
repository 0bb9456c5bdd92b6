import assert from "node:assert/strict";
import { without } from "../../support/answer-proxy";
import { onBothFaces } from "../../support/faces";
import { ann, declaring, invitingKinds } from "../../support/one-person";
import { ProxiedSetting } from "../../support/proxied-setting";
import { hour, ok } from "../../support/stack-setting";

const lists = {
  applicationRoles: [{ resourceId: "575ed70c7ae143cd83dc4aa9", role: "view" }],
  dashboardRoles: [{ resourceId: "575ed71e7ae143cd83dc4aaa", role: "none" }],
};

onBothFaces("answers that leave fields out", (face) => {
  const setting = ProxiedSetting.inSuite(face);

  const manyUps = async (program: ReturnType<typeof declaring>) => {
    ok(await setting.engine.up(program));
    await setting.writes();
    for (let run = 0; run < 2; run += 1) {
      await setting.simulator.advance(hour);
      const outcome = await setting.engine.up(program);
      ok(outcome);
      assert.equal(outcome.operations.ann, "same", outcome.printed);
    }
    assert.equal(await setting.writes(), 0);
  };

  for (const kind of invitingKinds) {
    for (const disallowTransfer of [true, false, undefined]) {
      it(`${kind}: without disallowTransfer email nobody where ${disallowTransfer} is stated`, async () => {
        setting.proxy.add({ edit: without("disallowTransfer") });
        await manyUps(declaring(setting, kind, { disallowTransfer }));
      });
    }

    it(`${kind}: without role lists email nobody`, async () => {
      setting.proxy.add({ edit: without("applicationRoles", "dashboardRoles") });
      await manyUps(declaring(setting, kind, lists));
      const [invite] = await setting.simulator.fetchInvites();
      assert.deepEqual(
        { applicationRoles: invite?.applicationRoles, dashboardRoles: invite?.dashboardRoles },
        lists,
      );
    });

    it(`${kind}: without hasExpired and limits email nobody`, async () => {
      setting.proxy.add({ edit: without("hasExpired", "limits", "summary", "whitelistedEmailDomains") });
      await manyUps(declaring(setting, kind, lists));
    });

    it(`${kind}: without disallowTransfer take a pending invite over without an email`, async () => {
      await setting.inviteByHand(ann, "view");
      await setting.mails();
      setting.proxy.add({ edit: without("disallowTransfer") });
      ok(await setting.engine.up(declaring(setting, kind, { disallowTransfer: true })));
      assert.equal(await setting.mails(), 0);
    });
  }

  for (const kind of ["orgMember", "orgMembership", "orgRoster"] as const) {
    it(`${kind}: without role lists change a member once and not at every run`, async () => {
      await setting.simulator.addMember({ email: ann, role: "view" });
      setting.proxy.add({ edit: without("applicationRoles", "dashboardRoles") });
      await manyUps(declaring(setting, kind, lists));
      const { applicationRoles, dashboardRoles } = (await setting.simulator.fetchMember(ann)) ?? {};
      assert.deepEqual({ applicationRoles, dashboardRoles }, lists);
    });
  }
});
