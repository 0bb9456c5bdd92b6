import assert from "node:assert/strict";
import { programFiles } from "../../../cli/export/programs";
import { statusOf } from "../../../cli/status/report";
import type { Invite } from "../../../client";
import { seatsAfter } from "../../../provider/decisions/guard-rails/seats";
import { newestInvite } from "../../../provider/decisions/people-index";
import { canonicalInvite } from "../../../provider/live/canonical";
import { ago, day, hour, idOf, inviteOf, memberOf, snapshotOf as providerSnapshotOf } from "../samples";
import { snapshotOf, textOf } from "./snapshots";

const email = "two@example.com";
const owner = memberOf("owner@example.com", { role: "admin" });
const token = { role: null, limitedTo: null, readsApplications: true, readsDashboards: true };

function sent(before: number, more: Partial<Invite> = {}): Invite {
  return inviteOf(email, { inviteDate: ago(before), hasExpired: before >= 7 * day, ...more });
}

const several: Record<string, Invite[]> = {
  "the newest one first": [sent(10 * hour, { role: "view" }), sent(20 * hour, { role: "edit" })],
  "the newest one last": [sent(20 * hour, { role: "edit" }), sent(10 * hour, { role: "view" })],
  "sent at the same moment": [sent(day, { role: "edit" }), sent(day, { role: "view" })],
  "in several spellings": [
    sent(10 * hour, { role: "view", email: " TWO@example.com" }),
    sent(20 * hour, { role: "edit" }),
  ],
  "an expired one older": [sent(8 * day, { role: "edit" }), sent(day, { role: "view" })],
};

describe("the invite of an address that has several", () => {
  for (const [title, invites] of Object.entries(several)) {
    it(`is the one by which the provider goes: ${title}`, async () => {
      const snapshot = await snapshotOf([owner], invites);
      const expected = newestInvite(invites.map(canonicalInvite), email);
      assert.equal(expected?.role, "view");
      assert.deepEqual(snapshot.pending.map(canonicalInvite), [expected]);
    });
  }

  it("is not declared where the newest has expired: the provider would send it again", async () => {
    const invites = [sent(day, { role: "edit" }), sent(hour, { hasExpired: true })];
    const snapshot = await snapshotOf([owner], invites);
    assert.deepEqual(snapshot.pending, []);
    const [program = ""] = Object.values(programFiles(snapshot, "roster", false));
    assert.match(program, /\/\/ expired: two@example\.com: view/);
    assert.doesNotMatch(program, /"two@example\.com"/);
  });
});

async function statusWith(...invites: Invite[]) {
  return statusOf(await snapshotOf([owner], invites), new Map(), token);
}

describe("the invites of a status", () => {
  it("hold no more days than Losant gives, though its answers tell the time in whole seconds", async () => {
    const { invites } = await statusWith(sent(-500));
    assert.equal(invites[0]?.daysLeft, 7);
  });

  it("go by Losant's word on what has expired, not by the dates", async () => {
    const flagged = sent(day, { hasExpired: true });
    const held = sent(8 * day, { email: "held@example.com", hasExpired: false });
    const status = await statusWith(flagged, held);
    const shown = status.invites.map(({ email: of, isExpired, daysLeft }) => ({ of, isExpired, daysLeft }));
    assert.deepEqual(shown, [
      { of: "held@example.com", isExpired: false, daysLeft: null },
      { of: email, isExpired: true, daysLeft: null },
    ]);
    const text = textOf(status);
    assert.match(text, /two@example\.com +view +expired/);
    assert.match(text, /held@example\.com +view +not told/);
  });

  it("have the pending one of a member too, and take its seat, as the provider counts", async () => {
    const ofOwner = inviteOf(owner.email, { role: "edit" });
    const invites = [ofOwner, sent(day), sent(2 * day, { id: idOf(0xb) }), sent(9 * day)];
    const { seats, invites: listed } = await statusWith(...invites);
    const none = { invited: new Set<string>(), removed: new Set<string>(), revoked: new Set<string>() };
    assert.equal(seats.taken, seatsAfter(providerSnapshotOf([owner], invites), none));
    assert.equal(seats.taken, 4);
    assert.deepEqual(
      listed.map((one) => one.email),
      [owner.email, email, email, email],
    );
  });
});
