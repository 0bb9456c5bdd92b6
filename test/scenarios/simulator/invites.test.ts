import assert from "node:assert/strict";
import { z } from "zod";
import { assertRefused, dayMs, invitesOf, unusedId, useSimulator } from "./harness";

describe("simulator invites", () => {
  const simulator = useSimulator({ now: () => Date.UTC(2026, 5, 15, 12) });
  const revoke = (inviteId: string) =>
    simulator().call("DELETE", simulator().org(`/invites?inviteId=${inviteId}`));

  it("answers an invite with 200 and the bare array of all invites", async () => {
    await simulator().invite("ada@example.com");
    const answer = await simulator().invite("bob@example.com", { role: "edit", disallowTransfer: true });
    assert.equal(answer.status, 200);
    assert.deepEqual(
      invitesOf(answer).map(({ email, role, disallowTransfer }) => [email, role, disallowTransfer]),
      [
        ["ada@example.com", "view", false],
        ["bob@example.com", "edit", true],
      ],
    );
    assert.deepEqual(await simulator().invites(), invitesOf(answer));
  });

  it("keeps the mail's token to itself", async () => {
    const answer = await simulator().invite("ada@example.com");
    assert.doesNotMatch(JSON.stringify(answer.body), /token/);
  });

  it("ends an invite after seven days and lists it on", async () => {
    await simulator().invite("ada@example.com");
    await simulator().advance(7 * dayMs - 1);
    assert.equal((await simulator().invites())[0]?.hasExpired, false);
    await simulator().advance(1);
    const [expired] = await simulator().invites();
    assert.deepEqual(
      [expired?.email, expired?.hasExpired, expired?.ttl],
      ["ada@example.com", true, 7 * dayMs],
    );
  });

  it("refuses a second invite to an address, however it is written", async () => {
    await simulator().invite("ada@example.com");
    assertRefused(await simulator().invite("ADA@Example.com"), 400, /already invited/);
  });

  it("refuses an invite to an address whose expired invite was not revoked", async () => {
    await simulator().invite("ada@example.com");
    await simulator().advance(8 * dayMs);
    assertRefused(await simulator().invite("ada@example.com"), 400, /already invited/);
  });

  it("refuses an invite to a member", async () => {
    assertRefused(await simulator().invite("Owner@example.com"), 400, /already a member/);
  });

  it("refuses an invite to a full organization, and counts pending invites as taken seats", async () => {
    await simulator().changeOrganization({ limits: { member: 2 } });
    await simulator().invite("ada@example.com");
    assertRefused(await simulator().invite("bob@example.com"), 400, /full: 2 of 2/);
  });

  it("does not count an expired invite as a taken seat", async () => {
    await simulator().changeOrganization({ limits: { member: 2 } });
    await simulator().invite("ada@example.com");
    await simulator().advance(8 * dayMs);
    assert.equal((await simulator().invite("bob@example.com")).status, 200);
  });

  it("refuses an address outside the allowed domains", async () => {
    await simulator().changeOrganization({ whitelistedEmailDomains: ["Example.com"] });
    assertRefused(await simulator().invite("ada@elsewhere.com"), 400, /elsewhere\.com/);
    assert.equal((await simulator().invite("ada@example.com")).status, 200);
  });

  it("revokes an invite and answers with those left", async () => {
    await simulator().invite("ada@example.com");
    const invites = invitesOf(await simulator().invite("bob@example.com"));
    const left = invitesOf(await revoke(invites[0]?.id ?? ""));
    assert.deepEqual(
      left.map((invite) => invite.email),
      ["bob@example.com"],
    );
  });

  it("answers 404 for a revocation of an invite that is not there", async () => {
    assertRefused(await revoke(unusedId), 404, /invite was not found/);
  });

  const tokenOf = async (email: string) => {
    const { invites } = await simulator().state();
    return (
      Object.values(invites)
        .flat()
        .find((invite) => invite.email === email)?.token ?? ""
    );
  };
  const look = (email: string, token: string) =>
    simulator().call("GET", `/invites?${new URLSearchParams({ email, token })}`, undefined, "none");
  const answerMail = (email: string, token: string, accept: boolean) =>
    simulator().call("POST", "/invites", { email, token, accept }, "none");

  it("shows an invite to whoever has the mail", async () => {
    await simulator().invite("ada@example.com", { role: "edit" });
    const { body } = await look("ada@example.com", await tokenOf("ada@example.com"));
    const shown = z.looseObject({ orgName: z.string(), role: z.string() }).parse(body);
    assert.deepEqual([shown.orgName, shown.role], ["Simulated Organization", "edit"]);
  });

  it("answers 404 for a mail's token that belongs to another address", async () => {
    await simulator().invite("ada@example.com");
    await simulator().invite("bob@example.com");
    assertRefused(await look("ada@example.com", await tokenOf("bob@example.com")), 404, /not found/);
  });

  it("answers 410 for the mail of an expired invite", async () => {
    await simulator().invite("ada@example.com");
    const token = await tokenOf("ada@example.com");
    await simulator().advance(8 * dayMs);
    assertRefused(await look("ada@example.com", token), 410, /expired/);
    assertRefused(await answerMail("ada@example.com", token, true), 410, /expired/);
  });

  it("makes a member with the invite's roles of whoever accepts by mail", async () => {
    const dashboardRoles = [{ resourceId: unusedId, role: "view" }];
    await simulator().invite("ada@example.com", { role: "none", dashboardRoles });
    const answer = await answerMail("ada@example.com", await tokenOf("ada@example.com"), true);
    assert.deepEqual(answer.body, { accepted: true, orgId: simulator().simulator.orgId });
    const ada = (await simulator().organization()).members.find(
      (member) => member.email === "ada@example.com",
    );
    assert.deepEqual([ada?.role, ada?.dashboardRoles], ["none", dashboardRoles]);
    assert.deepEqual(await simulator().invites(), []);
  });

  it("takes the invite of whoever declines by mail off the list", async () => {
    await simulator().invite("ada@example.com");
    const token = await tokenOf("ada@example.com");
    assert.equal((await answerMail("ada@example.com", token, false)).status, 200);
    assert.deepEqual(await simulator().invites(), []);
    assert.equal((await simulator().organization()).members.length, 1);
    assertRefused(await answerMail("ada@example.com", token, false), 404, /not found/);
  });
});
