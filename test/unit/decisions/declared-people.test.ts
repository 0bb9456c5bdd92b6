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

  describe("of an address by which the stack knows one member, and which is another one's by now", () => {
    const moved = memberOf("ann.new@example.com", { userId: idOf(1) });
    const other = memberOf("ann@example.com", { userId: idOf(2) });
    const meaning =
      /ann@example\.com means user 0+1, whom the stack knows by it and who is ann\.new@example\.com now; at Losant it is user 0+2 by now\. To declare both, first declare user 0+1 once, by ann\.new@example\.com, and run up: after that, ann@example\.com means user 0+2\.$/;
    const keyed = () => new DeclaredPeople((address) => `key of ${address}`);

    for (const isFirst of [true, false]) {
      for (const [one, another] of [
        [undefined, undefined],
        ["one", "another"],
      ] as const) {
        it(`are refused ${isFirst ? "as the first" : "as the second"} with whom it means, names ${one ? "" : "un"}known`, () => {
          const people = [{ email: other.email }, isFirst ? { email: moved.email } : { userId: idOf(1) }];
          const [first, second] = isFirst ? people : people.reverse();
          const declared = keyed();
          declared.know(other.email, idOf(1));
          declared.declare("OrgMembership", first ?? {}, one);
          const problem = declared.rivalOf("OrgMember", second ?? {}, [moved, other], another);
          assert.match(problem ?? "", one ? /is declared twice/ : /are the same person: declare them once\./);
          assert.match(problem ?? "", meaning);
        });
      }
    }

    it("are refused without it where the address is nobody else's", () => {
      const declared = keyed();
      declared.know(other.email, idOf(1));
      declared.declare("OrgMembership", { email: other.email });
      const problem = declared.rivalOf("OrgMember", { userId: idOf(1) }, [moved]);
      assert.match(problem ?? "", /are the same person: declare them once\.$/);
    });
  });

  it("may be invited and be a member: one person at two times", () => {
    const declared = declaredOf([{ kind: "OrgInvite", person: { email: "ann@example.com" } }]);
    assert.equal(declared.rivalOf("OrgMember", { email: "ann@example.com" }, [ann]), undefined);
  });

  for (const isFirst of [true, false]) {
    const place = isFirst ? "before" : "after";
    it(`manage nobody once their access has ended, and are refused ${place} another resource of the person`, () => {
      const person = { email: "ann@example.com" };
      const declared = new DeclaredPeople();
      declared.declare(isFirst ? "OrgRoster" : "OrgMembership", person, "first", isFirst);
      declared.declare(isFirst ? "OrgMembership" : "OrgRoster", person, "second", !isFirst);
      assert.equal(declared.managerOf(person, [])?.kinds, "OrgMembership");
      const problem = declared.rivalOf(
        isFirst ? "OrgMembership" : "OrgRoster",
        person,
        [],
        "second",
        !isFirst,
      );
      const running = `OrgMembership "${isFirst ? "second" : "first"}"`;
      assert.match(problem ?? "", new RegExp(`ann@example\\.com is declared twice.*until.*by ${running}`));
    });
  }

  it("have the user id that the members, the declaration or the stack tells, in this order", () => {
    const declared = new DeclaredPeople();
    const email = "gone@example.com";
    assert.equal(declared.userIdOf({ email }, [ann]), undefined);
    declared.know(email, idOf(4));
    assert.equal(declared.userIdOf({ email }, [ann]), idOf(4));
    assert.equal(declared.userIdOf({ email, userId: idOf(5) }, [ann]), idOf(5));
    assert.equal(declared.userIdOf({ email: ann.email, userId: idOf(1) }, [ann]), idOf(1));
  });

  it("are told as new once, and again where a name or an end is learned", () => {
    const declared = new DeclaredPeople();
    const person = { email: "ann@example.com" };
    assert.deepEqual(
      [
        declared.declare("OrgMembership", person),
        declared.declare("OrgMembership", person),
        declared.declare("OrgMembership", person, "ann"),
        declared.declare("OrgMembership", person, "other"),
        declared.know("ann@example.com", idOf(1)),
        declared.know("ann@example.com", idOf(1)),
        declared.markRecorded("OrgMembership", person),
        declared.markRecorded("OrgMembership", person),
      ],
      [true, false, true, false, true, false, true, false],
    );
  });

  it("are refused by both names where these are known", () => {
    const declared = new DeclaredPeople();
    declared.declare("OrgMembership", { email: "ann@example.com" }, "one");
    const problem = declared.rivalOf("OrgMember", { userId: idOf(1) }, [ann], "two");
    assert.match(
      problem ?? "",
      /^ann@example\.com \(user 0+1\) is declared twice.*OrgMembership "one".*OrgMember "two"/,
    );
    assert.match(
      declared.rivalOf("OrgRoster", { email: "ann@example.com" }, [], "all") ?? "",
      /^ann@example\.com is declared twice/,
    );
    assert.equal(declared.rivalOf("OrgMembership", { email: "ann@example.com" }, [ann], "one"), undefined);
  });

  it("end a membership against the invite that it came of, and against nothing else", () => {
    const email = "ann@example.com";
    const invited = declaredOf([{ kind: "OrgInvite", person: { email } }]);
    assert.equal(invited.managerOf({ email }, [ann], true), undefined);
    assert.equal(invited.managerOf({ email }, [ann])?.kinds, "OrgInvite");
    assert.equal(invited.managerOf({ email }, [], true)?.kinds, "OrgInvite");
    const member = declaredOf([{ kind: "OrgMembership", person: { email } }]);
    assert.equal(member.managerOf({ email }, [ann], true)?.kinds, "OrgMembership");
  });

  it("are invited by nobody anew while an OrgMember ends", () => {
    const person = { email: "ann@example.com" };
    const ending = new DeclaredPeople();
    ending.declare("OrgInvite", person, "invite");
    ending.declare("OrgMember", person, "member", true);
    assert.match(ending.endOfMember(person, [], "invite") ?? "", /declared twice.*by OrgInvite "invite"/);
    assert.equal(ending.endOfMember({ email: "bob@example.com" }, []), undefined);
    const others = new DeclaredPeople();
    others.declare("OrgMember", person, "member");
    others.declare("OrgMembership", person, "other", true);
    assert.equal(others.endOfMember(person, []), undefined);
  });

  it("are declared anew where a later end is stated", () => {
    const declared = new DeclaredPeople();
    const person = { email: "ann@example.com" };
    assert.equal(declared.declare("OrgMembership", person, "ann", true), true);
    assert.equal(declared.declare("OrgMembership", person, "ann", true), false);
    assert.equal(declared.declare("OrgMembership", person, "ann"), true);
    assert.equal(declared.managerOf(person, [])?.kinds, "OrgMembership");
  });

  it("are recorded once the stack records the resource, and not before", () => {
    const declared = declaredOf([{ kind: "OrgMember", person: { userId: idOf(1) } }]);
    const isRecorded = () => declared.declarationsOf({ userId: idOf(1) }, []).map((one) => one.isRecorded);
    assert.deepEqual(isRecorded(), [false]);
    declared.markRecorded("OrgMember", { userId: idOf(1) });
    declared.declare("OrgMember", { userId: idOf(1) });
    assert.deepEqual(isRecorded(), [true]);
    assert.equal(declared.managerOf({ userId: idOf(1) }, [])?.isRecorded, true);
  });

  it("are not recorded by somebody else's resource, nor by one that is not declared", () => {
    const declared = declaredOf([
      { kind: "OrgMember", person: { userId: idOf(1) } },
      { kind: "OrgMembership", person: { email: "ann@example.com" } },
    ]);
    declared.markRecorded("OrgMembership", { userId: idOf(1) });
    declared.markRecorded("OrgMember", { userId: idOf(2) });
    declared.markRecorded("OrgMember", { email: "ann@example.com" });
    const all = declared.declarationsOf({ email: "ann@example.com" }, [ann]);
    assert.deepEqual(
      all.map(({ isRecorded }) => isRecorded),
      [false, false],
    );
  });

  it("are the same under every address that the stack has known of a user", () => {
    const declared = declaredOf([{ kind: "OrgMembership", person: { email: "ann@example.com" } }]);
    declared.know("ann@example.com", idOf(1));
    declared.know("ann.new@example.com", idOf(1));
    declared.know("bob@example.com", idOf(2));
    assert.equal(declared.declarationsOf({ email: "ann.new@example.com" }, []).length, 1);
    assert.equal(declared.declarationsOf({ userId: idOf(1) }, []).length, 1);
    assert.equal(declared.declarationsOf({ email: "bob@example.com" }, []).length, 0);
  });

  it("are found among the members by an address that they had before", () => {
    const declared = new DeclaredPeople();
    declared.know("ann.old@example.com", idOf(1));
    assert.equal(declared.memberOf({ email: "ann.old@example.com" }, [ann]), ann);
    assert.equal(declared.memberOf({ email: "bob@example.com" }, [ann]), undefined);
    assert.equal(declared.memberOf({ userId: idOf(1) }, [ann]), ann);
    assert.equal(declared.memberOf({}, [ann]), undefined);
  });
});

