import assert from "node:assert/strict";
import { describePlan } from "../../../../provider/decisions/roster/describe";
import { planRoster } from "../../../../provider/decisions/roster/plan";
import type { RosterWish } from "../../../../provider/vocabulary/roster-arguments";
import { idOf, inviteOf, memberOf, orgId, snapshotOf } from "../../samples";

const wish: RosterWish = {
  orgId,
  members: {
    "ann@example.com": { role: "view", applicationRoles: [{ resourceId: idOf(7), role: "none" }] },
    "bob@example.com": "admin",
    "cleo@example.com": "view",
  },
};
const snapshot = snapshotOf(
  [
    memberOf("bob@example.com", { userId: idOf(2) }),
    memberOf("cleo@example.com", { userId: idOf(3) }),
    memberOf("dan@example.com", { userId: idOf(4), role: "edit" }),
    memberOf("eve@example.com", { userId: idOf(5) }),
    memberOf("finn@example.com", { userId: idOf(6) }),
  ],
  [inviteOf("gina@example.com")],
);
const known = Object.fromEntries(
  ["dan", "finn", "gina"].map((name) => [`${name}@example.com`, { entry: "view" as const }]),
);

describe("unit: the text of a roster's plan", () => {
  it("has a line a person with all their roles, after counts and seats", () => {
    const plan = planRoster(wish, {
      snapshot,
      known,
      takenOver: {},
      managerOf: ({ email }) => (email === "finn@example.com" ? { isRecorded: true } : undefined),
    });
    assert.deepEqual(describePlan(plan, wish, { after: 5, limit: 10 }).split("\n"), [
      `Roster of organization ${orgId}: 1 to invite, 1 to change, 2 to remove, 1 kept, 1 unmanaged, 1 unchanged; seats after it: 5 of 10`,
      "  ~ change bob@example.com: role view => admin",
      "  - revoke the invite of gina@example.com (view)",
      "  - remove dan@example.com (edit)",
      `  + invite ann@example.com (view, applicationRoles [${idOf(7)}: none])`,
      "  = keep finn@example.com: declared elsewhere in the program",
      "  ! eve@example.com is not in the roster (view)",
    ]);
  });
});
