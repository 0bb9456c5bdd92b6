import assert from "node:assert/strict";
import fc from "fast-check";
import { expiryOf, isExpired } from "../../../provider/decisions/invite-expiry";
import { ago, day, inviteOf, now } from "../samples";

const age = fc.integer({ min: -400 * day, max: 400 * day });
const ttl = fc.integer({ min: 0, max: 400 * day });

describe("unit: the expiry of invites", () => {
  it("is what Losant says, whatever the dates and clocks", () => {
    fc.assert(
      fc.property(age, ttl, fc.boolean(), (sent, valid, hasExpired) => {
        const invite = inviteOf("ann@example.com", { inviteDate: ago(sent), ttl: valid, hasExpired });
        assert.equal(isExpired(invite, now), hasExpired);
      }),
    );
  });

  it("is reckoned from the dates where Losant says nothing", () => {
    fc.assert(
      fc.property(age, ttl, (sent, valid) => {
        const invite = inviteOf("ann@example.com", {
          inviteDate: ago(sent),
          ttl: valid,
          hasExpired: undefined,
        });
        assert.equal(isExpired(invite, now), sent >= valid);
      }),
    );
  });

  it("is not known without a date, a validity, or a date that is one", () => {
    const unknown = [{ inviteDate: undefined }, { ttl: undefined }, { inviteDate: "yesterday" }];
    for (const more of unknown) {
      const invite = inviteOf("ann@example.com", { hasExpired: undefined, ...more });
      assert.deepEqual([expiryOf(invite), isExpired(invite, now)], [undefined, false]);
    }
  });
});
