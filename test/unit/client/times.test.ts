import assert from "node:assert/strict";
import fc from "fast-check";
import { Time } from "../../../client/times";

const moment = fc.date({ noInvalidDate: true });
const isoMoment = fc.date({
  noInvalidDate: true,
  min: new Date(0),
  max: new Date("9999-12-31T23:59:59.999Z"),
});

describe("client: times", () => {
  it("are sent as text of milliseconds, whichever way they are given", () => {
    fc.assert(
      fc.property(moment, (date) => {
        assert.equal(Time.parse(date), String(date.getTime()));
        assert.equal(Time.parse(date.getTime()), String(date.getTime()));
      }),
    );
    fc.assert(
      fc.property(isoMoment, (date) => assert.equal(Time.parse(date.toISOString()), String(date.getTime()))),
    );
  });

  it("may be a day, which begins at midnight UTC", () => {
    assert.equal(Time.parse("2026-11-01"), String(Date.UTC(2026, 10, 1)));
  });

  it("may have an offset", () => {
    assert.equal(Time.parse("2026-11-01T01:00:00+01:00"), String(Date.UTC(2026, 10, 1)));
  });

  it("lose parts of a millisecond", () => {
    assert.equal(Time.parse(1.9), "1");
  });

  const wrong = [
    "yesterday",
    "",
    "2026-02-31",
    "2026-13-01",
    "2026-11-01T00:00:00",
    "01/11/2026",
    "1700000000000",
    Number.NaN,
    Number.POSITIVE_INFINITY,
    8.64e15 + 1,
    new Date(Number.NaN),
  ];
  for (const time of wrong) {
    it(`refuse ${typeof time} ${time instanceof Date ? "of an invalid Date" : JSON.stringify(time)} ${String(time)}`, () => {
      const { error } = Time.safeParse(time);
      assert.match(error?.message ?? "", /must be a time: a Date, milliseconds since 1970, or ISO text/);
    });
  }
});
