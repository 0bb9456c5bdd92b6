import assert from "node:assert/strict";
import fc from "fast-check";
import { addressForm, inviteProblem } from "../../../client/email-address";

const long = (length: number) => "a".repeat(length);

describe("unit: email addresses", () => {
  const invitable = [
    "ann@example.com",
    "r&d@example.com",
    "dept/ops@example.com",
    "o'brien+a=b@example.com",
    "!#$%&'*+-/=?^_`{|}~@example.com",
    "x@example.xn--p1ai",
    "it@x1.co",
    "1@2.3a",
    '"a b"@example.com',
    '"a@b"@example.com',
    '"a\\"b\\\\"@example.com',
    "Ann@Example.COM",
    `${long(64)}@example.com`,
    `a@${long(63)}.com`,
  ];
  for (const address of invitable) {
    it(`can be invited, and named: ${address}`, () => {
      assert.equal(inviteProblem(address), undefined);
      assert.match(address, addressForm);
    });
  }

  const mailbox = /^what is before the @ is not the name of a mailbox \(RFC 5321\)$/;
  const domain = /^what is after the @ is not the name of a domain, such as example\.com$/;
  const nameable: [address: string, problem: RegExp][] = [
    ["a..b@example.com", mailbox],
    [".a@example.com", mailbox],
    ["a.@example.com", mailbox],
    ["a,b@example.com", mailbox],
    ["müller@example.com", mailbox],
    [`${long(65)}@example.com`, mailbox],
    ["root@localhost", domain],
    ["a@-x.com", domain],
    ["a@x-.com", domain],
    ["a@x..com", domain],
    ["a@x_y.com", domain],
    ["a@1.2.3.4", domain],
    ["a@[1.2.3.4]", domain],
    [`a@${long(64)}.com`, domain],
    [`a@${`${long(60)}.`.repeat(5)}com`, domain],
    ["a@ex\u00e4mple.com", /^state its domain in ASCII, a@xn--exmple-cua\.com$/],
    [
      "a@\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444",
      /^state its domain in ASCII, a@xn--e1afmkfd\.xn--p1ai$/,
    ],
  ];
  for (const [address, problem] of nameable) {
    it(`can be named where they are there, and not invited: ${address.slice(0, 70)}`, () => {
      assert.match(inviteProblem(address) ?? "", problem);
      assert.match(address, addressForm);
    });
  }

  const none = ["", "ann", "@", "ann@", "@example.com", "a b@example.com", "a@b@example.com", "a@b.c/d"];
  const unseen = [
    "a\u0000@b.c",
    "a\nb@c.de",
    '"a\nb"@c.de',
    "a@b\u202e.c",
    "a\u200b@b.c",
    "a@\ud800.c",
    "a@b c.de",
  ];
  for (const address of [...none, ...unseen]) {
    it(`are neither: ${JSON.stringify(address)}`, () => {
      assert.doesNotMatch(address, addressForm);
      assert.ok(inviteProblem(address));
    });
  }

  it("can be named wherever they can be invited", () => {
    const text = fc.string({ unit: fc.constantFrom(...'aZ0.-_@"\\ &/\u00e4[]'), maxLength: 12 });
    fc.assert(
      fc.property(
        text,
        (address) => inviteProblem(`${address}.com`) !== undefined || addressForm.test(`${address}.com`),
      ),
    );
  });
});
