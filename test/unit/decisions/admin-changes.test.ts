import assert from "node:assert/strict";
import {
  adminWarnings,
  changesOfAdmins,
  mostAdminsGo,
  mostAdminsGone,
} from "../../../provider/decisions/admin-changes";
import { becomesAdmin } from "../../../provider/decisions/guard-rails/admin-floor";
import { PlannedChanges } from "../../../provider/decisions/planned-changes";
import { memberOf } from "../samples";

const orgId = "5".repeat(24);
const admin = (email: string) => ({ ...memberOf(email), userId: email, role: "admin" as const });
const four = ["a@example.com", "b@example.com", "c@example.com", "d@example.com"].map(admin);

describe("unit: warnings about admins", () => {
  it("name everybody whom a change is about, in order, and nobody else", () => {
    assert.deepEqual(changesOfAdmins([], orgId), []);
    const both = ["b@example.com", "a@example.com"];
    const steps = [
      ...both.map((email) => ({
        does: "change roles" as const,
        member: memberOf(email),
        want: { role: "admin" as const },
      })),
      {
        does: "invite" as const,
        desired: { email: "c@example.com", role: "admin" as const },
        cause: { is: "new" as const },
      },
      ...both.map((email) => ({ does: "remove" as const, member: admin(email) })),
    ];
    assert.deepEqual(changesOfAdmins(steps, orgId), [
      `a@example.com, b@example.com will become admins of organization ${orgId}.`,
      `c@example.com will be invited to organization ${orgId} as an admin.`,
      `a@example.com, b@example.com, admins of organization ${orgId}, will be removed.`,
    ]);
  });

  it("tell a new admin from one who is an admin already", () => {
    assert.ok(becomesAdmin({ role: "view" }, "admin"));
    assert.ok(!becomesAdmin({ role: "admin" }, "admin"));
    assert.ok(!becomesAdmin({ role: "view" }, "edit"));
    assert.ok(!becomesAdmin({ role: "view" }, undefined));
  });

  it("count who is removed, demoted or ends; half of the admins is enough", () => {
    const planned = new PlannedChanges();
    planned.removed.add("a@example.com");
    planned.planRole("b@example.com", "edit");
    assert.equal(mostAdminsGo(four, planned, orgId), undefined);
    planned.ended.userIds.add("c@example.com");
    assert.match(mostAdminsGo(four, planned, orgId) ?? "", /fewer than half of the 4 accepted admins/);
    assert.equal(mostAdminsGo([], planned, orgId), undefined);
  });

  it("do not count others who become admins in the same run", () => {
    const planned = new PlannedChanges();
    for (const { userId } of four.slice(1)) planned.planRole(userId, "view");
    planned.planRole("new", "admin");
    const members = [...four, { ...memberOf("new@example.com"), userId: "new" }];
    assert.notEqual(mostAdminsGo(members, planned, orgId), undefined);
  });

  it("tell that most admins go only beside a step that takes the role from somebody", () => {
    const planned = new PlannedChanges();
    for (const { userId } of four.slice(1)) planned.planRole(userId, "view");
    const organization = { id: orgId, members: four };
    const [first] = four;
    assert.ok(first);
    const step = (role: "view" | "admin") => ({
      does: "change roles" as const,
      member: first,
      want: { role },
    });
    assert.match(adminWarnings([step("view")], organization, planned).join(), /fewer than half of the 4/);
    assert.deepEqual(adminWarnings([step("admin")], organization, planned), []);
  });

  it("compare with the start of the run where admins are gone already", () => {
    assert.equal(mostAdminsGone(four, four.slice(2), orgId), undefined);
    assert.notEqual(mostAdminsGone(four, [...four.slice(3), admin("new@example.com")], orgId), undefined);
  });
});
