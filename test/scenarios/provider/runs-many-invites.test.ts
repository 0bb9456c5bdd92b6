import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ok, StackSetting } from "../../support/stack-setting";

const many = 200;

onBothFaces("many people who are invited at once", (face) => {
  const setting = StackSetting.inSuite(face);

  const emails = Array.from({ length: many }, (_, index) => `person${index}@example.com`);
  const singles = (kind: "orgInvite" | "orgMembership") =>
    Object.fromEntries(emails.map((email) => [email, setting.resource(kind, { email, role: "view" })]));
  const roster = () => setting.roster(Object.fromEntries(emails.map((email) => [email, "view"])));

  for (const [title, program] of [
    ["OrgInvites", () => singles("orgInvite")],
    ["OrgMemberships", () => singles("orgMembership")],
    ["an OrgRoster", roster],
  ] as const) {
    it(`are checked with three requests as ${title}`, async () => {
      await setting.simulator.clearRequests();
      ok(await setting.engine.preview(program()));
      const { total } = await setting.simulator.requests();
      assert.ok(total <= 3, `${total} requests`);
    });
  }

  it("are refused at preview when one seat is missing, with the number of seats", async () => {
    await setting.simulator.setLimits({ member: many });
    const { errors } = await setting.engine.preview(roster());
    assert.match(errors.join("\n"), new RegExp(`\\b${many} seats`));
  });
});
