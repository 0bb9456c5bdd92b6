import assert from "node:assert/strict";
import fc from "fast-check";
import { DeclaredPeople, type PersonKind } from "../../../provider/decisions/declared-people";
import { findMember, type PersonKey } from "../../../provider/decisions/people-index";
import { email, snapshot, userId } from "../arbitraries";
import { idOf, memberOf } from "../samples";

const kind = fc.constantFrom<PersonKind>("OrgInvite", "OrgMember", "OrgMembership", "OrgRoster");
const person: fc.Arbitrary<PersonKey> = fc.oneof(fc.record({ email }), fc.record({ userId }));
const declarations = fc.array(fc.record({ kind, person }), { maxLength: 10 });
const ann = memberOf("ann@example.com", { userId: idOf(1) });

describe("unit: declared people", () => {
  it("are found under whatever the members tell of them", () => {
    fc.assert(
      fc.property(declarations, snapshot, person, (list, { organization: { members } }, wanted) => {
        const declared = declaredOf(list);
        const keys = [wanted, findMember(members, wanted) ?? {}];
        const expected = list.filter((one) => keys.some((key) => isSame(key, one.person)));
        assert.deepEqual(
          namesOf(declared.declarationsOf(wanted, members)),
          [...new Set(namesOf(expected))].sort(),
        );
      }),
    );
  });

  it("are the same by address and by user id", () => {
    const declared = declaredOf([{ kind: "OrgMember", person: { userId: idOf(1) } }]);
    assert.equal(declared.declarationsOf({ email: "ann@example.com" }, [ann]).length, 1);
    assert.equal(declared.declarationsOf({ email: "ann@example.com" }, []).length, 0);
  });

  it("are refused where two resources name one person in two ways", () => {
    const declared = declaredOf([{ kind: "OrgMember", person: { userId: idOf(1) } }]);
    const problem = declared.rivalOf("OrgMembership", { email: "ann@example.com" }, [ann]);
    assert.match(
      problem ?? "",
      /OrgMembership of ann@example\.com and OrgMember of user 0+1 are the same person/,
    );
  });

  it("may be invited and be a member: one person at two times", () => {
    const declared = declaredOf([{ kind: "OrgInvite", person: { email: "ann@example.com" } }]);
    assert.equal(declared.rivalOf("OrgMember", { email: "ann@example.com" }, [ann]), undefined);
  });

  it("are recorded once the stack records the resource, and not before", () => {
    const declared = declaredOf([{ kind: "OrgMember", person: { userId: idOf(1) } }]);
    const isRecorded = () => declared.declarationsOf({ userId: idOf(1) }, []).map((one) => one.isRecorded);
    assert.deepEqual(isRecorded(), [false]);
    declared.markRecorded("OrgMember", { userId: idOf(1) });
    declared.declare("OrgMember", { userId: idOf(1) });
    assert.deepEqual(isRecorded(), [true]);
  });
});

function declaredOf(list: { kind: PersonKind; person: PersonKey }[]): DeclaredPeople {
  const declared = new DeclaredPeople();
  for (const one of list) declared.declare(one.kind, one.person);
  return declared;
}

function isSame(one: PersonKey, other: PersonKey): boolean {
  const isSameAddress = one.email !== undefined && one.email === other.email;
  return isSameAddress || (one.userId !== undefined && one.userId === other.userId);
}

function namesOf(list: readonly { kind: PersonKind; person: PersonKey }[]): string[] {
  return list.map((one) => `${one.kind} ${one.person.email} ${one.person.userId}`).sort();
}
