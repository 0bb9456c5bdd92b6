import assert from "node:assert/strict";
import { causeOf, messageOf, ProviderError, refuse } from "../../../provider/vocabulary/errors";

describe("unit: errors of the provider", () => {
  it("have their message, whatever was thrown", () => {
    assert.equal(messageOf(new Error("no response")), "no response");
    assert.equal(messageOf("no response"), "no response");
  });

  it("lead to what they were made of, and are their own cause where they were made of nothing", () => {
    const first = new Error("no response");
    assert.equal(causeOf(new ProviderError("not done", first)), first);
    assert.equal(causeOf(first), first);
    assert.equal(causeOf("no response"), "no response");
    assert.deepEqual(causeOf({ cause: first }), { cause: first });
    assert.equal(new ProviderError("not done").name, "ProviderError");
  });

  it("refuse with every problem, a line each, and not without any", () => {
    refuse();
    refuse(undefined, undefined);
    assert.throws(() => refuse("one", undefined, "other"), new ProviderError("one\nother"));
  });
});
