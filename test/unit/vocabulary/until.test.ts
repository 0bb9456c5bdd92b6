import assert from "node:assert/strict";
import fc from "fast-check";
import { endOf, hasEnded, Until } from "../../../provider/vocabulary/until";

describe("unit: the end of access", () => {
  it("of a date comes after its last moment in UTC", () => {
    assert.equal(endOf("2027-01-31")?.toISOString(), "2027-02-01T00:00:00.000Z");
    assert.equal(hasEnded("2027-01-31", new Date("2027-01-31T23:59:59.999Z")), false);
    assert.equal(hasEnded("2027-01-31", new Date("2027-02-01T00:00:00.000Z")), true);
  });

  it("of a moment is that moment, in its zone", () => {
    assert.equal(endOf("2027-01-31T17:00:00+02:00")?.toISOString(), "2027-01-31T15:00:00.000Z");
    assert.equal(endOf("2027-01-31T17:00Z")?.toISOString(), "2027-01-31T17:00:00.000Z");
    assert.equal(hasEnded("2027-01-31T17:00:00Z", new Date("2027-01-31T16:59:59.999Z")), false);
    assert.equal(hasEnded("2027-01-31T17:00:00Z", new Date("2027-01-31T17:00:00Z")), true);
  });

  it("never comes where none is stated", () => assert.equal(hasEnded(undefined, new Date(8e15)), false));

  for (const text of [
    "2027-02-30",
    "2027-13-01",
    "31.01.2027",
    "2027-01-31T17:00:00",
    "2027-01-31T25:00Z",
    "soon",
    "",
  ]) {
    it(`is not "${text}"`, () => {
      assert.equal(endOf(text), undefined);
      assert.equal(Until.safeParse(text).success, false);
    });
  }

  it("is kept as it was stated, without blanks around it", () =>
    assert.equal(Until.parse(" 2027-01-31 "), "2027-01-31"));

  it("of any date is one day after its start", () => {
    const days = fc
      .integer({ min: 0, max: 60_000 })
      .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, (date) => assert.equal(endOf(date)?.getTime(), Date.parse(date) + 86_400_000)),
    );
  });
});
