import assert from "node:assert/strict";
import fc from "fast-check";
import { redacted, redactor } from "../../../client/redaction";

const secret = fc.string({ minLength: 8, unit: "grapheme-ascii" }).filter((text) => text.trim().length >= 8);
const around = fc.string();

describe("client: redaction", () => {
  it("leaves no secret in any text, however often it stands there", () => {
    fc.assert(
      fc.property(secret, around, (hidden, text) => {
        const shown = redactor([hidden])(`${text}${hidden}${text}${hidden}`);
        assert.ok(!shown.includes(hidden) || redacted.includes(hidden));
      }),
    );
  });

  it("knows a secret as URLs and JSON write it", () => {
    fc.assert(
      fc.property(secret, (hidden) => {
        const redact = redactor([hidden]);
        assert.equal(redact(`<${encodeURIComponent(hidden)}>`), `<${redacted}>`);
        assert.equal(redact(JSON.stringify([hidden])), `["${redacted}"]`);
      }),
    );
  });

  it("knows a secret in JSON that escapes slashes", () => {
    assert.equal(redactor(["abc/def/ghi"])('{"a":"abc\\/def\\/ghi"}'), `{"a":"${redacted}"}`);
  });

  const encodings = ["base64", "base64url"] as const;
  for (const encoding of encodings) {
    it(`knows a secret in ${encoding}, alone and behind a scheme or a user`, () => {
      fc.assert(
        fc.property(secret, fc.string({ maxLength: 9 }), (hidden, user) => {
          const redact = redactor([hidden]);
          const encoded = (text: string) => Buffer.from(text).toString(encoding);
          assert.ok(!redact(`<${encoded(hidden)}>`).includes(encoded(hidden).replace(/=+$/, "")));
          for (const text of [`Bearer ${hidden}`, `${user}:${hidden}`, `${hidden}:`]) {
            const shown = redact(`a ${encoded(text)} b`);
            const rest = shown.replace("(secret)", "").length - "a  b".length;
            const beside = encoded(text.replace(hidden, "")).length;
            assert.ok(shown.includes("(secret)") && rest <= beside + 4, `${text}: ${shown}`);
          }
        }),
      );
    });
  }

  it("knows a secret in base64 that a URL escapes", () => {
    const encoded = encodeURIComponent(Buffer.from("???>>>???>>>").toString("base64"));
    assert.match(encoded, /%2F/);
    assert.equal(redactor(["???>>>???>>>"])(encoded), redacted);
  });

  it("takes no short word for a short secret in base64", () => {
    assert.equal(redactor(["abc"])("YWJj"), "YWJj");
  });

  it("leaves nothing over of a secret that begins with another one", () => {
    assert.equal(redactor(["token", "token-and-more"])("a token-and-more b"), `a ${redacted} b`);
  });

  it("leaves a text without secrets as it is", () => {
    fc.assert(fc.property(around, (text) => assert.equal(redactor([undefined, ""])(text), text)));
  });
});
