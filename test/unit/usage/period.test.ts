import assert from "node:assert/strict";
import { billingPeriod, monthlyPeriod } from "../../../usage/period";
import { now } from "../samples";
import { november } from "./samples";

const stated = (currentPeriodStart: unknown, currentPeriodEnd: unknown) =>
  billingPeriod({ currentPeriodStart, currentPeriodEnd }, now);
const month = { ...november, source: "calendarMonth" };

describe("unit: the billing period of usage", () => {
  it("is the one that Losant states, whatever its time zone", () => {
    assert.deepEqual(stated("2026-11-10T08:00:00+02:00", "2026-12-10T06:00:00Z"), {
      start: "2026-11-10T06:00:00.000Z",
      end: "2026-12-10T06:00:00.000Z",
      source: "losant",
    });
  });

  it("is the calendar month in UTC where none is stated, or only a part", () => {
    for (const period of [
      billingPeriod({}, now),
      stated("2026-11-10T06:00:00Z", null),
      stated("soon", "later"),
    ])
      assert.deepEqual(period, month);
  });

  it("is the calendar month where the stated one is over or has not begun", () => {
    assert.deepEqual(stated("2026-10-01T00:00:00Z", now.toISOString()), month);
    assert.deepEqual(stated("2026-11-16T00:00:00Z", "2026-12-16T00:00:00Z"), month);
    const end = "2026-12-15T00:00:00.000Z";
    assert.equal(stated(now.toISOString(), end).end, end);
  });

  it("is the next year's January after December", () => {
    const { start, end } = billingPeriod({}, new Date("2026-12-31T23:59:59.999Z"));
    assert.deepEqual([start, end], ["2026-12-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"]);
  });

  it("is a month for what is limited by the month, also where the bill is for a year", () => {
    const year = {
      start: "2026-01-01T00:00:00.000Z",
      end: "2027-01-01T00:00:00.000Z",
      source: "losant",
    } as const;
    assert.deepEqual(monthlyPeriod(year, now), month);
    assert.equal(monthlyPeriod(november, now), november);
  });
});
