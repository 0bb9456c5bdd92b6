import assert from "node:assert/strict";
import { describePlan, describeRemainder } from "../../../../provider/decisions/roster/describe";
import { planRoster } from "../../../../provider/decisions/roster/plan-roster";
import type { WaitStep } from "../../../../provider/decisions/steps";
import type { DesiredRoster } from "../../../../provider/vocabulary/roster-arguments";
import { ago, day, idOf, inviteOf, memberOf, noNames, now, orgId, snapshotOf } from "../../samples";

const desired: DesiredRoster = {
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

const hasLeft = "is no longer a member (left, or removed by hand); not invited again by itself";

function waitOf(
  email: string,
  is: "left" | "not sent" | "withdrawn",
  more: Pick<WaitStep, "until" | "hasLeft"> = {},
): WaitStep {
  return { does: "wait", email, cause: { is }, ...more };
}

const nobody = { snapshot: snapshotOf([]), known: {}, takenOver: {}, managerOf: () => undefined };

describe("unit: the text of a roster's plan", () => {
  it("has a line a person with all their roles, after counts and seats", () => {
    const plan = planRoster(desired, {
      snapshot,
      known,
      takenOver: {},
      managerOf: ({ email }) =>
        email === "finn@example.com" ? { kinds: "OrgMembership", isRecorded: true } : undefined,
    });
    assert.deepEqual(describePlan(plan, desired, { after: 5, limit: 10 }, noNames).split("\n"), [
      `Roster of organization ${orgId}: 1 to invite, 1 to change, 2 to remove, 1 kept, 1 unmanaged, 1 unchanged; seats after it: 5 of 10`,
      "  ~ change bob@example.com: role view => admin",
      "  - revoke the invite of gina@example.com (view)",
      "  - remove dan@example.com (edit)",
      `  + invite ann@example.com (view, applicationRoles [${idOf(7)}: none])`,
      "  = keep finn@example.com: declared elsewhere in the program",
      "  ! eve@example.com is not in the roster (view)",
    ]);
  });

  it("has one line for four people or more in whom the same changes", () => {
    const emails = ["dan", "cleo", "bob", "ann"].map((name) => `${name}@example.com`);
    const members = Object.fromEntries(
      [...emails, "eve@example.com"].map((email) => [email, "edit" as const]),
    );
    const live = Object.keys(members).map((email, index) => memberOf(email, { userId: idOf(index) }));
    const lines = (all: typeof live) => {
      const plan = planRoster({ orgId, members }, { ...nobody, snapshot: snapshotOf(all) });
      return describePlan(plan, { orgId, members }, { after: 5, limit: 10 }, noNames)
        .split("\n")
        .filter((line) => line.startsWith("  ~"));
    };
    assert.deepEqual(lines(live.slice(0, 4)), [
      "  ~ change 4 people: role view => edit: ann@example.com, bob@example.com, cleo@example.com, dan@example.com",
    ]);
    assert.equal(lines(live.slice(0, 3)).length, 3);
  });

  it("has what is waited for, gone, expired or not stated, and why somebody is invited again", () => {
    const applicationRoles = [{ resourceId: idOf(7), role: "view" as const }];
    const expired = { hasExpired: true, inviteDate: ago(8 * day) };
    const plan = planRoster(
      {
        orgId,
        members: { "ann@example.com": "view", "bob@example.com": "view", "cleo@example.com": "view" },
      },
      {
        snapshot: snapshotOf(
          [memberOf("cleo@example.com", { role: "edit", applicationRoles })],
          [inviteOf("ann@example.com", expired), inviteOf("dan@example.com", expired)],
        ),
        known: {
          "ann@example.com": { entry: "view", status: "pending", inviteDate: ago(8 * day) },
          "bob@example.com": { entry: "view", status: "pending", inviteDate: ago(day) },
          "dan@example.com": { entry: "view" },
          "eve@example.com": { entry: "view" },
        },
        takenOver: {},
        managerOf: () => undefined,
      },
    );
    assert.deepEqual(describePlan(plan, desired, { after: 2, limit: undefined }, noNames).split("\n"), [
      `Roster of organization ${orgId}: 1 to invite, 1 to change, 0 to remove, 1 expired to revoke, 1 missing, 1 unmanaged, 0 unchanged; seats after it: 2 of no limit`,
      "  - revoke the expired invite of dan@example.com",
      "  ~ change cleo@example.com: role edit => view",
      `  + invite ann@example.com again (view): the invite of ${ago(8 * day)} has expired`,
      `  . wait for bob@example.com: has no invite any more (declined, revoked by hand, or accepted and removed since); not invited again before ${ago(-6 * day)}, seven days after the last email`,
      "  . eve@example.com is gone already: removed from state only",
      `  ! cleo@example.com has roles that the roster does not state (edit, applicationRoles [${idOf(7)}: view])`,
    ]);
  });

  it("tells what only the stack is told", () => {
    const plan = {
      ...planRoster({ orgId, members: {} }, nobody),
      termChanges: [{ email: "ann@example.com", change: "until none => 2027-01-31" }],
      forgotten: ["eve@example.com"],
    };
    const [, ...lines] = describePlan(plan, desired, { after: 2, limit: undefined }, noNames).split("\n");
    assert.deepEqual(lines, [
      "  . eve@example.com is gone already: removed from state only",
      "  ~ ann@example.com: until none => 2027-01-31",
    ]);
  });

  it("has, where it is carried out, what no change tells of, or nothing", () => {
    const plan = planRoster({ orgId, members: {} }, nobody);
    assert.equal(describeRemainder(plan, desired, noNames), undefined);
    const wayOut =
      " If they are to stay out, take them out of the roster; to invite them again, set resend to another value in " +
      "their entry.";
    const left = {
      ...plan,
      waiting: [
        waitOf("bob@example.com", "not sent", { until: now }),
        { ...waitOf("cleo@example.com", "withdrawn"), termChange: "until none => 2027-01-31" },
        waitOf("finn@example.com", "left", { hasLeft: true }),
        { ...waitOf("gina@example.com", "left", { hasLeft: true }), termChange: "reason none => on call" },
      ],
      steps: [{ does: "release" as const, person: { email: "eve@example.com" }, isDeclared: false }],
      unmanaged: [
        { email: "dan@example.com", role: "view" as const, isNamed: false },
        { email: "ann@example.com", otherUser: idOf(9), role: "view" as const, isNamed: false },
      ],
    };
    assert.deepEqual(describeRemainder(left, desired, noNames)?.split("\n"), [
      `Roster of organization ${orgId}, left as it is:`,
      `  . wait for bob@example.com: was not invited: the last attempt failed; not invited again before ${now.toISOString()}, seven days after the last email`,
      "  . wait for cleo@example.com: has no invite any more (declined, revoked by hand, or accepted and removed since); not invited again, as renewal is manual; recorded: until none => 2027-01-31",
      `  . finn@example.com ${hasLeft}.${wayOut}`,
      `  . gina@example.com ${hasLeft}; recorded: reason none => on call.${wayOut}`,
      "  . eve@example.com is gone already: removed from state only",
      "  ! dan@example.com is not in the roster (view)",
      `  ! ann@example.com (user ${idOf(9)}) is not in the roster (view)`,
    ]);
  });

  it("counts what there is to invite, change and remove, and what stays, also where it is nothing", () => {
    const plan = planRoster({ orgId, members: {} }, nobody);
    assert.equal(
      describePlan(plan, desired, { after: 0, limit: 1 }, noNames),
      `Roster of organization ${orgId}: 0 to invite, 0 to change, 0 to remove, 0 unchanged; seats after it: 0 of 1`,
    );
  });

  it("names who is kept by user id where no address is known", () => {
    const plan = planRoster({ orgId, members: {} }, nobody);
    const steps = [{ does: "release" as const, person: { userId: idOf(1) }, isDeclared: true }];
    assert.match(
      describePlan({ ...plan, steps }, desired, { after: 0, limit: 1 }, noNames),
      new RegExp(`= keep ${idOf(1)}: declared`),
    );
  });

  for (const limit of [0, -1]) {
    it(`says that there are no seats where the limit is ${limit}`, () => {
      const plan = planRoster({ orgId, members: {} }, nobody);
      const text = describePlan(plan, { orgId, members: {} }, { after: 3, limit }, noNames);
      assert.match(text, new RegExp(`; seats after it: 3; Losant allows none \\(limit ${limit}\\)$`));
    });
  }
});
