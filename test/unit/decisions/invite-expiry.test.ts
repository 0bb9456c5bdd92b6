import assert from "node:assert/strict";
import fc from "fast-check";
import type { Invite } from "../../../client";
import { expiryOf, isExpired } from "../../../client/invites";
import { expiryWarning } from "../../../provider/decisions/invite-expiry";
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

  it("has come at the very moment at which an invite ends", () => {
    const isOver = [-1, 0, 1].map((late) => isExpired(endingIn(-late, { hasExpired: undefined }), now));
    assert.deepEqual(isOver, [false, true, true]);
  });

  it("is warned about two days before, with its date", () => {
    const warnings = [-1, 0, 1].map((late) => expiryWarning(endingIn(2 * day - late), now));
    assert.equal(warnings[0], undefined);
    assert.match(warnings[1] ?? "", /^ann@example\.com: the invite expires on 2026-11-17T12:00:00\.000Z /);
    assert.match(warnings[2] ?? "", / expires on 2026-11-17T11:59:59\.999Z /);
    assert.equal(expiryWarning(inviteOf("ann@example.com", { ttl: undefined }), now), undefined);
  });
});

/** An invite that ends in so many milliseconds. */
function endingIn(left: number, more: Partial<Invite> = {}): Invite {
  return inviteOf("ann@example.com", { inviteDate: ago(day), ttl: day + left, ...more });
}
