import assert from "node:assert/strict";
import fc from "fast-check";
import type { RosterPeople } from "../../../provider/decisions/roster/people";
import type { RosterOutcome } from "../../../provider/live/carry-out-roster";
import { peopleAfter, withoutUnsent } from "../../../provider/resources/roster-record";
import { email, emailOf, rosterMembers, rosterPeople } from "../arbitraries";
import { idOf, memberOf, orgId } from "../samples";

type Ending = RosterOutcome["outcome"] | "handed over";
const endings = fc.constantFrom<Ending>(
  "done",
  "failed",
  "unsent",
  "not tried",
  "removed",
  "revoked",
  "kept",
  "handed over",
  "absent",
);
const outcomes = fc
  .uniqueArray(fc.tuple(email, endings), { selector: ([address]) => address })
  .map((list) => new Map(list));
const stillTheirs: readonly (Ending | undefined)[] = ["failed", "unsent", "not tried", "kept"];

describe("unit: whom a roster manages afterwards", () => {
  it("are all whom it names, and whoever was not taken out", () => {
    fc.assert(
      fc.property(rosterMembers, rosterPeople, outcomes, (members, known, ended) => {
        const people = peopleAfter({ orgId, members }, {}, known, known, [...ended].map(outcomeOf));
        const left = Object.keys(known).filter((one) => stillTheirs.includes(ended.get(one)));
        assert.deepEqual(new Set(Object.keys(people)), new Set([...Object.keys(members), ...left]));
      }),
    );
  });

  it("keep what was last applied where a change failed or was not tried", () => {
    fc.assert(
      fc.property(rosterMembers, rosterPeople, outcomes, (members, known, ended) => {
        const people = peopleAfter({ orgId, members }, {}, known, known, [...ended].map(outcomeOf));
        for (const [address, person] of Object.entries(people)) {
          const ending = ended.get(address);
          const isUndone = ending === "failed" || ending === "not tried" || !(address in members);
          const before = known[address];
          const isReleased = ending === "kept" && !(address in members);
          if (isUndone && before) assert.deepEqual(person, isReleased ? { ...before, isReleased } : before);
          else if (ending !== "unsent") assert.deepEqual(person.entry, members[address]);
        }
      }),
    );
  });

  it("are found by user id where the address has changed at Losant", () => {
    const known = { [emailOf(1)]: { entry: "view" as const, status: "active" as const, userId: idOf(1) } };
    const failed: RosterOutcome = {
      email: "moved1@example.com",
      userId: idOf(1),
      outcome: "failed",
      reason: "",
    };
    assert.deepEqual(peopleAfter({ orgId, members: {} }, {}, known, known, [failed]), known);
  });

  it("are without a date where an invite is wanted and was not confirmed as sent", () => {
    const known = {
      [emailOf(1)]: { entry: "view" as const, status: "pending" as const, inviteDate: "2026-11-14" },
    };
    const unsent: RosterOutcome = { email: emailOf(1), outcome: "unsent", reason: "" };
    const people = peopleAfter({ orgId, members: { [emailOf(1)]: "edit" } }, {}, known, known, [unsent]);
    assert.deepEqual(people[emailOf(1)], { entry: "edit", status: "withdrawn", disallowTransfer: undefined });
  });

  it("keep lists that were taken out, as empty, where the invite without them was not confirmed as sent", () => {
    const before = {
      role: "view" as const,
      applicationRoles: [{ resourceId: idOf(2), role: "view" as const }],
    };
    const known = { [emailOf(1)]: { entry: before, status: "pending" as const } };
    const unsent: RosterOutcome = { email: emailOf(1), outcome: "unsent", reason: "" };
    const people = peopleAfter({ orgId, members: { [emailOf(1)]: "edit" } }, {}, known, known, [unsent]);
    assert.deepEqual(people[emailOf(1)]?.entry, { role: "edit", applicationRoles: [] });
  });

  describe("at the end of somebody's access", () => {
    const entry = { role: "view" as const, until: "2026-11-14" };
    const one = emailOf(1);
    const before = { entry: "view" as const, status: "active" as const, userId: idOf(1) };
    const recordedAfter = (outcome?: Ending, known: RosterPeople = { [one]: before }) => {
      const outcomes = outcome ? [{ ...outcomeOf([one, outcome]), userId: idOf(1) }] : [];
      return peopleAfter({ orgId, members: { [one]: entry } }, { [one]: entry }, known, known, outcomes)[one];
    };

    it("are known by user id where they left by it, and where they had left before", () => {
      assert.deepEqual(recordedAfter("removed"), { entry, userId: idOf(1) });
      assert.deepEqual(recordedAfter("removed", {}), { entry, userId: idOf(1) });
      assert.deepEqual(recordedAfter("handed over"), { entry, userId: idOf(1) });
      for (const gone of [undefined, "absent" as const])
        assert.deepEqual(recordedAfter(gone), { entry, userId: idOf(1), status: "left" });
    });

    it("are nobody's where no user id is known", () => {
      assert.equal(recordedAfter(undefined, { [one]: { entry: "view", status: "pending" } }), undefined);
      assert.equal(recordedAfter(undefined, {}), undefined);
    });

    it("are as they were where they could not be removed", () => {
      for (const ending of ["failed", "not tried"] as const) assert.deepEqual(recordedAfter(ending), before);
      assert.deepEqual(recordedAfter("kept"), { ...before, isReleased: true });
    });
  });

  it("are recorded without the old invite where the new one was not confirmed as sent", () => {
    const invites = [1, 2].map((number) => ({
      id: idOf(number),
      email: emailOf(number),
      role: "view" as const,
    }));
    const organization = { id: orgId, name: "Example", members: [] };
    const unsent: RosterOutcome = { email: emailOf(1), outcome: "unsent", reason: "" };
    const snapshot = withoutUnsent({ organization, invites, now: new Date() }, [unsent]);
    assert.deepEqual(
      snapshot.invites.map(({ email }) => email),
      [emailOf(2)],
    );
  });
});

function outcomeOf([address, ending]: [string, Ending]): RosterOutcome {
  const who = { email: address };
  if (ending === "failed" || ending === "unsent" || ending === "not tried")
    return { ...who, outcome: ending, reason: "no response" };
  if (ending === "removed") return { ...who, outcome: ending, member: memberOf(address), invites: [] };
  if (ending === "revoked") return { ...who, outcome: ending, invites: [] };
  if (ending === "kept")
    return { ...who, outcome: ending, because: "declared elsewhere", isHandedOver: false, isThere: true };
  if (ending === "handed over")
    return { ...who, outcome: "kept", because: "declared elsewhere", isHandedOver: true, isThere: true };
  return { ...who, outcome: ending };
}
