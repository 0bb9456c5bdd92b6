import assert from "node:assert/strict";
import { tracesOf } from "../support/traces";

const secret = 'a+b/c="secret"?&1';

describe("secrets: traces", () => {
  const texts: Record<string, string> = {
    plain: `x${secret}y`,
    "URL-encoded": `?q=${encodeURIComponent(secret)}&r`,
    "in JSON": JSON.stringify({ text: JSON.stringify({ secret }) }),
    base64: `Basic ${Buffer.from(`someone:${secret}`).toString("base64")}`,
  };

  for (const [form, text] of Object.entries(texts)) {
    it(`are found ${form}`, () => assert.ok(tracesOf(secret, text).includes(form), text));
  }

  it("are found in base64 at every place of a group, in base64url and in a URL", () => {
    for (const before of ["", "x", "xy", "xyz"]) {
      const bytes = Buffer.from(`${before}${secret}z`);
      const texts = [bytes.toString("base64url"), encodeURIComponent(bytes.toString("base64"))];
      for (const text of texts) assert.deepEqual(tracesOf(secret, text), ["base64"]);
    }
  });

  it("are not found where there is none", () => assert.deepEqual(tracesOf(secret, "a+b/c=secret?"), []));
});
