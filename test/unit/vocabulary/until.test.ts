import assert from "node:assert/strict";
import { endOf, hasEnded, Until } from "../../../provider/vocabulary/until";

describe("unit: until", () => {
  const firstMomentAfter: [string, string][] = [
    ["2027-01-31", "2027-02-01T00:00:00.000Z"],
    ["2028-02-29", "2028-03-01T00:00:00.000Z"],
    ["2027-01-31T17:00:00Z", "2027-01-31T17:00:00.000Z"],
    ["2027-01-31T17:00Z", "2027-01-31T17:00:00.000Z"],
    ["2027-01-31T17:00:00+02:00", "2027-01-31T15:00:00.000Z"],
    ["2027-01-31T17:00:00.25-05:00", "2027-01-31T22:00:00.250Z"],
  ];
  for (const [until, end] of firstMomentAfter) {
    it(`${until} holds to ${end}`, () => {
      assert.equal(endOf(until)?.toISOString(), end);
      assert.equal(hasEnded(until, new Date(Date.parse(end) - 1)), false);
      assert.equal(hasEnded(until, new Date(end)), true);
    });
  }

  const refused = [
    "2027-02-29",
    "2027-13-01",
    "2027-1-31",
    "31.01.2027",
    "2027-01-31T17:00:00",
    "2027-01-31T25:00:00Z",
    "2027-02-30T10:00:00Z",
    "tomorrow",
    "",
  ];
  for (const until of refused) {
    it(`${JSON.stringify(until)} is refused, with what is allowed`, () => {
      const { error } = Until.safeParse(until);
      assert.match(error?.issues[0]?.message ?? "", /must be a date such as 2027-01-31, or a moment/);
      assert.equal(endOf(until), undefined);
    });
  }

  it("that is not stated never ends", () => {
    assert.equal(hasEnded(undefined, new Date("9999-12-31")), false);
  });

  it("is kept as it was stated", () => {
    assert.equal(Until.parse(" 2027-01-31T17:00:00+02:00 "), "2027-01-31T17:00:00+02:00");
  });
});
