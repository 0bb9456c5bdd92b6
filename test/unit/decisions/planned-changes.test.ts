import assert from "node:assert/strict";
import { PlannedChanges } from "../../../provider/decisions/planned-changes";
import { idOf } from "../samples";

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

  it("forget a role that is no longer planned", () => {
    const planned = new PlannedChanges();
    planned.planRole(idOf(1), "edit");
    planned.planRole(idOf(2), "view");
    planned.planRole(idOf(1), undefined);
    assert.deepEqual([...planned.roles], [[idOf(2), "view"]]);
  });
});
