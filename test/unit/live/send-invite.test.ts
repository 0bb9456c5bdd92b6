import assert from "node:assert/strict";
import type { Invite } from "../../../client";
import { InviteNotSent, sendInvite } from "../../../provider/live/send-invite";
import type { DesiredInvite } from "../../../provider/vocabulary/desired-invite";
import { ProviderError } from "../../../provider/vocabulary/errors";
import { idOf, inviteOf, memberOf, now, orgId } from "../samples";
import { StubLosant } from "../stub-losant";

const email = "ann@example.com";
const owner = memberOf("owner@example.com", { userId: idOf(0xf), role: "admin" });

function losantWith(...invites: Invite[]): StubLosant {
  return new StubLosant([owner], invites);
}

function send(losant: StubLosant, more: Partial<DesiredInvite> = {}) {
  const desired = { email, role: "view" as const, ...more };
  return sendInvite(losant.run().organization(orgId), { does: "invite", desired, cause: { is: "new" } });
}

/** What an invite failed with. */
async function failure(losant: StubLosant): Promise<unknown> {
  return send(losant).then(
    () => assert.fail("it was sent"),
    (error: unknown) => error,
  );
}

describe("unit: sending an invite", () => {
  it("takes the place of every invite that the address has, and of no other", async () => {
    const others = [inviteOf(email, { id: idOf(1) }), inviteOf("bob@example.com", { id: idOf(2) })];
    const losant = losantWith(inviteOf(email, { hasExpired: true }), ...others);
    const record = await send(losant, { role: "edit" });
    assert.deepEqual(losant.written, ["revokeInvite", "revokeInvite", "inviteMember edit"]);
    assert.deepEqual([record.status, record.role, record.inviteDate], ["pending", "edit", now.toISOString()]);
  });

  it("gives no role and no transfer where the program states neither", async () => {
    const losant = losantWith();
    const record = await send(losant, { role: undefined });
    assert.deepEqual(losant.written, ["inviteMember none"]);
    assert.equal(record.disallowTransfer, true);
    assert.equal(losant.invites[0]?.disallowTransfer, true);
    await send(losant, { disallowTransfer: false });
    assert.equal(losant.invites[0]?.disallowTransfer, false);
  });

  it("records what was sent where the answer leaves it out", async () => {
    const losant = losantWith();
    losant.leavesOut = ["applicationRoles", "disallowTransfer"];
    const applicationRoles = [{ resourceId: idOf(7), role: "view" as const }];
    const record = await send(losant, { applicationRoles });
    assert.deepEqual([record.applicationRoles, record.disallowTransfer], [applicationRoles, true]);
  });

  it("is not sent once the access has ended", async () => {
    const losant = losantWith();
    await assert.rejects(send(losant, { until: "2001-01-31" }), /request not sent: it is too late/);
    assert.deepEqual(losant.written, []);
    await send(losant, { until: "3001-01-31" });
  });

  it("is refused outside the allowed domains, and nothing is revoked", async () => {
    const losant = losantWith(inviteOf(email));
    losant.organization = { whitelistedEmailDomains: ["other.com"] };
    await assert.rejects(send(losant), /is outside the domains/);
    assert.deepEqual(losant.written, []);
  });

  it("is refused without a free seat, by a fresh look, and nothing is revoked", async () => {
    const losant = losantWith(inviteOf(email));
    losant.organization = { limits: { member: 1 } };
    await assert.rejects(
      send(losant),
      /has 1 seats, and 2 would be taken: 1 members \+ 1 unexpired invites \+ 0/,
    );
    assert.deepEqual(losant.written, []);
    losant.organization = { limits: { member: 2 } };
    await send(losant);
    assert.deepEqual(losant.written, ["revokeInvite", "inviteMember view"]);
  });

  it("is refused where it would take the seat after the last one", async () => {
    const losant = losantWith();
    losant.organization = { limits: { member: 1 } };
    await assert.rejects(
      send(losant),
      /has 1 seats, and 2 would be taken: 1 members \+ 0 unexpired invites \+ 1/,
    );
  });

  it("looks afresh where fewer than ten seats are free, and only there", async () => {
    for (const [seats, looks] of [
      [undefined, 1],
      [11, 1],
      [10, 2],
    ] as const) {
      const losant = losantWith();
      losant.organization = seats === undefined ? {} : { limits: { member: seats } };
      let asked = 0;
      losant.before.set("GET organization", () => {
        asked += 1;
        return undefined;
      });
      await send(losant);
      assert.equal(asked, looks, `${seats} seats`);
    }
  });

  it("failed for good where Losant refused it and nothing was revoked before", async () => {
    const losant = losantWith();
    losant.before.set("POST invites", () => 400);
    const error = await failure(losant);
    assert.ok(error instanceof Error && !(error instanceof InviteNotSent));
  });

  it("is not confirmed where an invite was revoked before, or the answer was lost", async () => {
    for (const [invites, status] of [
      [[inviteOf(email)], 400],
      [[], 503],
    ] as const) {
      const losant = losantWith(...invites);
      losant.before.set("POST invites", () => status);
      const error = await failure(losant);
      assert.ok(error instanceof InviteNotSent, String(error));
      assert.equal(error.name, "InviteNotSent");
      assert.deepEqual([error.record.status, error.record.role], ["withdrawn", "view"]);
      assert.equal(error.record.inviteDate, undefined);
      assert.equal(error.message.includes("Their earlier invite is revoked"), invites.length > 0);
    }
  });

  it("is not confirmed where the answer does not list the invite", async () => {
    const losant = losantWith();
    losant.loses = true;
    assert.ok((await failure(losant)) instanceof InviteNotSent);
  });

  it("stops where the old invite was accepted meanwhile: a member needs none", async () => {
    const losant = losantWith(inviteOf(email));
    losant.before.set("DELETE invites", () => {
      losant.invites = [];
      losant.members = [owner, memberOf(email)];
      return 404;
    });
    const error = await failure(losant);
    assert.ok(error instanceof ProviderError);
    assert.match(
      error.message,
      /^ann@example\.com has become a member of organization .* meanwhile: run again/,
    );
    assert.deepEqual(losant.written, []);
  });

  it("goes on where the old invite was declined meanwhile", async () => {
    const losant = losantWith(inviteOf(email));
    losant.before.set("DELETE invites", () => {
      losant.invites = [];
      return 404;
    });
    await send(losant);
    assert.deepEqual(losant.written, ["inviteMember view"]);
  });
});
