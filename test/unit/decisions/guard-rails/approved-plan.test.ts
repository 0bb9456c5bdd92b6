import assert from "node:assert/strict";
import type { ApprovedChange } from "../../../../plan/approved";
import { approvedPlan } from "../../../../provider/decisions/guard-rails/approved-plan";
import { PlannedChanges } from "../../../../provider/decisions/planned-changes";
import type { ChangeStep } from "../../../../provider/decisions/steps";
import { ago, day, idOf, inviteOf, memberOf, snapshotOf } from "../../samples";

const ann = "ann@example.com";
const member = memberOf(ann);
const removing: ChangeStep = { does: "remove", member };
const revoking: ChangeStep = { does: "revoke", invite: inviteOf(ann) };
const editing: ChangeStep = { does: "change roles", member, want: { role: "edit" } };
const inviting: ChangeStep = {
  does: "invite",
  desired: { email: ann, role: "edit" },
  cause: { is: "new" },
};

function refusalsOf(step: ChangeStep, ...approved: ApprovedChange[]): string[] {
  const judgement = {
    snapshot: snapshotOf([member]),
    steps: [step],
    of: "person" as const,
    planned: PlannedChanges.of([step]),
    minAdmins: 1,
    tokenUsers: new Set<string>(),
    leaving: 0,
    approved,
  };
  return approvedPlan.judge(judgement).map(({ message }) => message);
}

describe("unit: the guard rail of an approved plan", () => {
  it("tells people by user id where both are known, as an address passes on to others", () => {
    const another: ApprovedChange = { email: ann, userId: idOf(2), does: "remove" };
    assert.equal(refusalsOf(removing, another).length, 1);
    assert.deepEqual(refusalsOf(removing, another, { email: ann, userId: idOf(1), does: "remove" }), []);
    assert.deepEqual(refusalsOf(removing, { email: "old@example.com", userId: idOf(1), does: "remove" }), []);
    assert.deepEqual(refusalsOf(removing, { email: ann, does: "remove" }), []);
  });

  it("takes each of several changes of a person", () => {
    const both: ApprovedChange[] = [
      { email: ann, does: "revoke" },
      { email: ann, does: "invite", to: { role: "edit" } },
    ];
    for (const step of [revoking, inviting]) assert.deepEqual(refusalsOf(step, ...both), []);
  });

  it("lets somebody who accepted meanwhile have or lose what was approved, and invites no member who was not to be", () => {
    const invite: ApprovedChange = { email: ann, does: "invite", to: { role: "edit" } };
    assert.deepEqual(refusalsOf(editing, invite), []);
    assert.deepEqual(refusalsOf(removing, { email: ann, does: "revoke" }), []);
    assert.equal(refusalsOf({ ...editing, want: { role: "admin" } }, invite).length, 1);
    assert.equal(refusalsOf(inviting, { ...invite, does: "change roles" }).length, 1);
  });

  it("lets an expired invite go, which gives nobody anything", () => {
    const expired = inviteOf(ann, { inviteDate: ago(8 * day), hasExpired: true });
    assert.deepEqual(refusalsOf({ does: "revoke", invite: expired }), []);
    assert.equal(refusalsOf(revoking).length, 1);
  });

  it("says which roles on applications differ, by their names where they are known", () => {
    const [application, other] = [idOf(0xf), idOf(0xe)];
    const step: ChangeStep = {
      ...editing,
      want: { role: "edit", applicationRoles: [{ resourceId: application, role: "collaborate" }] },
    };
    const to = { role: "edit" as const, applications: [{ id: other, name: "Pumps", role: "view" }] };
    const [message = ""] = refusalsOf(step, { email: ann, does: "change roles", to });
    assert.match(message, new RegExp(`making them edit; applications ${application} \\(collaborate\\)`));
    assert.match(message, /\(change roles, edit; applications Pumps \(view\)\)/);
    const same = [{ id: application, role: "collaborate" }];
    assert.deepEqual(
      refusalsOf(step, {
        email: ann,
        does: "change roles",
        to: { role: "edit", applications: same, dashboards: [] },
      }),
      [],
    );
  });
});
