import assert from "node:assert/strict";
import { daySeed } from "../../support/seed";

const at = (time: string, environment = {}) => daySeed(environment, new Date(time));

describe("the seed of a day", () => {
  it("is the same all day in UTC, and one more on the next", () => {
    const first = at("2026-11-30T00:00:00.000Z");
    assert.equal(first.day, "2026-11-30");
    assert.deepEqual(at("2026-11-30T23:59:59.999Z"), first);
    assert.deepEqual(at("2026-12-01T00:00:00.000Z"), { day: "2026-12-01", number: first.number + 1 });
  });

  it("is another day's where TEST_SEED names that", () => {
    const november = at("2026-11-30T12:00:00.000Z");
    assert.deepEqual(at("2027-01-15T12:00:00.000Z", { TEST_SEED: "2026-11-30" }), november);
  });

  for (const wrong of ["", "today", "2026-11-31", "2026-11-30T10:00:00.000Z", "42"]) {
    it(`refuses "${wrong}" as TEST_SEED`, () => {
      assert.throws(() => at("2026-11-30T12:00:00.000Z", { TEST_SEED: wrong }), /TEST_SEED is a day such as/);
    });
  }
});
