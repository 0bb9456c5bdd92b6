import assert from "node:assert/strict";
import { changesOfRecord } from "../../../../provider/decisions/roster/changes-of-record";
import type { RosterPeople } from "../../../../provider/decisions/roster/people";
import type { RosterMembers } from "../../../../provider/vocabulary/roster-arguments";
import { inviteOf, memberOf } from "../../samples";

const ann = "ann@example.com";
const before: RosterPeople = { [ann]: { entry: { role: "view", until: "2027-01-31" } } };
const members: RosterMembers = { [ann]: { role: "view", until: "2027-02-28" } };
const none = { invitations: [], removals: [], revocations: [], promotions: [], demotions: [], waiting: [] };
const change = "until 2027-01-31 => 2027-02-28";

describe("unit: what a roster records anew without a request", () => {
  it("is the terms of who stays", () => {
    const { termChanges, forgotten } = changesOfRecord(none, members, before, before);
    assert.deepEqual(termChanges, [{ email: ann, change: `${change}; recorded, nothing is sent` }]);
    assert.deepEqual(forgotten, []);
  });

  it("is told with what else happens to a person, under whatever address", () => {
    const known = { [ann]: { entry: { role: "edit" as const, until: "2027-01-31" }, userId: "5" } };
    const member = { ...memberOf("new@example.com"), userId: "5" };
    const moved = [{ does: "change roles" as const, member, want: { role: "view" as const } }];
    const waiting = [{ does: "wait" as const, email: ann, cause: { is: "withdrawn" as const } }];
    const changed = changesOfRecord({ ...none, demotions: moved }, members, known, known);
    assert.deepEqual([changed.demotions[0]?.termChange, changed.termChanges], [change, []]);
    const missing = changesOfRecord({ ...none, waiting }, members, before, before);
    assert.deepEqual([missing.waiting[0]?.termChange, missing.termChanges], [change, []]);
  });

  it("is nothing of who is new, or of whom another line tells", () => {
    const desired = { email: ann, role: "view" as const };
    const plans = [
      { ...none, invitations: [{ does: "invite" as const, desired, cause: { is: "new" as const } }] },
      { ...none, removals: [memberOf(ann)] },
      { ...none, revocations: [inviteOf(ann)] },
    ];
    for (const plan of plans)
      assert.deepEqual(changesOfRecord(plan, members, before, before).termChanges, []);
    assert.deepEqual(changesOfRecord(none, members, {}, {}).termChanges, []);
  });

  it("is that somebody is gone whose access had ended, once the roster does not name them", () => {
    assert.deepEqual(changesOfRecord(none, {}, before, {}).forgotten, [ann]);
    assert.deepEqual(changesOfRecord(none, {}, before, before).forgotten, []);
    assert.deepEqual(changesOfRecord(none, members, before, {}).forgotten, []);
  });
});
