import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ann } from "../../support/one-person";
import { errorsOf, ok, StackSetting } from "../../support/stack-setting";

onBothFaces("settings of the environment", (face) => {
  const setting = StackSetting.inSuite(face);

  beforeEach(() => setting.simulator.addMember({ email: ann, role: "view" }));

  const program = () => ({ ann: setting.resource("orgMember", { email: ann, role: "edit" }) });

  for (const [name, value, reason] of [
    ["LOSANT_API_URL", "http://losant.example.com", /LOSANT_API_URL .*https/],
    ["LOSANT_REQUEST_TIMEOUT", "soon", /LOSANT_REQUEST_TIMEOUT is "soon"; it must be a whole number/],
    ["LOSANT_MAX_ATTEMPTS", "0", /LOSANT_MAX_ATTEMPTS is "0"; it must be a whole number/],
    ["LOSANT_MIN_ADMINS", "none", /LOSANT_MIN_ADMINS must be a whole number of at least 1/],
    ["LOSANT_MAX_REMOVALS", "most", /LOSANT_MAX_REMOVALS must be a number of people, such as 5, or a share/],
    ["LOSANT_UNMANAGED", "remove", /LOSANT_UNMANAGED must be warn or fail/],
  ] as const) {
    it(`${name}=${value} is refused, naming where it stands`, async () => {
      setting.env = { [name]: value };
      assert.match(await errorsOf(setting.engine.preview(program())), reason);
      assert.equal((await setting.simulator.requests()).total, 0);
    });
  }

  it("a refused token is told with the way out, and never shown", async () => {
    ok(await setting.engine.up(program()));
    setting.env = { LOSANT_API_TOKEN: "sekrit-token" };
    const errors = await errorsOf(setting.engine.preview(program()));
    assert.match(errors, /answered 401 .*set LOSANT_API_TOKEN .*--refresh=false helps once/);
    assert.doesNotMatch(errors, /sekrit-token/);
  });

  it("a token that lacks a scope is told with the scopes, one of which it needs", async () => {
    await setting.simulator.putState((state) => {
      state.tokenScopes = ["org.get", "org.pendingInvites", "me.get"];
    });
    const errors = await errorsOf(setting.engine.up(program()));
    assert.match(errors, /answered 403 .*org\.modifyMember, org\.\*, all\.Organization/);
  });
});
