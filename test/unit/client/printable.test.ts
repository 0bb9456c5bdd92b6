import assert from "node:assert/strict";
import fc from "fast-check";
import { ConfigurationError, LosantError, printable, printableData } from "../../../client";
import { failureOf, someId, useServer } from "../../scenarios/client/harness";

const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

describe("client: printable text", () => {
  it("is on one line, without controls, escapes and bidirectional marks", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => assert.doesNotMatch(printable(text), unsafe)),
    );
  });

  it("has a blank for a line break or tab, and U+FFFD for what else is not shown", () => {
    assert.equal(printable("a\r\nb\nc\u2028d\te"), "a b c d e");
    assert.equal(
      printable("\u001B[31mred\u009B0m\u202Eabc\u2069\u200F"),
      "\uFFFD[31mred\uFFFD0m\uFFFDabc\uFFFD\uFFFD",
    );
  });

  it("has U+FFFD for half a character, which a protocol cannot carry", () => {
    assert.equal(printable("x\ud800y\udc00"), "x\uFFFDy\uFFFD");
  });

  it("is as it was where nothing needs a change", () => {
    for (const text of ["", "Jürgen Müller", "東京", "👩‍🚀", "עברית", "a\u00A0b"])
      assert.equal(printable(text), text);
  });
});

describe("client: printable data", () => {
  it("has printable text, in names of fields too, and everything else as it was", () => {
    const data = { a: ["x\u001b[31m\ny\r", 1, null], "b\n::c": { d: true, e: undefined } };
    const shown = { a: ["x\uFFFD[31m\ny ", 1, null], "b ::c": { d: true, e: undefined } };
    assert.deepEqual(printableData(data), shown);
  });

  it("keeps a field named __proto__ a field", () => {
    const shown = printableData(JSON.parse('{"__proto__": {"polluted": 1}}'));
    assert.equal(Object.getPrototypeOf(shown), Object.prototype);
    assert.deepEqual(Object.keys(shown), ["__proto__"]);
  });
});

describe("client: text from outside in errors", () => {
  const server = useServer();
  const forged = "x\n::error::forged\u001B[2K\r\u202Ey";
  const bodies: Record<string, string> = {
    "a message": JSON.stringify({ type: "Validation", message: forged }),
    "a type": JSON.stringify({ type: forged, message: "m" }),
    "plain text": forged,
    "JSON of another form": JSON.stringify({ error: forged }),
  };
  for (const [what, body] of Object.entries(bodies)) {
    it(`is printable when it comes as ${what}`, async () => {
      server.script({ status: 400, body });
      const { message, type = "" } = await failureOf(server.client().org.get({ orgId: someId }));
      assert.match(message, /::error::forged/);
      assert.doesNotMatch(message + type, unsafe);
    });
  }

  it("is printable in the name that a call is about, and is no address", async () => {
    server.script({ status: 400 });
    const { org, orgs } = server.client();
    const created = await failureOf(orgs.post({ organization: { name: forged } }));
    const invite = { email: "ann\u001B[31m@example.com", role: "view" } as const;
    const invited = await failureOf(org.inviteMember({ orgId: someId, invite }));
    assert.match(created.message, /::error::forged/);
    assert.match(invited.message, /request not sent: .*must be an email address/);
    assert.doesNotMatch(created.message + invited.message, unsafe);
  });

  it("is printable in the answer that could not be read", async () => {
    server.script({ body: JSON.stringify({ id: someId, name: "Org", members: { [forged]: 1 } }) });
    const { message } = await failureOf(server.client().org.get({ orgId: someId }));
    assert.doesNotMatch(message, unsafe);
  });

  it("is printable in an argument that is refused and in a wrong setting", async () => {
    const organization = JSON.parse(JSON.stringify({ [forged]: 1 }));
    const { message } = await failureOf(server.client().org.patch({ orgId: someId, organization }));
    assert.match(message, /::error::forged/);
    assert.doesNotMatch(message, unsafe);
    assert.doesNotMatch(new ConfigurationError(forged).message, unsafe);
  });

  it("is printable in the words of a broken connection", async () => {
    const fetch = () => Promise.reject(new Error(forged));
    const { message } = await failureOf(server.client({ maxAttempts: 1, fetch }).me.get());
    assert.doesNotMatch(message, unsafe);
  });

  it("is printable in whatever makes a LosantError", () => {
    const details = { action: "me.get", type: forged, retryable: false, outcome: "refused" } as const;
    const { message, type = "" } = new LosantError(forged, details);
    assert.doesNotMatch(message + type, unsafe);
  });
});
