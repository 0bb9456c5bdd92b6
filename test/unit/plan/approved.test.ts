import assert from "node:assert/strict";
import { ApprovedPlan, approvedPlan } from "../../../plan/approved";
import { orgId } from "../samples";
import { invited, planOf, promoted, recordOf, removed } from "./samples";

describe("unit: what is approved of a plan", () => {
  it("are the changes of people, without reasons and who stays or waits", () => {
    const people = [
      { email: "a@example.com", ...promoted, reason: "on call", userId: "u1" },
      { email: "b@example.com", ...invited },
      { email: "c@example.com", ...removed },
      { email: "d@example.com", does: "keep" as const, until: "2027-01-31" },
      { email: "e@example.com", does: "wait" as const, cause: "lapsed" as const },
    ];
    const approved = approvedPlan(planOf([recordOf(people)]));
    assert.deepEqual(approved, {
      version: 1,
      stack: "production",
      organizations: [
        {
          id: orgId,
          changes: [
            { email: "a@example.com", userId: "u1", does: "change roles", to: { role: "admin" } },
            { email: "b@example.com", userId: undefined, does: "invite", to: { role: "view" } },
            { email: "c@example.com", userId: undefined, does: "remove", to: undefined },
          ],
        },
      ],
    });
    const read = ApprovedPlan.parse(JSON.parse(JSON.stringify(approved)));
    assert.equal(read.organizations[0]?.changes.length, 3);
  });
});
