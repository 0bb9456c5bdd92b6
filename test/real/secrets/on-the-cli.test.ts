import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { parseState } from "../../support/pulumi-state";
import { tracesOf } from "../../support/traces";
import * as secrets from "./secret-stack";

const withoutIds = (text: string): string => text.replace(/\b[\da-f]{24}\/[^\s"\\\]]+/g, "(id)");

onBothFaces("secrets: a stack on the real CLI, because only it writes logs and states", (face) => {
  let texts: Record<string, string> = {};

  before(async function () {
    this.timeout(300_000);
    ({ texts } = await secrets.SecretStack.record(face));
  });

  const insist = (
    secret: string,
    change: (text: string, name: string) => string,
    names = Object.keys(texts),
  ) => {
    for (const name of names) {
      const text = change(texts[name] ?? assert.fail(`there is no ${name}`), name);
      assert.deepEqual(tracesOf(secret, text), [], `${name} holds ${secret}:\n${excerpt(text, secret)}`);
    }
  };

  const recordedOutputs = (name: string) =>
    parseState((texts["stack export"] ?? "").replace(/\nexit code.*$/, ""))[name]?.outputs ?? {};

  it("went through everything that it should", () => {
    const codes = Object.entries(texts).map(([name, text]) => [name, /exit code (\d+)$/.exec(text)?.[1]]);
    const isDone = Object.fromEntries(
      codes.map(([name, code]) => [name, code === undefined || code === "0"]),
    );
    const failing = { "refused up -v=9": false, crash: false };
    const planned = { "preview --json": true, "up -v=9": true, "stack export": true, "state files": true };
    assert.deepEqual(isDone, { ...failing, ...planned, "preview --diff": true, "destroy -v=9": true });
    assert.match(texts["refused up -v=9"] ?? "", /this was sent: \(secret\)/);
    assert.match(texts.crash ?? "", /crashed in the middle of a request/);
  });

  it("shows the API token nowhere, from the configuration and from the environment", () => {
    for (const token of [secrets.token, secrets.rotatedToken]) insist(token, (text) => text);
  });

  const { cardToken, description, resend } = secrets;
  for (const [name, secret] of Object.entries({ cardToken, description, resend })) {
    it(`shows ${name} nowhere but in the engine's own verbose log`, () => insist(secret, withoutVerboseLog));
  }

  it("records a secret list of members nowhere in clear", () => {
    for (const person of [secrets.rosterPerson, secrets.rosterAdmin]) {
      insist(person, withoutBillingEmail, ["stack export", "state files"]);
    }
  });

  it("records the organization of a secret list of members in clear", () => {
    const { orgId } = recordedOutputs("roster");
    assert.equal(typeof orgId, "string", JSON.stringify(orgId));
  });

  it("records as secret of a list of members that is none what has been recorded of them alone", () => {
    const { __people, awaiting, members } = recordedOutputs("plain");
    assert.deepEqual(tracesOf(secrets.plainPerson, JSON.stringify(__people)), []);
    for (const plain of [awaiting, members])
      assert.match(JSON.stringify(plain), /plain\.person@example\.com/);
  });

  it("records a secret email nowhere in clear but in the id", () => {
    for (const person of [secrets.guest, secrets.colleague]) {
      insist(person, withoutIds, ["stack export", "state files"]);
    }
  });

  it("shows secret people in the lines about them, and nowhere else in a preview", () => {
    for (const person of [secrets.rosterPerson, secrets.guest, secrets.colleague]) {
      const { diagnostics, ...planned } = JSON.parse(
        (texts["preview --json"] ?? "").replace(/\nexit.*$/, ""),
      );
      assert.deepEqual(tracesOf(person, JSON.stringify(planned)), []);
      assert.ok(JSON.stringify(diagnostics).includes(person));
    }
  });
});

/** At -v=9 the engine prints every property of every resource of every provider, secrets in clear. */
function withoutVerboseLog(text: string): string {
  return text.replace(/\{"time":.*$/gm, "");
}

/** Where the invoices of the organization go is the same address. */
function withoutBillingEmail(text: string): string {
  return text.replace(/"billingEmail": ?"[^"]*"/g, "");
}

function excerpt(text: string, secret: string): string {
  const at = text.indexOf(secret);
  return at < 0 ? "(encoded)" : text.slice(Math.max(0, at - 200), at + 300);
}
