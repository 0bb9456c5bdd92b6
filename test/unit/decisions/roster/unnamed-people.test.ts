import assert from "node:assert/strict";
import type { RosterSituation } from "../../../../provider/decisions/roster/plan";
import { unnamedRoles } from "../../../../provider/decisions/roster/plan-others";
import { idOf, inviteOf, memberOf, snapshotOf } from "../../samples";
import { email, moved, planOf } from "./plan-samples";

describe("unit: people whom a roster does not name", () => {
  const known = { [email]: { entry: "view" as const, userId: idOf(1) } };
  const bob = memberOf("bob@example.com", { userId: idOf(2) });

  it("are removed where it named them, by address or user id, and told where it did not", () => {
    for (const address of [email, moved]) {
      const snapshot = snapshotOf([memberOf(address), bob]);
      const { removals, unmanaged } = planOf({}, { snapshot, known });
      assert.deepEqual(
        removals.map((one) => one.email),
        [address],
      );
      assert.deepEqual(unmanaged, [{ ...bob, isNamed: false }]);
    }
  });

  it("are removed with the address by which it named them, where they have another one now", () => {
    const { steps } = planOf({}, { snapshot: snapshotOf([memberOf(moved)]), known });
    assert.deepEqual(steps, [{ does: "remove", member: memberOf(moved), namedAs: email }]);
  });

  it("are told with their user id where the roster names another person by their address", () => {
    const shared = memberOf(email, { userId: idOf(3) });
    const snapshot = snapshotOf([memberOf(moved, { userId: idOf(1) }), shared, bob]);
    const { unmanaged } = planOf({ [email]: "view" }, { snapshot, known });
    assert.deepEqual(unmanaged, [
      { ...shared, isNamed: false, otherUser: idOf(3) },
      { ...bob, isNamed: false },
    ]);
  });

  it("are told without one where they are invited", () => {
    const invite = inviteOf("cleo@example.com");
    const { unmanaged } = planOf({}, { snapshot: snapshotOf([], [invite]) });
    assert.deepEqual(unmanaged, [{ ...invite, isNamed: false, isInvited: true }]);
  });

  it("are removed where unmanaged is remove, and not told where it is ignore", () => {
    const snapshot = snapshotOf([bob], [inviteOf("cleo@example.com")]);
    const removing = planOf({}, { snapshot }, { unmanaged: "remove" });
    assert.deepEqual([removing.removals.length, removing.revocations.length], [1, 1]);
    const ignoring = planOf({}, { snapshot }, { unmanaged: "ignore" });
    assert.deepEqual([ignoring.removals, ignoring.revocations, ignoring.unmanaged], [[], [], []]);
  });

  it("are kept where something else declares them, and are none of its business if it never named them", () => {
    const snapshot = snapshotOf([memberOf(email), bob]);
    for (const isRecorded of [true, false]) {
      const plan = planOf({}, { snapshot, known, managerOf: () => ({ kinds: "OrgMembership", isRecorded }) });
      const person = { email, userId: idOf(1) };
      assert.deepEqual(plan.kept, [{ does: "release", person, isDeclared: true, isRecorded }]);
      assert.deepEqual([plan.removals, plan.unmanaged], [[], []]);
    }
  });

  it("lose an invite beside their membership with it, under the old address as well", () => {
    const invites = [inviteOf(email), inviteOf(moved), inviteOf("cleo@example.com")];
    const before = { ...known, "cleo@example.com": { entry: "view" as const } };
    const plan = planOf({}, { snapshot: snapshotOf([memberOf(moved)], invites), known: before });
    assert.deepEqual(
      plan.removals.map((one) => one.email),
      [moved],
    );
    assert.deepEqual(
      plan.revocations.map((one) => one.email),
      ["cleo@example.com"],
    );
  });

  it("have their invites revoked once an address, and stay told once", () => {
    const invites = [inviteOf(email, { id: idOf(1) }), inviteOf(email, { id: idOf(2) })];
    assert.equal(planOf({}, { snapshot: snapshotOf([], invites), known }).revocations.length, 1);
    assert.equal(planOf({}, { snapshot: snapshotOf([], invites) }).unmanaged.length, 1);
  });

  it("have expired invites taken back where it named them, and nothing else declares them", () => {
    const expired = { hasExpired: true };
    const names = ["ann", "ann", "bob", "cleo"].map((name) => `${name}@example.com`);
    const invites = names.map((address, index) => inviteOf(address, { ...expired, id: idOf(index + 1) }));
    const before = { ...known, "bob@example.com": { entry: "view" as const } };
    const managerOf: RosterSituation["managerOf"] = (person) =>
      person.email === "bob@example.com" ? { kinds: "OrgMembership", isRecorded: true } : undefined;
    const plan = planOf({}, { snapshot: snapshotOf([], invites), known: before, managerOf });
    assert.deepEqual(
      plan.lapsed.map((one) => one.email),
      [email],
    );
    assert.deepEqual([plan.removals, plan.revocations, plan.unmanaged], [[], [], []]);
  });

  it("are gone where nothing of them is left, by address or user id", () => {
    const others = { "bob@example.com": { entry: "view" as const } };
    const gone = (...members: Parameters<typeof snapshotOf>) =>
      planOf(
        { "bob@example.com": "view" },
        { snapshot: snapshotOf(...members), known: { ...known, ...others } },
      ).gone;
    assert.deepEqual(gone([]), [{ email, userId: idOf(1) }]);
    assert.deepEqual(gone([memberOf(moved)]), []);
    assert.deepEqual(gone([], [inviteOf(email, { hasExpired: true })]), []);
  });

  it("have their roles told by address, members and invited people, unless something else declares them", () => {
    const snapshot = snapshotOf(
      [memberOf(email, { role: "edit" }), bob],
      [inviteOf("cleo@example.com", { role: "none" }), inviteOf("dan@example.com")],
    );
    const declared = ["bob@example.com", "dan@example.com"];
    const managerOf: RosterSituation["managerOf"] = (person) =>
      person.userId === idOf(2) || declared.includes(person.email ?? "")
        ? { kinds: "OrgMembership", isRecorded: true }
        : undefined;
    assert.deepEqual(unnamedRoles(snapshot, {}, managerOf), { [email]: "edit", "cleo@example.com": "none" });
    const byUserId: RosterSituation["managerOf"] = ({ userId }) =>
      userId ? { kinds: "OrgMembership", isRecorded: true } : undefined;
    assert.deepEqual(Object.keys(unnamedRoles(snapshot, {}, byUserId)), [
      "cleo@example.com",
      "dan@example.com",
    ]);
  });
});
