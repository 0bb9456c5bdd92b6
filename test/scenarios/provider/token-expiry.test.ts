import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ann, bob } from "../../support/one-person";
import { ok, StackSetting } from "../../support/stack-setting";

onBothFaces("an API token that expires soon", (face) => {
  const setting = StackSetting.inSuite(face);

  it("is warned of once in a preview and in an up, without the token", async () => {
    const exp = Math.floor((Date.now() + 5 * 24 * 60 * 60 * 1000) / 1000);
    const payload = Buffer.from(JSON.stringify({ exp })).toString("base64url");
    const token = `eyJhbGciOiJIUzI1NiJ9.${payload}.c2lnbmF0dXJl`;
    await setting.simulator.putState((state) => {
      state.token = token;
    });
    setting.env.LOSANT_API_TOKEN = token;
    const program = Object.fromEntries(
      [ann, bob].map((email) => [email, setting.resource("orgMembership", { email, role: "view" })]),
    );
    for (const step of ["preview", "up"] as const) {
      const outcome = await setting.engine[step](program);
      ok(outcome);
      assert.equal(outcome.printed.match(/the API token expires in 5 days/g)?.length, 1);
      assert.doesNotMatch(outcome.printed, new RegExp(payload));
    }
  });
});
