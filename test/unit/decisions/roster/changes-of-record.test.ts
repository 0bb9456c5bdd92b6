import assert from "node:assert/strict";
import { changesOfRecord } from "../../../../provider/decisions/roster/changes-of-record";
import type { RosterPeople } from "../../../../provider/decisions/roster/people";
import type { RosterMembers } from "../../../../provider/vocabulary/roster-arguments";
import { inviteOf, memberOf } from "../../samples";

const ann = "ann@example.com";
const before: RosterPeople = { [ann]: { entry: { role: "view", until: "2027-01-31" } } };
const members: RosterMembers = { [ann]: { role: "view", until: "2027-02-28" } };
const none = { invitations: [], removals: [], revocations: [] };

describe("unit: what a roster records anew without a request", () => {
  it("is the terms of who stays", () => {
    assert.deepEqual(changesOfRecord(none, members, before, before), {
      termChanges: [{ email: ann, change: "until 2027-01-31 => 2027-02-28; recorded, nothing is sent" }],
      forgotten: [],
    });
  });

  it("is nothing of who is new, or of whom another line tells", () => {
    const plans = [
      { ...none, invitations: [{ wish: { email: ann, role: "view" as const }, reason: undefined }] },
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
