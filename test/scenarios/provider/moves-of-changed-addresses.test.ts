import assert from "node:assert/strict";
import { changeAddresses } from "../../support/addresses";
import { onBothFaces } from "../../support/faces";
import { ann, declaring } from "../../support/one-person";
import { ok, StackSetting } from "../../support/stack-setting";

const now = "ann.new@example.com";

onBothFaces("an OrgMember by user id whose address has changed, moved by the recorded one", (face) => {
  const setting = StackSetting.inSuite(face);

  for (const kind of ["orgMembership", "orgInvite", "orgRoster"] as const) {
    for (const name of ["ann", "other"]) {
      it(`to an ${kind}${name === "ann" ? "" : " of another name"}, stays, and no email is sent`, async () => {
        const userId = await setting.simulator.addMember({ email: ann, role: "view" });
        ok(await setting.engine.up({ ann: setting.resource("orgMember", { userId, role: "view" }) }));
        await changeAddresses(setting, { [userId]: now });
        const { ann: resource } = declaring(setting, kind);
        assert(resource);
        await setting.mails();
        if (kind !== "orgInvite") {
          const { printed } = await setting.engine.preview({ [name]: resource });
          assert.match(printed, new RegExp(`${ann} is now ${now} at Losant`));
        }
        ok(await setting.engine.up({ [name]: resource }));
        assert.deepEqual([await setting.live(now), await setting.live(ann)], ["member view", "absent"]);
        assert.equal(await setting.mails(), 0);
        const again = await setting.engine.preview({ [name]: resource });
        assert.equal(again.operations[name], "same");
      });
    }
  }
});
