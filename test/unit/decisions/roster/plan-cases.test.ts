import assert from "node:assert/strict";
import { anotherUser } from "../../../../provider/decisions/addresses";
import { sortedMembers } from "../../../../provider/decisions/roster/people";
import { hasWork, plannedBy, stagesOf } from "../../../../provider/decisions/roster/plan";
import { planRoster } from "../../../../provider/decisions/roster/plan-roster";
import type { InviteStep, RoleStep } from "../../../../provider/decisions/steps";
import type { Role } from "../../../../provider/vocabulary/roles";
import type { RosterMembers } from "../../../../provider/vocabulary/roster-arguments";
import { ago, day, idOf, inviteOf, memberOf, orgId, snapshotOf } from "../../samples";
import { email, moved, nobody, onApplications, planOf, withMember } from "./plan-samples";

describe("unit: role changes of a roster", () => {
  it("are promotions where the role gives more, and done last where it gives less or other lists", () => {
    const change = (role: Role) => {
      const plan = planOf({ [email]: role }, withMember({ role: "collaborate" }));
      return [plan.promotions.length, plan.demotions.length, plan.unchanged];
    };
    assert.deepEqual(change("edit"), [1, 0, 0]);
    assert.deepEqual(change("view"), [0, 1, 0]);
    assert.deepEqual(change("collaborate"), [0, 0, 1]);
    const other = planOf({ [email]: { role: "view", applicationRoles: onApplications } }, withMember());
    assert.deepEqual(other.demotions[0]?.want, { role: "view", applicationRoles: onApplications });
  });

  it("empty a list that the entry stated before, and leave one alone that it never stated", () => {
    const live = withMember({ applicationRoles: onApplications });
    const known = { [email]: { entry: { role: "view" as const, applicationRoles: onApplications } } };
    const emptied = planOf({ [email]: "view" }, { ...live, known });
    assert.deepEqual(emptied.demotions[0]?.want, { role: "view", applicationRoles: [] });
    assert.equal(planOf({ [email]: "view" }, live).unchanged, 1);
    assert.equal(
      planOf({ [email]: "view" }, { ...live, known: { [email]: { entry: "view" } } }).unchanged,
      1,
    );
  });

  it("empty every list that the entry does not state where unmanaged is remove, and send no others", () => {
    const live = withMember({ applicationRoles: onApplications, dashboardRoles: [] });
    const emptied = planOf({ [email]: "view" }, live, { unmanaged: "remove" });
    assert.deepEqual(emptied.demotions[0]?.want, { role: "view", applicationRoles: [] });
    const entry = { role: "view" as const, applicationRoles: onApplications };
    assert.equal(planOf({ [email]: entry }, live, { unmanaged: "remove" }).unchanged, 1);
    const unknown = withMember({ applicationRoles: undefined, dashboardRoles: undefined });
    assert.equal(planOf({ [email]: "view" }, unknown, { unmanaged: "remove" }).unchanged, 1);
  });

  it("are none where an answer leaves out a list that was last applied", () => {
    const entry = { role: "view" as const, applicationRoles: onApplications };
    const leftOut = withMember({ applicationRoles: undefined });
    assert.equal(planOf({ [email]: entry }, { ...leftOut, known: { [email]: { entry } } }).unchanged, 1);
    assert.equal(planOf({ [email]: entry }, leftOut).demotions.length, 1);
  });

  it("are told of lists that the entry does not state, unless unmanaged is ignore", () => {
    const live = withMember({ applicationRoles: onApplications });
    const told = { email, role: "view", applicationRoles: onApplications, isNamed: true };
    for (const unmanaged of [undefined, "warn", "fail"] as const) {
      assert.deepEqual(planOf({ [email]: "view" }, live, { unmanaged }).unmanaged, [told]);
    }
    assert.deepEqual(planOf({ [email]: "view" }, live, { unmanaged: "ignore" }).unmanaged, []);
    const entry = { role: "view" as const, applicationRoles: onApplications };
    assert.deepEqual(planOf({ [email]: entry }, live).unmanaged, []);
    assert.deepEqual(planOf({ [email]: "view" }, withMember({ applicationRoles: undefined })).unmanaged, []);
  });
});

