import assert from "node:assert/strict";
import type { Invite, InvitePost, ResourceRole } from "../../../client";
import { isSentInvite } from "../../../client/sent-invite";
import { someId } from "./harness";

const otherId = "6".repeat(24);
const roles: ResourceRole[] = [
  { resourceId: someId, role: "view" },
  { resourceId: otherId, role: "none" },
];
const now = new Date("2026-06-01T12:00:00Z");
const invite: Invite = {
  id: someId,
  email: "ann@example.com",
  role: "none",
  applicationRoles: roles,
  dashboardRoles: [],
  inviteDate: "2026-06-01T11:59:30.000Z",
  ttl: 604_800_000,
  hasExpired: false,
  disallowTransfer: true,
};
const desired: InvitePost = {
  email: "Ann@example.com",
  role: "none",
  applicationRoles: [...roles].reverse().map((one) => ({ ...one, resourceId: one.resourceId.toUpperCase() })),
  disallowTransfer: true,
};
const sending = { now, elapsed: 30_000 };

describe("client: an invite in the list is the one that was sent", () => {
  it("whatever the order and the letters' case of its roles' ids", () => {
    assert.equal(isSentInvite(invite, desired, sending), true);
  });

  it("not where only another letter's lower case is the address", () => {
    const kelvin = { ...invite, email: "mi\u212Ae@example.com" };
    assert.equal(isSentInvite(kelvin, { ...desired, email: "mike@example.com" }, sending), false);
    assert.equal(
      isSentInvite(
        { ...kelvin, email: "MIKE@example.com" },
        { ...desired, email: "mike@example.com" },
        sending,
      ),
      true,
    );
  });

  it("though nobody said whether it may be passed on", () => {
    assert.equal(isSentInvite(invite, { ...desired, disallowTransfer: undefined }, sending), true);
  });

  it("though no answer ever told the server's time", () => {
    assert.equal(isSentInvite(invite, desired, { now: undefined, elapsed: 0 }), true);
  });

  it("though the clocks of the server's machines differ by a second", () => {
    assert.equal(isSentInvite({ ...invite, inviteDate: "2026-06-01T11:59:29.000Z" }, desired, sending), true);
  });

  const leftOut: Record<string, Partial<Invite>> = {
    "the lists of roles": { applicationRoles: undefined, dashboardRoles: undefined },
    "whether it may be passed on": { disallowTransfer: undefined },
    "its date": { inviteDate: undefined },
  };
  for (const [what, change] of Object.entries(leftOut)) {
    it(`though the answer leaves out ${what}`, () => {
      assert.equal(isSentInvite({ ...invite, ...change }, desired, sending), true);
    });
  }

  const others: Record<string, Partial<Invite>> = {
    "to somebody else": { email: "bob@example.com" },
    "with another role": { role: "view" },
    "with fewer roles on applications": { applicationRoles: roles.slice(1) },
    "with another role on an application": {
      applicationRoles: roles.map((one) => ({ ...one, role: "none" })),
    },
    "with roles on dashboards": { dashboardRoles: roles },
    "that may be passed on": { disallowTransfer: false },
    "that has expired": { hasExpired: true },
    "from before it was sent": { inviteDate: "2026-06-01T11:59:20.000Z" },
  };
  for (const [what, change] of Object.entries(others)) {
    it(`but not one ${what}`, () => {
      assert.equal(isSentInvite({ ...invite, ...change }, desired, sending), false);
    });
  }
});
