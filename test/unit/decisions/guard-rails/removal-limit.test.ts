import assert from "node:assert/strict";
import fc from "fast-check";
import {
  beyondRemovalLimit,
  endsBeyondRemovalLimit,
  removalLimitReached,
} from "../../../../provider/decisions/guard-rails/removal-limit";
import { orgId } from "../../samples";

const number = fc.integer({ min: 0, max: 20 });

describe("unit: the limit of removals", () => {
  it("refuses a plan exactly where it removes more people than are left to remove", () => {
    fc.assert(
      fc.property(number, number, number, (count, allowed, sent) => {
        const isRefused = beyondRemovalLimit(count, { allowed, sent, people: 100 }, orgId) !== undefined;
        assert.equal(isRefused, count + sent > allowed);
      }),
    );
  });

  it("tells how many a plan may remove, and the limit that lets it through", () => {
    const refusal = beyondRemovalLimit(3, { allowed: 5, sent: 4, people: 9 }, orgId);
    assert.match(refusal ?? "", /would remove 3 of 9 people, and this run may remove 1\./);
    assert.match(refusal ?? "", /LOSANT_MAX_REMOVALS=7 /);
  });

  it("tells that none is left, where more were sent than are allowed", () => {
    const refusal = beyondRemovalLimit(1, { allowed: 0, sent: 2, people: 1 }, orgId);
    assert.match(refusal ?? "", /would remove 1 of 1 person, and this run may remove 0\./);
  });

  it("refuses exactly as many ends of access as are more than allowed", () => {
    const limit = { allowed: 2, sent: 0, people: 9 };
    assert.equal(endsBeyondRemovalLimit(2, limit, orgId), undefined);
    const refusal = endsBeyondRemovalLimit(3, limit, orgId) ?? "";
    assert.match(
      refusal,
      /at least 3 people of organization .* beyond the removal limit \(2; .* had 9 people/,
    );
    assert.match(refusal, /LOSANT_MAX_REMOVALS=3 /);
  });

  it("tells who stays, and how many removals there would have to be", () => {
    const who = { email: "ann@example.com", orgId };
    const many = removalLimitReached({ allowed: 3, sent: 3, people: 12 }, who, 5);
    assert.match(many, /^ann@example\.com stays .*\(3 of 3; .* had 12 people .*5 removals are left/);
    assert.match(many, /LOSANT_MAX_REMOVALS=5 /);
    const ofRoster = removalLimitReached({ allowed: 3, sent: 3, people: 12, isRosters: true }, who, 5);
    assert.match(ofRoster, /set the roster's maxRemovals to 5 .*declare it again/);
    assert.doesNotMatch(ofRoster, /LOSANT_MAX_REMOVALS/);
    const one = removalLimitReached({ allowed: 0, sent: 0, people: 1 }, who, 1);
    assert.match(one, /had 1 person .* 1 removal is left/);
  });

  it("tells to run again where the next run may remove as many as are left", () => {
    const who = { email: "ann@example.com", orgId };
    const few = removalLimitReached({ allowed: 3, sent: 3, people: 12 }, who, 3);
    assert.match(few, /If all of them are meant, run again to go on\.$/);
    assert.doesNotMatch(few, /LOSANT_MAX_REMOVALS/);
  });
});
