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

  it("forget a role that is no longer planned", () => {
    const planned = new PlannedChanges();
    planned.planRole(idOf(1), "edit");
    planned.planRole(idOf(2), "view");
    planned.planRole(idOf(1), undefined);
    assert.deepEqual([...planned.roles], [[idOf(2), "view"]]);
  });
});
