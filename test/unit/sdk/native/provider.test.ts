import assert from "node:assert/strict";
import { isExplicit } from "../../../../native/provider-settings";
import { Provider } from "../../../../sdk/native/provider";
import { runMocked } from "../../../support/mocked-program";

describe("a Provider", () => {
  for (const name of ["default", "default_1_2_3", "default_1_0_0_beta_1", "default_https_/example.com/x"]) {
    it(`is not called ${name}, as the engine calls its own, whose settings the environment would win over`, () => {
      assert.equal(isExplicit(`urn:pulumi:dev::people::pulumi:providers:losant::${name}`), false);
      assert.throws(
        () => new Provider(name, { apiToken: "token" }),
        (error: Error) => error.message.includes(`"${name}": `) && /take another name/.test(error.message),
      );
    });
  }

  for (const name of ["customer", "default_customer", "defaults"]) {
    it(`may be called ${name}`, async () => {
      assert.equal(isExplicit(`urn:pulumi:dev::people::pulumi:providers:losant::${name}`), true);
      const ran = await runMocked(() => void new Provider(name, { apiToken: "token" }));
      assert.equal(ran.error, undefined);
    });
  }
});
