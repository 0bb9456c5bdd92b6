import assert from "node:assert/strict";
import { longestSummary, planMarkdown } from "../../../plan/markdown";
import { widgetOf } from "../../../plan/widget";
import { now } from "../samples";
import { invited, planOf, promoted, recordOf, removed } from "./samples";

describe("unit: a plan for what hosts show beside a comment", () => {
  it("is counted in people for GitLab's widget", () => {
    const people = [
      { email: "ann@example.com", ...invited },
      { email: "bob@example.com", ...promoted },
      { email: "dan@example.com", ...removed },
      { email: "eve@example.com", ...removed, does: "revoke" as const },
      { email: "fay@example.com", does: "wait" as const },
      { email: "gus@example.com", does: "keep" as const, until: "2027-01-01" },
      { email: "hal@example.com", does: "keep" as const, termsBefore: { until: "2027-01-01" } },
    ];
    assert.deepEqual(widgetOf(planOf([recordOf(people)])), { create: 1, update: 2, delete: 2 });
  });

  it("is whole in a job's summary, where a comment has no room for it", () => {
    const people = Array.from({ length: 1000 }, (_, index) => ({
      email: `somebody.with.a.long.name.and.number.${index}@example.com`,
      ...invited,
    }));
    const plan = planOf([recordOf(people)]);
    assert.match(planMarkdown(plan, now), /… and \d+ more: see the whole plan/);
    const summary = planMarkdown(plan, now, longestSummary);
    assert.doesNotMatch(summary, /… and/);
    for (const { email } of people) assert.ok(summary.includes(email));
  });
});
