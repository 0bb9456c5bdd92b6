import assert from "node:assert/strict";
import { inviteRecord, sentRecord, unsentRecord } from "../../../provider/decisions/invite-record";
import { ago, day, idOf, inviteOf } from "../samples";

const email = "ann@example.com";
const roles = { role: "edit", applicationRoles: [{ resourceId: idOf(7), role: "view" }] } as const;
const recorded = {
  role: roles.role,
  applicationRoles: [...roles.applicationRoles],
  dashboardRoles: [],
  inviteId: idOf(3),
  inviteDate: ago(2 * day),
  expiresAt: ago(-5 * day),
  disallowTransfer: false,
};
const bare = inviteOf(email, {
  applicationRoles: undefined,
  dashboardRoles: undefined,
  inviteDate: undefined,
  ttl: undefined,
  disallowTransfer: undefined,
});

describe("unit: the record of an invite", () => {
  it("is what Losant lists, whatever was recorded before", () => {
    assert.deepEqual(inviteRecord({ stage: "pending", invite: inviteOf(email) }, recorded), {
      role: "view",
      applicationRoles: [],
      dashboardRoles: [],
      status: "pending",
      inviteId: inviteOf(email).id,
      inviteDate: ago(day),
      expiresAt: ago(-6 * day),
      disallowTransfer: true,
    });
  });

  it("keeps what was recorded where an answer leaves it out", () => {
    const record = inviteRecord({ stage: "expired", invite: bare }, recorded);
    assert.deepEqual(record, { ...recorded, role: "view", status: "expired", inviteId: bare.id });
  });

  it("knows no more than the answer where nothing was recorded", () => {
    const { inviteId, ...record } = inviteRecord({ stage: "pending", invite: bare }, undefined);
    assert.deepEqual(
      Object.entries(record).filter(([, value]) => value !== undefined),
      [
        ["role", "view"],
        ["status", "pending"],
      ],
    );
  });

  it("of somebody who is not there says whether they had been a member, and keeps what was known", () => {
    for (const [before, after] of [
      ["pending", "withdrawn"],
      ["active", "left"],
      ["left", "left"],
      ["accepted", "left"],
    ]) {
      const record = inviteRecord({ stage: "absent" }, { ...recorded, status: before });
      assert.deepEqual(record, { ...recorded, status: after });
    }
    assert.equal(inviteRecord({ stage: "absent" }, undefined).status, "withdrawn");
  });

  it("after sending is pending, with what the answer left out as it was sent", () => {
    const record = sentRecord(bare, { email, ...recorded });
    assert.equal(record.status, "pending");
    assert.deepEqual(record.applicationRoles, roles.applicationRoles);
    assert.equal(record.disallowTransfer, false);
  });

  it("of an invite that was not confirmed has what is wanted, and no date", () => {
    const record = unsentRecord({ email, ...recorded });
    const { role, applicationRoles, dashboardRoles, disallowTransfer } = recorded;
    const wanted = { role, applicationRoles, dashboardRoles, disallowTransfer };
    assert.deepEqual(record, { ...wanted, status: "withdrawn" });
  });
});