describe("unit: what manages a person", () => {
  const email = "ann@example.com";

  it("is nothing where nothing declares them", () => {
    assert.equal(declaredOf([]).managerOf({ email }, [ann]), undefined);
  });

  it("is told by its classes, each once", () => {
    const declared = declaredOf([
      { kind: "OrgMembership", person: { email } },
      { kind: "OrgMembership", person: { userId: idOf(1) } },
      { kind: "OrgRoster", person: { email } },
    ]);
    const told = { kinds: "OrgMembership and OrgRoster", isRecorded: false };
    assert.deepEqual(declared.managerOf({ email }, [ann]), told);
  });

  it("goes on by itself where the stack records one of the resources", () => {
    const declared = declaredOf([
      { kind: "OrgMembership", person: { email } },
      { kind: "OrgRoster", person: { email } },
    ]);
    declared.markRecorded("OrgRoster", { email });
    assert.equal(declared.managerOf({ email }, [])?.isRecorded, true);
  });

  it("is an invite before it is accepted, and not afterwards", () => {
    const declared = declaredOf([{ kind: "OrgInvite", person: { email } }]);
    declared.markRecorded("OrgInvite", { email });
    assert.equal(declared.managerOf({ email }, [])?.isRecorded, true);
    assert.equal(declared.managerOf({ email }, [ann])?.isRecorded, false);
    declared.declare("OrgMember", { email });
    declared.markRecorded("OrgMember", { email });
    assert.equal(declared.managerOf({ email }, [ann])?.isRecorded, true);
  });
});