describe("unit: invites of a roster", () => {
  it("have the roles and the end of the entry, the renewal and disallowTransfer of the roster, and no reason the first time", () => {
    const entry = { role: "view" as const, applicationRoles: onApplications, until: "3001-01-31" };
    const plan = planOf({ [email]: entry }, {}, { disallowTransfer: false, renewal: "manual" });
    const desired = { email, ...entry, disallowTransfer: false, renewal: "manual" };
    assert.deepEqual(plan.invitations, [{ does: "invite", desired, cause: { is: "new" } }]);
  });

  it("empty lists of a pending invite as of a member, and of one that is gone only what was stated before", () => {
    const pending = { snapshot: snapshotOf([], [inviteOf(email, { applicationRoles: onApplications })]) };
    const [invitation] = planOf({ [email]: "view" }, pending, { unmanaged: "remove" }).invitations;
    assert.deepEqual(invitation?.desired.applicationRoles, []);
    assert.ok(invitation?.cause.is === "roles");
    assert.deepEqual(invitation.cause.from.applicationRoles, onApplications);
    assert.equal(planOf({ [email]: "view" }, pending).unchanged, 1);
    const expired = inviteOf(email, {
      applicationRoles: onApplications,
      hasExpired: true,
      inviteDate: ago(8 * day),
    });
    const [again] = planOf(
      { [email]: "view" },
      { snapshot: snapshotOf([], [expired]) },
      { unmanaged: "remove" },
    ).invitations;
    assert.equal(again?.desired.applicationRoles, undefined);
  });

  it("wait with a reason, also for people whom the roster takes over", () => {
    const sent = { entry: "view" as const, status: "pending" as const, inviteDate: ago(day) };
    for (const more of [{ known: { [email]: sent } }, { takenOver: { [email]: sent } }]) {
      const { waiting, invitations } = planOf({ [email]: "view" }, more);
      assert.equal(invitations.length, 0);
      assert.equal(waiting[0]?.email, email);
      assert.deepEqual(waiting[0]?.cause, { is: "withdrawn" });
    }
  });

  it("go to who is named by two addresses once: the second name is told", () => {
    const known = { [email]: { entry: "view" as const, userId: idOf(1) } };
    const snapshot = snapshotOf([memberOf(moved), memberOf("bob@example.com", { userId: idOf(2) })]);
    const members: RosterMembers = { [email]: "view", [moved]: "view", "bob@example.com": "view" };
    const { namedTwice, invitations } = planOf(members, { snapshot, known });
    assert.deepEqual(namedTwice, [`members: ${moved} and ${email} are the same person: name them once.`]);
    assert.deepEqual(invitations, []);
  });

  it("are told whom an address means that is another member's by now", () => {
    const known = { [email]: { entry: "view" as const, userId: idOf(1) } };
    const snapshot = snapshotOf([memberOf(moved, { userId: idOf(1) }), memberOf(email, { userId: idOf(3) })]);
    const { namedTwice } = planOf({ [email]: "view", [moved]: "view" }, { snapshot, known });
    assert.match(
      namedTwice.join(),
      new RegExp(
        `^members: ${moved} and ${email} are the same person: name them once\\. ${email} means user ${idOf(1)}, ` +
          `whom the stack knows by it and who is ${moved} now; at Losant it is user ${idOf(3)} by now\\.`,
      ),
    );
  });

  it("whose addresses passed to other users are told of, as far as the roster names them still", () => {
    const heirs = [email, "gone@example.com"].map((one) => ({
      email: one,
      userId: idOf(3),
      former: idOf(1),
    }));
    const { addresses } = planOf({ [email]: "view" }, { ...withMember({ userId: idOf(3) }), heirs });
    assert.deepEqual(addresses, [anotherUser(email, idOf(3), idOf(1))]);
    assert.deepEqual(planOf({ [email]: "view" }, withMember()).addresses, []);
  });
});

describe("unit: the work of a roster", () => {
  const empty = () => planRoster({ orgId, members: {} }, nobody);
  const member = memberOf(email);
  const change: RoleStep = { does: "change roles", member, want: { role: "edit" } };
  const release = { does: "release" as const, person: { email } };
  const invited = (to: string): InviteStep => ({
    does: "invite",
    desired: { email: to },
    cause: { is: "new" },
  });

  it("is none where a plan is empty, or only tells, or keeps whom nothing else manages for good", () => {
    assert.equal(hasWork(empty()), false);
    const unmanaged = [{ ...member, isNamed: false }];
    const steps = [{ ...release, isDeclared: true, isRecorded: false }];
    assert.equal(hasWork({ ...empty(), unmanaged, steps, unchanged: 3 }), false);
  });

  it("is there where anybody is to be changed, missing, gone or handed over", () => {
    for (const step of [
      change,
      { does: "revoke" as const, invite: inviteOf(email) },
      { does: "revoke" as const, invite: inviteOf(email), isExpired: true },
      { does: "remove" as const, member },
      invited(email),
      { ...release, isDeclared: false },
      { ...release, isDeclared: true, isRecorded: true },
    ]) {
      assert.equal(hasWork({ ...empty(), steps: [step] }), true, JSON.stringify(step));
    }
    const waiting = [{ does: "wait" as const, email, cause: { is: "withdrawn" as const } }];
    assert.equal(hasWork({ ...empty(), waiting }), true);
  });

  it("is done in stages: more for people, then who leaves, then less, then invites, then whom others take over", () => {
    const demotion: RoleStep = { does: "change roles", member, want: { role: "none" } };
    const handedOver = { ...release, isDeclared: true };
    const gone = { ...release, isDeclared: false };
    const removal = { does: "remove" as const, member };
    const steps = [handedOver, invited(email), demotion, removal, gone, change];
    const stages = [[change], [removal, gone], [demotion], [invited(email)], [handedOver]];
    assert.deepEqual(stagesOf({ steps }), stages);
  });

  it("is judged by roles, removals, revocations and invites; expired invites hold no seat", () => {
    const bob = memberOf("bob@example.com", { userId: idOf(2) });
    const planned = plannedBy({
      ...empty(),
      steps: [
        change,
        { does: "change roles", member: bob, want: { role: "none" } },
        { does: "remove", member: memberOf("cleo@example.com", { userId: idOf(3) }) },
        { does: "revoke", invite: inviteOf("dan@example.com") },
        { does: "revoke", invite: inviteOf("finn@example.com"), isExpired: true },
        invited("eve@example.com"),
      ],
    });
    assert.deepEqual(
      [...planned.roles],
      [
        [idOf(1), "edit"],
        [idOf(2), "none"],
      ],
    );
    assert.deepEqual([...planned.removed], [idOf(3)]);
    assert.deepEqual([...planned.revoked], ["dan@example.com"]);
    assert.deepEqual([...planned.invited], ["eve@example.com"]);
  });
});

describe("unit: the members of a roster's state", () => {
  it("are in the order of their addresses", () => {
    const members: RosterMembers = {
      "c@example.com": "view",
      "a@example.com": "edit",
      "b@example.com": "none",
    };
    assert.deepEqual(Object.entries(sortedMembers(members)), [
      ["a@example.com", "edit"],
      ["b@example.com", "none"],
      ["c@example.com", "view"],
    ]);
  });
});
