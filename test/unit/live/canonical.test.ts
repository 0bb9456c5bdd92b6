import assert from "node:assert/strict";
import fc from "fast-check";
import { canonicalInvite, canonicalMember, canonicalOrganization } from "../../../provider/live/canonical";
import { Email } from "../../../provider/vocabulary/arguments";
import { anyText } from "../arbitraries";
import { idOf, inviteOf, memberOf, snapshotOf } from "../samples";

const id = fc.stringMatching(/^[A-Fa-f\d]{24}$/);
const roleOn = fc.record({ resourceId: id, role: fc.constantFrom("view" as const, "none" as const) });
const lists = fc.option(
  fc.uniqueArray(roleOn, { selector: ({ resourceId }) => resourceId.toLowerCase(), maxLength: 5 }),
  { nil: undefined },
);
const person = fc.record({ email: anyText, applicationRoles: lists, dashboardRoles: lists });

describe("unit: canonical forms", () => {
  it("of members, invites and organizations are their own canonical forms", () => {
    fc.assert(
      fc.property(person, id, (more, userId) => {
        const member = canonicalMember({ ...memberOf("ann@example.com"), ...more, userId });
        assert.deepEqual(canonicalMember(member), member);
        const invite = canonicalInvite({ ...inviteOf("ann@example.com"), ...more });
        assert.deepEqual(canonicalInvite(invite), invite);
        const { organization } = snapshotOf([member]);
        assert.deepEqual(canonicalOrganization(organization), organization);
      }),
    );
  });

  it("have ids in lower case and role lists sorted; a list that an answer left out stays out", () => {
    fc.assert(
      fc.property(person, id, (more, userId) => {
        const member = canonicalMember({ ...memberOf("ann@example.com"), ...more, userId });
        assert.equal(member.userId, userId.toLowerCase());
        for (const name of ["applicationRoles", "dashboardRoles"] as const) {
          const ids = more[name]?.map(({ resourceId }) => resourceId.toLowerCase());
          assert.deepEqual(
            member[name]?.map(({ resourceId }) => resourceId),
            ids?.sort(),
          );
        }
      }),
    );
  });

  it("change only ASCII letters of an address, so that one address never becomes another", () => {
    const kelvin = "\u212Aate@example.com";
    assert.equal(canonicalMember(memberOf(kelvin)).email, kelvin);
    assert.equal(canonicalMember(memberOf(" ANN@Example.com ")).email, "ann@example.com");
  });

  it("hold no text that a terminal obeys", () => {
    const { email, userId } = canonicalMember(memberOf("a\u001B[2J@b\n::error::", { userId: "\u001B1" }));
    assert.doesNotMatch(email + userId, /\p{Cc}/u);
  });

  it("of an address is the one that an argument gets", () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.boolean(), (address, isUpper) => {
        const spelling = isUpper ? address.toUpperCase() : ` ${address} `;
        const { data } = Email.safeParse(spelling);
        if (data !== undefined) assert.equal(canonicalInvite(inviteOf(spelling)).email, data);
      }),
    );
  });

  it("keep what else an answer holds", () => {
    assert.equal(canonicalMember(memberOf("ann@example.com", { userId: idOf(1), more: 1 })).more, 1);
  });
});
