import assert from "node:assert/strict";
import type { RosterPeople } from "../../../../provider/decisions/roster/people";
import type { Plan } from "../../../../provider/decisions/roster/plan";
import { type StatedTerms, withTerms } from "../../../../provider/decisions/roster/plan-terms";
import type { RosterMembers } from "../../../../provider/vocabulary/roster-arguments";
import { inviteOf, memberOf } from "../../samples";

const ann = "ann@example.com";
const before: RosterPeople = { [ann]: { entry: { role: "view", until: "2027-01-31" } } };
const members: RosterMembers = { [ann]: { role: "view", until: "2027-02-28" } };
const change = "until 2027-01-31 => 2027-02-28";
const none: Plan = {
  steps: [],
  waiting: [],
  forgotten: [],
  awaitingTwoFactor: [],
  termChanges: [],
  namedTwice: [],
  addresses: [],
  unmanaged: [],
  unchanged: 0,
};

/** A plan with the terms of a roster that states Ann with a later end. */
function terms(plan: Partial<Plan>, more: Partial<StatedTerms> = {}): Plan {
  const stated = { members, ended: {}, before, known: before, memberOf: () => undefined, ...more };
  return withTerms({ ...none, ...plan }, stated);
}

describe("unit: what a roster records anew without a request", () => {
  it("is the terms of who stays", () => {
    const { termChanges, forgotten } = terms({});
    assert.deepEqual(termChanges, [{ email: ann, change: `${change}; recorded, nothing is sent` }]);
    assert.deepEqual(forgotten, []);
  });

  it("is told with what else happens to a person, under whatever address", () => {
    const known = { [ann]: { entry: { role: "edit" as const, until: "2027-01-31" }, userId: "5" } };
    const member = { ...memberOf("new@example.com"), userId: "5" };
    const step = { does: "change roles" as const, member, want: { role: "view" as const } };
    const changed = terms({ steps: [step] }, { before: known, known });
    assert.deepEqual(changed.steps, [{ ...step, termChange: change }]);
    assert.deepEqual(changed.termChanges, []);
    const wait = { does: "wait" as const, email: ann, cause: { is: "withdrawn" as const } };
    const missing = terms({ waiting: [wait] });
    assert.deepEqual([missing.waiting[0]?.termChange, missing.termChanges], [change, []]);
  });

  it("is nothing of who is new, or of whom another line tells", () => {
    const desired = { email: ann, role: "view" as const };
    for (const step of [
      { does: "invite" as const, desired, cause: { is: "new" as const } },
      { does: "remove" as const, member: memberOf(ann) },
      { does: "revoke" as const, invite: inviteOf(ann) },
    ]) {
      assert.deepEqual(terms({ steps: [step] }).termChanges, []);
    }
    assert.deepEqual(terms({}, { before: {}, known: {} }).termChanges, []);
  });

  it("is that nobody is invited who is new, and whose access has ended already", () => {
    const { termChanges } = terms({}, { ended: members, before: {}, known: {} });
    const change = "access has ended (until 2027-02-28); nobody is invited";
    assert.deepEqual(termChanges, [{ email: ann, change }]);
    const isThere = terms({}, { ended: members, before: {}, known: {}, memberOf: () => memberOf(ann) });
    assert.deepEqual(isThere.termChanges, []);
  });

  it("is that somebody is gone whose access had ended, once the roster does not name them", () => {
    assert.deepEqual(terms({}, { members: {}, known: {} }).forgotten, [ann]);
    assert.deepEqual(terms({}, { members: {} }).forgotten, []);
    assert.deepEqual(terms({}, { known: {} }).forgotten, []);
    assert.deepEqual(terms({}, { members: {}, known: {}, unknownEntries: [ann] }).forgotten, []);
  });
});

describe("unit: the terms of somebody who leaves a roster", () => {
  const invite = inviteOf(ann);
  const former = { until: "2027-01-31" };

  it("are those that it had stated, unless access has ended", () => {
    const revoke = { does: "revoke" as const, invite };
    assert.deepEqual(terms({ steps: [revoke] }, { members: {} }).steps, [{ ...revoke, former }]);
    const isEnded = { ...revoke, ended: { until: "2026-11-14" } };
    assert.deepEqual(terms({ steps: [isEnded] }).steps, [isEnded]);
  });

  it("are known of a member by the user id, whatever the address is now", () => {
    const member = memberOf("new@example.com");
    const [step] = terms(
      { steps: [{ does: "remove", member }] },
      { members: {}, memberOf: () => member },
    ).steps;
    assert.deepEqual(step, { does: "remove", member, former });
  });
});
