import assert from "node:assert/strict";
import { planRoster } from "../../../../provider/decisions/roster/plan-roster";
import {
  describeUnknownPeople,
  withUnknownPeople,
} from "../../../../provider/decisions/roster/unknown-people";
import { idOf, inviteOf, memberOf, orgId, snapshotOf } from "../../samples";
import { grouped } from "./plan-samples";

const ann = "ann@example.com";
const bob = "bob@example.com";
const lists = { applicationRoles: [{ resourceId: idOf(7), role: "none" as const }] };

describe("unit: a roster of whom some are known only at up", () => {
  const desired = { orgId, members: { [bob]: "view" as const } };
  const snapshot = snapshotOf(
    [memberOf(bob), memberOf(ann, { userId: idOf(2), role: "admin", ...lists })],
    [inviteOf("carol@example.com", { role: "edit" })],
  );

  it("has them as they are: a member, or somebody invited", () => {
    const { members } = withUnknownPeople(desired, [ann, "carol@example.com"], snapshot, {});
    assert.deepEqual(members, {
      [bob]: "view",
      [ann]: { role: "admin", ...lists },
      "carol@example.com": "edit",
    });
  });

  it("leaves out who is not there, and changes nothing where everybody is known", () => {
    assert.deepEqual(withUnknownPeople(desired, ["new@example.com"], snapshot, {}), desired);
    assert.deepEqual(withUnknownPeople(desired, [], snapshot, {}), desired);
  });

  it("has the lists of those who have some", () => {
    const known = { [ann]: { entry: { role: "view" as const, applicationRoles: [] } } };
    const { members } = withUnknownPeople(desired, [ann], snapshot, known);
    assert.deepEqual(members[ann], { role: "admin", ...lists });
  });

  it("follows a member by user id, and keeps the record of somebody who is gone", () => {
    const known = {
      "old@example.com": { entry: "view" as const, userId: idOf(2) },
      "gone@example.com": { entry: "edit" as const, userId: idOf(9) },
    };
    const { members } = withUnknownPeople(desired, Object.keys(known), snapshot, known);
    assert.deepEqual(members, {
      [bob]: "view",
      "old@example.com": { role: "admin", ...lists },
      "gone@example.com": "edit",
    });
  });

  it("plans nothing for them, whom others would be removed", () => {
    const known = { [ann]: { entry: "view" as const, userId: idOf(2) } };
    const whole = withUnknownPeople({ ...desired, unmanaged: "remove" }, [ann], snapshot, known);
    const situation = { snapshot, known, takenOver: {}, managerOf: () => undefined };
    const { removals, promotions, demotions } = grouped(planRoster(whole, situation));
    assert.deepEqual([removals, promotions, demotions], [[], [], []]);
  });

  it("plans nothing for them where what was stated of them has ended", () => {
    const known = { [ann]: { entry: { role: "admin" as const, until: "2026-11-14" }, userId: idOf(2) } };
    const whole = withUnknownPeople(desired, [ann], snapshot, known);
    const { steps } = planRoster(whole, { snapshot, known, takenOver: {}, managerOf: () => undefined });
    assert.deepEqual(steps, []);
  });

  it("says a line of each", () => {
    assert.deepEqual(describeUnknownPeople([ann]), [
      `? ${ann}: their entry is known at up, which may change their roles or end their access`,
    ]);
  });
});
