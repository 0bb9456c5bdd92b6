import assert from "node:assert/strict";
import { tokenExpiry, type UserApiToken } from "../../../client";
import type { ChangeStep, InviteCause } from "../../../provider/decisions/steps";
import { rightsWarnings, tokenWarning, type Write, writesOf } from "../../../provider/decisions/token-health";
import { idOf, inviteOf, memberOf, now, orgId } from "../samples";

const day = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(now.getTime() + days * day);

describe("unit: the expiry of an API token", () => {
  const tokenWith = (payload: string) =>
    `eyJhbGciOiJIUzI1NiJ9.${Buffer.from(payload).toString("base64url")}.c2lnbmF0dXJl`;

  it("is what the token says of itself", () => {
    assert.deepEqual(tokenExpiry(tokenWith(`{"exp":${now.getTime() / 1000},"sub":"5"}`)), now);
  });

  for (const token of [
    "",
    "a-token",
    "a.b.c",
    tokenWith("{}"),
    tokenWith('{"exp":"soon"}'),
    tokenWith('{"exp":1e300}'),
  ])
    it(`is not known of ${token || "no token"}`, () => {
      assert.equal(tokenExpiry(token), undefined);
    });

  it("is warned of in the last 30 days, and with what follows in the last 7", () => {
    assert.equal(tokenWarning(undefined, now), undefined);
    assert.equal(tokenWarning(inDays(30.5), now), undefined);
    assert.equal(tokenWarning(inDays(-0.1), now), undefined);
    assert.equal(
      tokenWarning(inDays(30), now),
      "the API token expires in 30 days, on 2026-12-15: make a new one at Losant, and put it in the place of this one.",
    );
    assert.match(
      tokenWarning(inDays(7), now) ?? "",
      /expires in 7 days, on 2026-11-22; from then on every run fails, and access that ends does not end: /,
    );
    assert.match(tokenWarning(inDays(0.5), now) ?? "", /expires in 1 day, /);
  });
});

describe("unit: the warning of an API token that may not do what a run plans", () => {
  const tokenOf = (more: Partial<UserApiToken>): UserApiToken => ({ id: idOf(1), name: "ci", ...more });
  const reading = tokenOf({ scope: ["all.Organization.read"] });
  const textsOf = (inUse: UserApiToken[], planned: Write[]) =>
    rightsWarnings(inUse, orgId, planned).map(({ text }) => text);
  const scopeWarning = (inUse: UserApiToken[], planned: Write[]) => textsOf(inUse, planned)[0];

  it("names all scopes for people that are missing, where one of them is planned", () => {
    assert.equal(
      scopeWarning([reading], ["org.removeMember"]),
      `the API token "ci" has no scope to invite people (org.inviteMember), revoke invites (org.revokeInvite), change roles ` +
        `(org.modifyMember) or remove members (org.removeMember), so Losant will probably refuse some of what this run ` +
        `plans. For an up use a token with those of these scopes that the program needs, or with org.*; previews need ` +
        `none of them.`,
    );
  });

  it("names of other scopes those that are planned", () => {
    assert.match(
      scopeWarning([reading], ["org.patch"]) ?? "",
      /^the API token "ci" has no scope to change settings \(org\.patch\), so /,
    );
    assert.match(
      scopeWarning([tokenOf({ scope: ["org.*"] })], ["org.inviteMember", "orgs.post"]) ?? "",
      /has no scope to create organizations \(orgs\.post\), .* or with orgs\.\*; /,
    );
  });

  it("is none where the token has what is planned, nothing is, or nothing is known", () => {
    const some = tokenOf({ scope: ["org.inviteMember"] });
    assert.equal(scopeWarning([some], ["org.inviteMember"]), undefined);
    assert.equal(scopeWarning([reading], []), undefined);
    assert.equal(scopeWarning([tokenOf({})], ["org.inviteMember"]), undefined);
    assert.equal(scopeWarning([], ["org.inviteMember"]), undefined);
  });

  it("says of several tokens what each of them lacks, and names one without a control character", () => {
    const other = tokenOf({ scope: ["org.get", "org.inviteMember"] });
    const told = scopeWarning([reading, other], ["org.removeMember"]) ?? "";
    assert.match(told, /^the API token, which is one of 2 of its user, has no scope to revoke invites /);
    assert.equal(scopeWarning([reading, other], ["org.inviteMember"]), undefined);
    const odd = scopeWarning([{ ...reading, name: "ci\n\u001b[31m" }], ["org.patch"]) ?? "";
    assert.ok(!odd.includes("\n") && !odd.includes("\u001b"), odd);
    assert.match(
      scopeWarning([{ ...reading, name: undefined }], ["org.patch"]) ?? "",
      /^the API token has no/,
    );
  });

  it("tells of a role below admin in the organization of the plan", () => {
    const limited = [tokenOf({ defaultRole: "view", orgRoles: [{ orgId, role: "edit" }] })];
    assert.deepEqual(textsOf(limited, ["org.inviteMember"]), [
      `the API token "ci" is limited to the role edit in organization ${orgId}, where only admins change people and settings, ` +
        `so Losant will probably refuse what this run plans there. For an up use a token with the role admin; previews do ` +
        `not need it.`,
    ]);
    assert.deepEqual(textsOf(limited, []), []);
    assert.deepEqual(textsOf([tokenOf({ defaultRole: "admin" })], ["org.patch"]), []);
    assert.deepEqual(rightsWarnings(limited, undefined, ["orgs.post"]), []);
  });

  it("tells of scopes and of a role apart, and of both without the name for other processes", () => {
    const both = [{ ...reading, defaultRole: "view" }];
    assert.deepEqual(
      rightsWarnings(both, orgId, ["org.patch"]).map(({ problem, text }) => [
        text === `the API token "ci" ${problem}`,
        problem.slice(0, 13),
      ]),
      [
        [true, "has no scope "],
        [true, "is limited to"],
      ],
    );
  });

  it("goes by the actions that carry out each step", () => {
    const member = memberOf("ann@example.com");
    const invite = inviteOf("ann@example.com");
    const inviting = (cause: InviteCause): ChangeStep => {
      const desired = { email: "ann@example.com", role: "view", disallowTransfer: true } as const;
      return { does: "invite", desired, cause };
    };
    const steps: [ChangeStep, Write[]][] = [
      [{ does: "change roles", member, want: {} }, ["org.modifyMember"]],
      [{ does: "remove", member }, ["org.removeMember"]],
      [{ does: "revoke", invite }, ["org.revokeInvite"]],
      [inviting({ is: "new" }), ["org.inviteMember"]],
      [inviting({ is: "withdrawn" }), ["org.inviteMember"]],
      [inviting({ is: "expired", inviteDate: undefined }), ["org.revokeInvite", "org.inviteMember"]],
      [inviting({ is: "disallowTransfer", from: true, to: false }), ["org.revokeInvite", "org.inviteMember"]],
    ];
    for (const [step, actions] of steps) assert.deepEqual(writesOf(step), actions);
  });
});
