import assert from "node:assert/strict";
import fc from "fast-check";
import { nearest } from "../../../provider/vocabulary/nearest";

describe("unit: the nearest of some words", () => {
  it("are those with the fewest letters to change, nearest first", () => {
    assert.deepEqual(nearest("role", ["rule", "roles", "rolls", "owner"]), ["roles", "rule", "rolls"]);
    assert.deepEqual(nearest("Factory flor", ["Warehouse", "Factory floor"]), ["Factory floor"]);
  });

  it("do not depend on upper and lower case, or on the order", () => {
    assert.deepEqual(nearest("PLANT", ["plant"]), ["plant"]);
    assert.deepEqual(nearest("ab", ["ad", "ac"]), nearest("ab", ["ac", "ad"]));
  });

  it("are none where all are far", () => {
    assert.deepEqual(nearest("unmanaged", ["teams", "people"]), []);
    assert.deepEqual(nearest("x", []), []);
  });

  it("are at most as many as asked for, and the word itself comes first", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), fc.nat(4), (words, most) => {
        const [word = ""] = words;
        const found = nearest(word, words, most);
        assert.ok(found.length <= most);
        if (most > 0) assert.equal(found[0]?.toLowerCase(), word.toLowerCase());
      }),
    );
  });

  it("differ little before the @ where they are addresses", () => {
    const colleagues = ["bob@example.com", "annabel@example.com", "anne@example.com"];
    assert.deepEqual(nearest("ann@example.com", colleagues), ["anne@example.com"]);
    assert.deepEqual(nearest("eve@example.com", colleagues), []);
  });
});
