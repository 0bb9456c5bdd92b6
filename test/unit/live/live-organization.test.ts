import assert from "node:assert/strict";
import { newestInvite } from "../../../provider/decisions/people-index";
import { writesTo } from "../../../provider/live/writes";
import { day, memberOf, now, orgId } from "../samples";
import { StubLosant } from "../stub-losant";

const email = "ann@example.com";

describe("unit: the live organization", () => {
  it("dates an invite that it has sent where the answer does not, so that the next email waits", async () => {
    const losant = new StubLosant([memberOf("owner@example.com")], []);
    losant.leavesOut = ["inviteDate"];
    const live = writesTo(losant.run().organization(orgId));
    const before = await live.snapshot();
    const sent = await live.invite({ email, role: "view" }, undefined);
    assert.equal(before.invites.length, 0);
    assert.ok(Math.abs(Date.parse(sent.inviteDate ?? "") - now.getTime()) < day);
    assert.deepEqual(newestInvite((await live.snapshot()).invites, email), sent);
  });
});
