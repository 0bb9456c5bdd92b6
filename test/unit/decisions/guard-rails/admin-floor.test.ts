import assert from "node:assert/strict";
import fc from "fast-check";
import type { Member } from "../../../../client";
import { belowAdminFloor, losesAdmin } from "../../../../provider/decisions/guard-rails/admin-floor";
import { PlannedChanges } from "../../../../provider/decisions/planned-changes";
import { roles } from "../../../../provider/vocabulary/roles";
import { role, snapshot, userIds } from "../../arbitraries";
import { idOf, memberOf } from "../../samples";

const plans = fc.tuple(userIds, userIds, userIds, role).map(([changed, removed, ended, changedTo]) => {
  const planned = new PlannedChanges();
  for (const userId of changed) planned.planRole(userId, changedTo);
  for (const userId of removed) planned.removed.add(userId);
  for (const userId of ended) planned.ended.userIds.add(userId);
  return planned;
});
const minimum = fc.integer({ min: 1, max: 4 });

describe("unit: the minimum of admins", () => {
  it("refuses a plan that leaves fewer than it and fewer than now, and no other", () => {
    fc.assert(
      fc.property(snapshot, plans, minimum, ({ organization: { members } }, planned, minAdmins) => {
        const now = adminsAmong(members);
        const after = adminsAmong(afterwards(members, planned));
        const isRefused = belowAdminFloor(members, planned, minAdmins) !== undefined;
        assert.equal(isRefused, after < minAdmins && after < now);
      }),
    );
  });

  it("counts a successor in the same plan", () => {
    const members = [
      memberOf("ann@example.com", { userId: idOf(1), role: "admin" }),
      memberOf("bob@example.com", { userId: idOf(2) }),
    ];
    const planned = new PlannedChanges();
    planned.planRole(idOf(1), "view");
    assert.match(belowAdminFloor(members, planned, 1) ?? "", /would keep 0 of 1 accepted admins/);
    planned.planRole(idOf(2), "admin");
    assert.equal(belowAdminFloor(members, planned, 1), undefined);
  });

  it("is asked for exactly where an admin gets another role", () => {
    for (const before of roles) {
      assert.equal(losesAdmin({ role: before }, undefined), false);
      for (const after of roles) {
        assert.equal(losesAdmin({ role: before }, after), before === "admin" && after !== "admin");
      }
    }
  });
});

function afterwards(members: readonly Member[], { roles, removed, ended }: PlannedChanges): Member[] {
  const left = members.filter(({ userId }) => !removed.has(userId) && !ended.userIds.has(userId));
  return left.map((member) => ({ ...member, role: roles.get(member.userId) ?? member.role }));
}

function adminsAmong(members: readonly Member[]): number {
  return members.filter((member) => member.role === "admin").length;
}
