import assert from "node:assert/strict";
import { bar, limitBar } from "../../../usage/bars";

describe("unit: bars of usage", () => {
  it("are as long as their part of the most, in eighths of a character", () => {
    assert.equal(bar(100, 100, 4), "████");
    assert.equal(bar(50, 100, 4), "██");
    assert.equal(bar(30, 100, 4), "█▎");
    assert.equal(bar(200, 100, 4), "████");
  });

  it("show what there is a little of, and nothing where there is nothing", () => {
    assert.equal(bar(1, 1_000_000, 4), "▏");
    assert.equal(bar(0, 100, 4), "");
    assert.equal(bar(0, 0, 4), "");
  });

  it("of a limit show the value, the projection beyond it, and what is left", () => {
    assert.equal(limitBar(50, 75, 100, 8), "████░░  │");
    assert.equal(limitBar(50, null, 100, 8), "████    │");
    assert.equal(limitBar(50, 25, 100, 8), "████    │");
    assert.equal(limitBar(0, 0, 100, 8), "        │");
  });

  it("of a limit say that it is passed, now or later", () => {
    assert.equal(limitBar(150, null, 100, 8), "████████▶");
    assert.equal(limitBar(50, 110, 100, 8), "████░░░░▶");
    assert.equal(limitBar(100, 100, 100, 8), "████████│");
    assert.equal(limitBar(1, null, 0, 8), "████████▶");
    assert.equal(limitBar(0, null, 0, 8), "        │");
  });
});
