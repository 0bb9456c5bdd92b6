import assert from "node:assert/strict";
import { tokenExpiry } from "../../../client";
import { tokenWarning } from "../../../provider/decisions/token-health";
import { now } from "../samples";

const day = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(now.getTime() + days * day);

describe("unit: the expiry of an API token", () => {
  const tokenWith = (payload: string) =>
    `eyJhbGciOiJIUzI1NiJ9.${Buffer.from(payload).toString("base64url")}.c2lnbmF0dXJl`;

  it("is what the token says of itself", () => {
    assert.deepEqual(tokenExpiry(tokenWith(`{"exp":${now.getTime() / 1000},"sub":"5"}`)), now);
  });

  for (const token of [
    "",
    "a-token",
    "a.b.c",
    tokenWith("{}"),
    tokenWith('{"exp":"soon"}'),
    tokenWith('{"exp":1e300}'),
  ])
    it(`is not known of ${token || "no token"}`, () => {
      assert.equal(tokenExpiry(token), undefined);
    });

  it("is warned of in the last 30 days, and with what follows in the last 7", () => {
    assert.equal(tokenWarning(undefined, now), undefined);
    assert.equal(tokenWarning(inDays(30.5), now), undefined);
    assert.equal(tokenWarning(inDays(-0.1), now), undefined);
    assert.equal(
      tokenWarning(inDays(30), now),
      "the API token expires in 30 days, on 2026-12-15: make a new one at Losant, and put it in the place of this one.",
    );
    assert.match(
      tokenWarning(inDays(7), now) ?? "",
      /expires in 7 days, on 2026-11-22; from then on every run fails, and access that ends does not end: /,
    );
    assert.match(tokenWarning(inDays(0.5), now) ?? "", /expires in 1 day, /);
  });
});
