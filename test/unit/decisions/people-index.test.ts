import assert from "node:assert/strict";
import { findMember, invitesOf, newestInvite } from "../../../provider/decisions/people-index";
import { ago, day, idOf, inviteOf, memberOf } from "../samples";

const email = "ann@example.com";
const older = inviteOf(email, { id: idOf(1), inviteDate: ago(2 * day) });
const newer = inviteOf(email, { id: idOf(2), inviteDate: ago(day) });
const undated = inviteOf(email, { id: idOf(3), inviteDate: undefined });
const invites = [newer, undated, inviteOf("bob@example.com"), older];

describe("unit: people in lists", () => {
  it("have all invites of their address, the one that was sent last at the end", () => {
    assert.deepEqual(invitesOf(invites, email), [undated, older, newer]);
    assert.equal(newestInvite(invites, email), newer);
    assert.deepEqual(invitesOf(invites, "cleo@example.com"), []);
    assert.deepEqual(invitesOf(invites, undefined), []);
  });

  it("are found by user id where one is known, and else by address", () => {
    const ann = memberOf(email, { userId: idOf(1) });
    const bob = memberOf("bob@example.com", { userId: idOf(2) });
    assert.equal(findMember([ann, bob], { email, userId: idOf(2) }), bob);
    assert.equal(findMember([ann, bob], { email, userId: idOf(9) }), undefined);
    assert.equal(findMember([ann, bob], { email }), ann);
    assert.equal(findMember([ann, bob], {}), undefined);
  });
});