describe("unit: rivals for a person", () => {
  const email = "ann@example.com";
  const moved = "ann.new@example.com";

  it("are two resources of one class that name them by different addresses, or by address and user id", () => {
    for (const person of [{ email: moved }, { userId: idOf(1) }]) {
      const declared = declaredOf([{ kind: "OrgMembership", person }]);
      declared.know(email, idOf(1));
      declared.know(moved, idOf(1));
      assert.match(declared.rivalOf("OrgMembership", { email }, [ann]) ?? "", /declare them once/);
    }
  });

  it("are two classes that name them by one address", () => {
    const declared = declaredOf([{ kind: "OrgRoster", person: { email } }]);
    assert.match(
      declared.rivalOf("OrgInvite", { email }, []) ?? "",
      /^OrgInvite of ann@example\.com and OrgRoster of ann@example\.com are the same person/,
    );
  });

  it("are not a resource and itself, and not an invite and the member that comes of it", () => {
    const membership = declaredOf([{ kind: "OrgMembership", person: { email } }]);
    assert.equal(membership.rivalOf("OrgMembership", { email }, [ann]), undefined);
    const member = declaredOf([{ kind: "OrgMember", person: { email } }]);
    assert.equal(member.rivalOf("OrgInvite", { email }, [ann]), undefined);
  });
});

describe("unit: two resources of one class whose names are not known", () => {
  const person = { email: "ann@example.com" };
  const checked = (...checks: { isNew: boolean; content: string }[]) => {
    const declared = declaredOf([{ kind: "OrgMembership", person }]);
    for (const check of checks) declared.noteCheck("OrgMembership", person, check);
    return declared.rivalOf("OrgMembership", person, []);
  };

  it("are refused once two things were checked as new, or two as recorded", () => {
    for (const isNew of [true, false]) {
      const problem = checked({ isNew, content: "view" }, { isNew, content: "edit" });
      assert.match(problem ?? "", /^ann@example\.com is declared by two OrgMembership resources/);
      assert.match(checked({ isNew, content: "" }, { isNew, content: "edit" }) ?? "", /by two OrgMembership/);
    }
  });

  it("stay refused after a check of the first", () => {
    const [first, second] = [
      { isNew: true, content: "view" },
      { isNew: true, content: "edit" },
    ];
    assert.match(checked(first, second, first) ?? "", /by two OrgMembership/);
  });

  it("may be one, where the same was checked, or a recorded one is replaced by something else", () => {
    for (const isNew of [true, false]) {
      const content = "view";
      assert.equal(checked({ isNew, content }, { isNew, content }), undefined);
    }
    const recorded = { isNew: false, content: "view" };
    assert.equal(checked(recorded, { isNew: true, content: "edit" }), undefined);
  });

  it("are two where a recorded one comes after a new one, or the engine goes on with it", () => {
    assert.match(
      checked({ isNew: true, content: "edit" }, { isNew: false, content: "view" }) ?? "",
      /by two OrgMembership/,
    );
    const declared = new DeclaredPeople();
    declared.declare("OrgMembership", person);
    declared.noteCheck("OrgMembership", person, { isNew: false, content: "view" });
    declared.noteKept("OrgMembership", person);
    declared.noteCheck("OrgMembership", person, { isNew: true, content: "view" });
    assert.equal(declared.rivalOf("OrgMembership", person, []), undefined);
    declared.noteCheck("OrgMembership", person, { isNew: true, content: "edit" });
    assert.match(declared.rivalOf("OrgMembership", person, []) ?? "", /by two OrgMembership/);
  });

  it("are told apart by their names where these are known, and are nobody's whom nothing declares", () => {
    const declared = new DeclaredPeople();
    declared.declare("OrgMembership", person, "ann");
    for (const content of ["view", "edit"]) {
      declared.noteCheck("OrgMembership", person, { isNew: true, content });
      declared.noteCheck("OrgMember", person, { isNew: true, content });
    }
    assert.equal(declared.rivalOf("OrgMembership", person, []), undefined);
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
