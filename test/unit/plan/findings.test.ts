import assert from "node:assert/strict";
import { findingKinds, findingsIn, isRefused } from "../../../plan/findings";
import { invited, planOf, promoted, recordOf, removed } from "./samples";

const email = "ann@example.com";
const unmanaged = [{ email, roles: { role: "view" as const }, isNamed: false }];
const kindsOf = (plan: Parameters<typeof findingsIn>[0]) =>
  findingsIn(plan, findingKinds).map(({ kind }) => kind);

describe("unit: findings of a plan", () => {
  it("tell a merge that was not applied from a change by hand, an end, and a lapsed invite", () => {
    for (const [person, kinds] of [
      [{ ...promoted }, ["change", "admin"]],
      [{ ...invited }, ["change"]],
      [{ ...removed }, ["change", "removal"]],
      [{ ...removed, cause: "ended" as const }, ["ended", "removal"]],
      [{ ...promoted, cause: "drift" as const, to: { role: "edit" as const } }, ["drift"]],
      [{ does: "wait" as const, cause: "lapsed" as const }, ["lapsed"]],
      [
        {
          does: "change roles" as const,
          cause: "drift" as const,
          from: { role: "admin" as const },
          to: { role: "edit" as const },
        },
        ["drift", "admin"],
      ],
      [
        { does: "keep" as const, cause: "program" as const, termsBefore: { until: "2027-01-01" } },
        ["change"],
      ],
      [{ does: "keep" as const }, []],
    ] as const) {
      assert.deepEqual(kindsOf(planOf([recordOf([{ email, ...person }])])), kinds, JSON.stringify(person));
    }
    assert.deepEqual(kindsOf(planOf([recordOf([], { unmanaged })])), ["unmanaged"]);
    const admin = unmanaged.map((one) => ({ ...one, roles: { role: "admin" as const } }));
    assert.deepEqual(kindsOf(planOf([recordOf([], { unmanaged: admin })])), ["unmanaged", "admin"]);
  });

  it("are only those that are asked for", () => {
    const plan = planOf([recordOf([{ email, ...promoted }])]);
    assert.deepEqual(findingsIn(plan, ["drift"]), []);
    assert.deepEqual(findingsIn(plan, ["admin"]), [{ kind: "admin", count: 1 }]);
  });

  it("are settings of an organization too", () => {
    const settings = [{ organization: "5".repeat(24), name: "mfaMode", from: "off", to: "required" }];
    assert.deepEqual(kindsOf(planOf([], { settings })), ["change"]);
  });

  it("do not hide a failed preview or a refusal", () => {
    assert.equal(isRefused(planOf([recordOf([])])), false);
    assert.equal(isRefused(planOf([recordOf([], { refusals: [{ message: "no" }] })])), true);
    assert.equal(isRefused(planOf([], { errors: ["boom"] })), true);
    assert.equal(isRefused(planOf([], { unknown: ["all"] })), true);
  });
});
