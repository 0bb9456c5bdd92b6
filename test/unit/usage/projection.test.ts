import assert from "node:assert/strict";
import { projectedLevel, projectedSum } from "../../../usage/projection";
import { day, now } from "../samples";
import { daysOf, november } from "./samples";

const start = Date.parse(november.start);
const at = (days: number) => new Date(start + days * day);

describe("unit: the projection of a figure", () => {
  it("of a sum goes on as the days so far", () => {
    assert.equal(projectedSum(1450, november, now), 3000);
    assert.equal(projectedSum(0, november, now), 0);
  });

  it("of a sum is its own value at the period's end", () => {
    assert.equal(projectedSum(777, november, at(30)), 777);
  });

  it("of a sum is nothing on the period's first day, from its very start on", () => {
    assert.equal(projectedSum(0, november, at(0)), null);
    assert.equal(projectedSum(5000, november, at(0.99)), null);
    assert.equal(projectedSum(100, november, at(1)), 3000);
  });

  it("of a number of things goes on along the line from the first day to the last", () => {
    // Ten more in ten days, and nineteen days to come.
    const days = [...daysOf(50), { day: "2026-11-11", value: 60 }];
    assert.equal(projectedLevel(days, november, at(11)), 79);
  });

  it("of a number of things that shrinks is never less than none", () => {
    assert.equal(projectedLevel(daysOf(50, 20), november, at(2)), 0);
  });

  it("of a number of things is nothing with one day or none", () => {
    assert.equal(projectedLevel([], november, now), null);
    assert.equal(projectedLevel(daysOf(50), november, at(0.5)), null);
  });
});
