import assert from "node:assert/strict";
import {
  declaredStatusOf,
  holdsSeat,
  inviteOf as liveInviteOf,
  statusOf,
} from "../../../provider/decisions/person-status";
import { ago, day, idOf, inviteOf, memberOf, snapshotOf } from "../samples";

const email = "ann@example.com";
const expired = inviteOf(email, { hasExpired: true });

/** Where somebody stands with these invites. */
function standing(...invites: ReturnType<typeof inviteOf>[]) {
  return statusOf(snapshotOf([memberOf("bob@example.com")], invites), { email });
}

describe("unit: the status of a person", () => {
  it("holds a seat as a member and while an invite is pending, and not afterwards", () => {
    const member = statusOf(snapshotOf([memberOf(email)]), { email });
    const all = [member, standing(inviteOf(email)), standing(expired), standing()];
    assert.deepEqual(
      all.map(({ stage }) => stage),
      ["member", "pending", "expired", "absent"],
    );
    assert.deepEqual(all.map(holdsSeat), [true, true, false, false]);
  });

  it("has the invite, pending or expired, of somebody who is no member", () => {
    const member = statusOf(snapshotOf([memberOf(email)], [inviteOf(email)]), { email });
    const all = [member, standing(inviteOf(email)), standing(expired), standing()];
    assert.deepEqual(all.map(liveInviteOf), [undefined, inviteOf(email), expired, undefined]);
  });

  it("is that of the invite which was sent last, in whatever order they are listed", () => {
    const old = { ...expired, id: idOf(1), inviteDate: ago(9 * day) };
    const undated = { ...expired, id: idOf(2), inviteDate: undefined };
    for (const invites of [
      [old, undated, inviteOf(email)],
      [inviteOf(email), old, undated],
      [undated, inviteOf(email), old],
    ]) {
      assert.deepEqual(standing(...invites), { stage: "pending", invite: inviteOf(email) });
    }
  });

  it("is by address alone where no user id is known, and absent where nothing is", () => {
    const snapshot = snapshotOf([memberOf(email)], [inviteOf(email)]);
    assert.equal(statusOf(snapshot, { email }).stage, "member");
    assert.equal(statusOf(snapshot, {}).stage, "absent");
  });

  it("is not that of another member who has the address of somebody who is gone, unless a program declares it", () => {
    const snapshot = snapshotOf([memberOf(email)], []);
    const gone = { userId: idOf(9), email };
    assert.equal(statusOf(snapshot, gone).stage, "absent");
    assert.equal(declaredStatusOf(snapshot, gone).stage, "member");
    const moved = snapshotOf(
      [memberOf("new@example.com", { userId: idOf(9) }), memberOf(email, { userId: idOf(8) })],
      [],
    );
    const status = declaredStatusOf(moved, gone);
    assert.equal(status.stage === "member" && status.member.email, "new@example.com");
  });
});
