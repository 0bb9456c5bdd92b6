import assert from "node:assert/strict";
import { PlannedChanges } from "../../../provider/decisions/planned-changes";
import { Journal } from "../../../provider/journal/journal";
import { Topics } from "../../../provider/journal/topics";
import { SharedPlans } from "../../../provider/live/shared-plans";
import { idOf, orgId } from "../samples";

describe("unit: planned changes", () => {
  it("forget an invite that is no longer planned", () => {
    const planned = new PlannedChanges();
    planned.planInvite("ann@example.com", true);
    planned.planInvite("bob@example.com", true);
    planned.planInvite("ann@example.com", false);
    assert.deepEqual([...planned.invited], ["bob@example.com"]);
  });

  it("hold all that another plan holds", () => {
    const other = new PlannedChanges();
    other.planRole(idOf(1), "edit");
    other.removed.add(idOf(2));
    other.revoked.add("ann@example.com");
    other.planInvite("bob@example.com", true);
    other.ended.userIds.add(idOf(3));
    other.ended.emails.add("carol@example.com");
    other.endingSoon.add(idOf(4));
    const all = new PlannedChanges();
    all.include(other);
    assert.deepEqual(all, other);
  });

  it("count who leaves once, whatever takes them out", () => {
    const plans = new SharedPlans(new Topics(orgId, Journal.alone()));
    const planned = plans.single;
    for (const id of [idOf(1), idOf(2)]) planned.removed.add(id);
    for (const id of [idOf(2), idOf(3)]) planned.ended.userIds.add(id);
    planned.revoked.add("ann@example.com");
    planned.ended.emails.add("ann@example.com");
    planned.ended.emails.add("bob@example.com");
    assert.deepEqual([plans.leaving(), planned.removals], [5, 3]);
  });

  it("forget a role that is no longer planned", () => {
    const planned = new PlannedChanges();
    planned.planRole(idOf(1), "edit");
    planned.planRole(idOf(2), "view");
    planned.planRole(idOf(1), undefined);
    assert.deepEqual([...planned.roles], [[idOf(2), "view"]]);
  });
});
