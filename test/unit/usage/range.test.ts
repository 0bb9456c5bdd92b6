import assert from "node:assert/strict";
import { askedRange, daysIn, isPartOf, momentIn, piecesOf, problemOf } from "../../../usage/range";
import { now } from "../samples";
import { november } from "./samples";

const date = (text: string) => new Date(text);
const range = (start: string, end: string) => ({ start, end });

describe("unit: the range of usage", () => {
  it("takes a day as its start, or as its last moment", () => {
    assert.equal(momentIn("2026-11-01", "start")?.toISOString(), "2026-11-01T00:00:00.000Z");
    assert.equal(momentIn("2026-11-01", "end")?.toISOString(), "2026-11-01T23:59:59.999Z");
    assert.equal(momentIn("2026-11-01T09:30+02:00", "end")?.toISOString(), "2026-11-01T07:30:00.000Z");
  });

  it("refuses what is no time, or has no time zone, or is no day of the calendar", () => {
    for (const text of [
      "",
      "yesterday",
      "2026-11-01T09:30:00",
      "2026-13-01",
      "2026-02-30",
      "2026-02-30T00:00Z",
      "1",
    ])
      assert.equal(momentIn(text, "start"), undefined, text);
  });

  it("is at most 93 days, both ends included", () => {
    const from = date("2026-08-01T00:00:00Z");
    const to = (day: string) => momentIn(day, "end");
    assert.equal(problemOf({ from, to: to("2026-11-01") }, now), undefined);
    assert.equal(
      problemOf({ from, to: to("2026-11-02") }, now),
      "94 days are asked for; at most 93 are possible",
    );
    assert.match(problemOf({ from: date("2026-08-14T00:00:00Z") }, now) ?? "", /^94 days/);
  });

  it("does not end before it begins", () => {
    const from = date("2026-11-10T00:00:00Z");
    assert.equal(problemOf({ from, to: date("2026-11-09T00:00:00Z") }, now), "--from is after --to");
    assert.equal(problemOf({ from: date("2026-11-16T00:00:00Z") }, now), "--from is after now");
  });

  it("is the period so far where nothing is stated", () => {
    assert.deepEqual(askedRange({}, november, now), range(november.start, now.toISOString()));
  });

  it("is the last 93 days of a longer period", () => {
    const year = { ...november, start: "2026-01-01T00:00:00.000Z" };
    const asked = askedRange({}, year, now);
    assert.equal(asked.start, "2026-08-15T00:00:00.000Z");
    assert.equal(daysIn(asked), 93);
  });

  it("is 30 days up to an end before the period", () => {
    const asked = askedRange({ to: momentIn("2026-09-30", "end") }, november, now);
    assert.equal(asked.start, "2026-09-01T00:00:00.000Z");
    assert.equal(daysIn(asked), 30);
  });

  it("in pieces of 93 days is the same time, each moment once", () => {
    const long = range("2026-01-01T06:00:00.000Z", now.toISOString());
    const pieces = piecesOf(long);
    assert.equal(pieces.length, 4);
    assert.equal(pieces[0]?.start, long.start);
    assert.equal(pieces.at(-1)?.end, long.end);
    for (const [index, piece] of pieces.entries()) {
      assert.ok(daysIn(piece) <= 93);
      const next = pieces[index + 1];
      if (next) assert.equal(Date.parse(next.start) - Date.parse(piece.end), 1);
    }
    const short = range(november.start, now.toISOString());
    assert.deepEqual(piecesOf(short), [short]);
  });

  it("has all days of a part that begins with a day and ends no later", () => {
    const whole = range("2026-09-01T08:00:00.000Z", "2026-11-15T12:00:00.000Z");
    const isPart = (start: string, end = whole.end) => isPartOf(range(start, end), whole);
    assert.equal(isPart("2026-11-01T00:00:00.000Z"), true);
    assert.equal(isPart("2026-11-01T00:00:00.001Z"), false);
    assert.equal(isPart("2026-09-01T00:00:00.000Z"), false);
    assert.equal(isPart("2026-11-01T00:00:00.000Z", "2026-11-15T12:00:00.001Z"), false);
  });
});
