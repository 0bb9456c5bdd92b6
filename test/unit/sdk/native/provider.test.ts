import assert from "node:assert/strict";
import { Provider } from "../../../../sdk/native/provider";

describe("a Provider", () => {
  it("is not called as the engine calls its own, whose settings the environment would win over", () => {
    assert.throws(
      () => new Provider("default", { apiToken: "token" }),
      /Provider "default": .*take another name/,
    );
  });
});
