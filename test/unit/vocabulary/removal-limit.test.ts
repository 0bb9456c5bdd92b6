import assert from "node:assert/strict";
import fc from "fast-check";
import { parseRemovalLimit, removalsAllowed } from "../../../provider/vocabulary/removal-limit";

const size = fc.integer({ min: 0, max: 100_000 });

describe("unit: the removal limit", () => {
  it("is exact for every whole percent, written with a percent sign or as a fraction", () => {
    for (let percent = 0; percent <= 100; percent += 1) {
      for (let people = 0; people <= 400; people += 1) verifyShare(percent, people);
    }
    fc.assert(fc.property(fc.integer({ min: 0, max: 100 }), size, verifyShare));
  });

  it("is exact for tenths of a percent", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), size, (tenths, people) => {
        const text = `${Math.trunc(tenths / 10)}.${tenths % 10}%`;
        assert.equal(allowed(text, people), exactShare(tenths, 1000, people));
      }),
    );
  });

  it("is exact for as many decimals as are written", () => {
    assert.deepEqual([allowed("12.25%", 400), allowed("0.1225", 400)], [49, 49]);
  });

  it("is a number of people where it is a whole number", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), size, (count, people) => {
        assert.equal(allowed(String(count), people), count);
      }),
    );
  });

  it("is a quarter of the people by default, and at least 3", () => {
    assert.deepEqual(
      [0, 3, 12, 15, 16, 100].map((people) => removalsAllowed(undefined, people)),
      [3, 3, 3, 3, 4, 25],
    );
  });

  for (const text of [
    "",
    "-1",
    "1.5",
    "101%",
    "1e3",
    "%",
    "25 %",
    "1.0",
    "Infinity",
    "٣",
    "25%x",
    "10.5",
    "0.5x",
    "1000000",
  ]) {
    it(`is nothing where the text is ${JSON.stringify(text)}`, () => {
      assert.equal(parseRemovalLimit(text), undefined);
    });
  }
});

function verifyShare(percent: number, people: number): void {
  assert.equal(allowed(`${percent}%`, people), exactShare(percent, 100, people), `${percent}% of ${people}`);
  if (percent === 100) return;
  const fraction = `0.${String(percent).padStart(2, "0")}`;
  assert.equal(allowed(fraction, people), exactShare(percent, 100, people), `${fraction} of ${people}`);
}

function allowed(text: string, people: number): number {
  const limit = parseRemovalLimit(text);
  assert.ok(limit);
  return removalsAllowed(limit, people);
}

function exactShare(part: number, whole: number, people: number): number {
  return Number((BigInt(part) * BigInt(people)) / BigInt(whole));
}
