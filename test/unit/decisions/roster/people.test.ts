import assert from "node:assert/strict";
import fc from "fast-check";
import {
  awaitingIn,
  peopleFrom,
  peopleIn,
  personFrom,
  recordedInvite,
  recordedPeople,
} from "../../../../provider/decisions/roster/people";
import { rosterMembers, rosterPeople } from "../../arbitraries";
import { ago, day, idOf } from "../../samples";

const ann = "ann@example.com";
const bob = "bob@example.com";

describe("unit: the people of a roster", () => {
  it("are read from a state as they were recorded, whatever the members beside them state", () => {
    fc.assert(
      fc.property(rosterPeople, rosterMembers, (people, members) => {
        const read = peopleFrom(recordedPeople(people, members), members);
        assert.deepEqual(plain(read), plain(people));
      }),
    );
  });

  it("are recorded without an entry that stands among the members anyway", () => {
    const people = { [ann]: { entry: "view" as const }, [bob]: { entry: "view" as const } };
    const text = recordedPeople(people, { [ann]: "view", [bob]: "edit" });
    assert.deepEqual(JSON.parse(text), { [ann]: {}, [bob]: { entry: "view" } });
  });

  it("are without those of whom a state has neither an entry nor a member", () => {
    const read = peopleFrom(`{"${ann}": {}, "${bob}": {"status": "active"}}`, { [bob]: "view" });
    assert.deepEqual(read, { [bob]: { status: "active", entry: "view" } });
  });

  it("are read in every status, and cannot be read where the text is no state of people", () => {
    for (const status of ["pending", "expired", "withdrawn", "active", "left"]) {
      const text = JSON.stringify({ [ann]: { entry: { role: "view" }, status } });
      assert.equal(peopleFrom(text, {})[ann]?.status, status);
    }
    for (const text of ["", "[1]", `{"${ann}": {"entry": 1}}`, `{"${ann}": {"status": "gone"}}`]) {
      assert.throws(() => peopleFrom(text, {}), /people of this OrgRoster cannot be read/);
    }
  });

  it("are shown as awaited until they are members, with their invite's dates", () => {
    const invite = { status: "pending" as const, inviteDate: ago(day), expiresAt: ago(-6 * day) };
    const people = {
      [ann]: { entry: "view" as const, ...invite, disallowTransfer: true },
      [bob]: { entry: "view" as const, status: "active" as const },
    };
    assert.deepEqual(awaitingIn(people), { [ann]: invite });
  });

  it("are those whom the program states, with what is remembered of them", () => {
    const known = {
      [ann]: { entry: "view" as const, userId: idOf(1), isReleased: true },
      [bob]: { entry: "view" as const },
    };
    assert.deepEqual(peopleIn({ [ann]: "edit", "cleo@example.com": "none" }, known), {
      [ann]: { userId: idOf(1), entry: "edit" },
      "cleo@example.com": { entry: "none" },
    });
  });

  it("were sent what is recorded of them, and nothing where no status is", () => {
    const person = {
      status: "left" as const,
      inviteDate: ago(day),
      disallowTransfer: false,
      userId: idOf(1),
      awaitsTwoFactor: true,
    };
    const roles = { role: "view" as const, applicationRoles: [] };
    assert.deepEqual(recordedInvite({ entry: roles, ...person }), { ...roles, ...person });
    assert.equal(recordedInvite({ entry: "view" }), undefined);
    assert.equal(recordedInvite(undefined), undefined);
  });

  it("are taken over from another resource where it recorded a role and a status that rosters know", () => {
    const recorded = { role: "view" as const, status: "pending", inviteDate: ago(day), resend: "1" };
    assert.deepEqual(plain(personFrom(recorded)), {
      entry: { role: "view" },
      status: "pending",
      inviteDate: ago(day),
    });
    const { role: _role, ...withoutRole } = recorded;
    for (const other of [undefined, withoutRole, { ...recorded, status: "ended" }, { role: recorded.role }]) {
      assert.equal(personFrom(other), undefined);
    }
    assert.equal(personFrom({ ...recorded, status: "accepted" })?.status, "active");
  });
});

/** Without what is undefined, as a state keeps it. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
