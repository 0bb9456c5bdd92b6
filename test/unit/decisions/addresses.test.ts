import assert from "node:assert/strict";
import { anotherUser, changedAddress, meaningOf } from "../../../provider/decisions/addresses";
import { DeclaredPeople } from "../../../provider/decisions/declared-people";
import { NamedPeople, readdressed } from "../../../provider/decisions/roster/addresses";
import { idOf, memberOf, snapshotOf } from "../samples";

const email = "ann@example.com";
const now = "ann.new@example.com";
const moved = memberOf(now, { userId: idOf(1) });
const holder = memberOf(email, { userId: idOf(2) });
const entry = "view" as const;

describe("unit: whom an address means", () => {
  it("is whoever has it where the stack knows nobody, or somebody who is gone", () => {
    assert.deepEqual(meaningOf(email, undefined, true, [holder]), { key: { email } });
    assert.deepEqual(meaningOf(email, idOf(1), true, [holder]), { key: { email } });
  });

  it("is whom the stack knows by it, whoever has it now", () => {
    const key = { email, userId: idOf(1) };
    assert.deepEqual(meaningOf(email, idOf(1), true, [moved]), { key });
    assert.deepEqual(meaningOf(email, idOf(1), false, [moved, holder]), { key });
  });

  it("is unclear where a new resource states it, and two members have had it", () => {
    const { problem } = meaningOf(email, idOf(1), true, [moved, holder]);
    assert.match(problem ?? "", /another user at Losant now .*ann\.new@example\.com/);
  });

  it("is told where it has changed, and where it has passed to somebody else", () => {
    assert.equal(changedAddress(email, holder, [holder]), undefined);
    assert.match(changedAddress(email, moved, [moved]) ?? "", /is now ann\.new@example\.com at Losant/);
    assert.match(
      changedAddress(email, moved, [moved, holder]) ?? "",
      new RegExp(`another user now \\(user ${idOf(2)}`),
    );
    assert.match(anotherUser(email, idOf(2), idOf(1)), /is no longer a member/);
  });

  it("is not a declaration of somebody else who has it now", () => {
    const declared = new DeclaredPeople();
    declared.declare("OrgMembership", { email });
    declared.know(email, idOf(1));
    const members = [moved, holder];
    assert.equal(declared.managerOf({ email, userId: idOf(2) }, members), undefined);
    assert.equal(declared.managerOf({ email }, members), undefined);
    assert.equal(declared.managerOf({ email: now, userId: idOf(1) }, members)?.kinds, "OrgMembership");
    assert.equal(declared.managerOf({ email }, [holder])?.kinds, "OrgMembership");
  });
});

describe("unit: the people of a roster whose addresses have changed", () => {
  const recorded = { [email]: { entry, userId: idOf(1) } };
  const by = (stated: string[], ...members: (typeof moved)[]) =>
    readdressed(recorded, stated, snapshotOf(members, []));

  it("are followed under the address that is stated", () => {
    assert.deepEqual(by([email], moved, holder), { known: recorded, heirs: [] });
    assert.deepEqual(by([email, now], moved), { known: recorded, heirs: [] });
    assert.deepEqual(by([], moved, holder), { known: recorded, heirs: [] });
  });

  it("are followed under the address that they have now, once it is stated", () => {
    const known = { [now]: recorded[email] };
    assert.deepEqual(by([now], moved), { known, heirs: [] });
    assert.deepEqual(by([now, email], moved, holder), { known, heirs: [] });
  });

  it("are followed as they were where they have swapped addresses", () => {
    const both = { [email]: { entry, userId: idOf(1) }, [now]: { entry, userId: idOf(2) } };
    const snapshot = snapshotOf([moved, holder], []);
    assert.deepEqual(readdressed(both, [email, now], snapshot), { known: both, heirs: [] });
  });

  it("leave their address to whoever has it, once they are gone, if it is stated", () => {
    const heir = { email, userId: idOf(2), former: idOf(1) };
    assert.deepEqual(by([email], holder), { known: {}, heirs: [heir] });
    assert.deepEqual(by([], holder), { known: recorded, heirs: [] });
  });

  it("are told from others by user id, and by address where none is recorded", () => {
    const named = new NamedPeople({ ...recorded, "bob@example.com": { entry } }, [moved, holder]);
    assert.deepEqual([named.hasMember(moved), named.hasMember(holder)], [true, false]);
    assert.equal(named.hasMember(memberOf("bob@example.com", { userId: idOf(3) })), true);
    assert.deepEqual([named.hasInvited(email), named.hasInvited("bob@example.com")], [false, true]);
    assert.equal(new NamedPeople(recorded, []).hasInvited(email), true);
  });
});
