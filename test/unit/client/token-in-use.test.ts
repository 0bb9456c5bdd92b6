import assert from "node:assert/strict";
import { actions, lackedBy, roleLimitOf, tokenExpiry, type UserApiToken } from "../../../client";
import { tokensInUse } from "../../../client/token-in-use";
import { day, idOf, now, orgId } from "../samples";

const inDays = (days: number) => new Date(now.getTime() + days * day).toISOString();

/** A JSON Web Token that says something of itself. */
const jwt = (payload: object) =>
  `eyJhbGciOiJIUzI1NiJ9.${Buffer.from(JSON.stringify(payload)).toString("base64url")}.c2lnbmF0dXJl`;

const tokenOf = (number: number, more: Partial<UserApiToken> = {}): UserApiToken => ({
  id: idOf(number),
  name: `token ${number}`,
  status: "active",
  scope: ["all.User"],
  ...more,
});

describe("unit: which of the listed API tokens is in use", () => {
  const foundBy = (token: string, items: UserApiToken[], totalCount = items.length) =>
    tokensInUse(token, { items, totalCount }, now).map(({ name }) => name);

  for (const claim of ["jti", "sub", "id", "apiTokenId"])
    it(`is the one that the token names itself, by ${claim}, whatever else may be`, () => {
      const all = [tokenOf(0xa, { status: "inactive" }), tokenOf(0xb)];
      assert.deepEqual(foundBy(jwt({ [claim]: idOf(0xa).toUpperCase() }), all), ["token 10"]);
      assert.deepEqual(foundBy(jwt({ [claim]: idOf(0xa) }), all, 300), ["token 10"]);
    });

  it("may be each that is active, where the token does not name itself", () => {
    const ended = tokenOf(3, { expirationDate: inDays(-0.1) });
    const all = [tokenOf(1), tokenOf(2, { status: "inactive" }), ended, tokenOf(4, { status: undefined })];
    assert.deepEqual(foundBy("opaque", all), ["token 1", "token 4"]);
    assert.deepEqual(foundBy(jwt({ sub: idOf(0xf) }), all), ["token 1", "token 4"]);
    assert.deepEqual(foundBy(jwt({ sub: idOf(1), jti: idOf(4) }), all), ["token 1", "token 4"]);
  });

  it("is none that could not have read the list", () => {
    const all = [tokenOf(1, { scope: ["org.*"] }), tokenOf(2, { scope: ["userApiTokens.get"] })];
    assert.deepEqual(foundBy("opaque", [...all, tokenOf(3, { scope: undefined })]), ["token 2", "token 3"]);
  });

  it("is none that expires at another time than the token says", () => {
    const expirationDate = new Date(now.getTime() + 5 * day + 400).toISOString();
    const all = [tokenOf(1), tokenOf(2, { expirationDate }), tokenOf(3, { expirationDate: inDays(6) })];
    const exp = (now.getTime() + 5 * day) / 1000;
    assert.deepEqual(foundBy(jwt({ exp }), all), ["token 2"]);
    assert.deepEqual(foundBy(jwt({ exp }), [tokenOf(1)]), []);
  });

  it("is not known where the list is cut", () => {
    assert.deepEqual(foundBy("opaque", [tokenOf(1)], 2), []);
  });
});

describe("unit: the scopes that an API token lacks", () => {
  const lacked = (scope: string[] | undefined) =>
    lackedBy([tokenOf(1, { scope })], ["org.get", "org.inviteMember", "orgs.post"]);

  for (const [scope, expected] of [
    ["all.User", []],
    ["all.User.read", ["org.inviteMember", "orgs.post"]],
    ["all.User.bounded", ["org.get", "org.inviteMember", "orgs.post"]],
    ["all.Organization", ["orgs.post"]],
    ["all.Organization.read", ["org.inviteMember", "orgs.post"]],
    ["all.Organization.bounded", ["org.get", "org.inviteMember", "orgs.post"]],
    ["org.*", ["orgs.post"]],
    ["orgs.*", ["org.get", "org.inviteMember"]],
    ["org.inviteMember", ["org.get", "orgs.post"]],
    ["org.get", ["org.inviteMember", "orgs.post"]],
  ] as const)
    it(`are ${expected.join(", ") || "none"} of ${scope}`, () => {
      assert.deepEqual(lacked([scope]), expected);
    });

  it("add up over its scopes, and are not known where none are listed", () => {
    assert.deepEqual(lacked(["org.get", "orgs.*"]), ["org.inviteMember"]);
    assert.deepEqual(lacked(undefined), []);
    assert.deepEqual(lackedBy([], ["org.get"]), []);
  });

  it("are those that each of several lacks", () => {
    const both = [tokenOf(1, { scope: ["org.get"] }), tokenOf(2, { scope: ["org.inviteMember"] })];
    assert.deepEqual(lackedBy(both, ["org.get", "org.inviteMember", "org.patch"]), ["org.patch"]);
    assert.deepEqual(lackedBy([...both, tokenOf(3, { scope: undefined })], ["org.patch"]), []);
  });

  it("are lacked by a token of each action's own scope but for that action", () => {
    for (const action of Object.keys(actions)) {
      const all = Object.keys(actions).filter((name): name is keyof typeof actions => name in actions);
      const token = tokenOf(1, { scope: [action] });
      assert.deepEqual(
        lackedBy([token], all),
        all.filter((name) => name !== action),
      );
    }
  });
});

describe("unit: the role to which an API token is limited", () => {
  const limited = (...tokens: Partial<UserApiToken>[]) =>
    roleLimitOf(
      tokens.map((more) => tokenOf(1, more)),
      orgId,
    );
  const here = (role: string) => [{ orgId: orgId.toUpperCase(), role }];

  it("is that of the organization, else the default", () => {
    assert.equal(limited({ defaultRole: "view" }), "view");
    assert.equal(limited({ defaultRole: "view", orgRoles: here("edit") }), "edit");
    assert.equal(limited({ defaultRole: "view", orgRoles: here("admin") }), undefined);
    assert.equal(limited({ defaultRole: "admin", orgRoles: here("none") }), "none");
    assert.equal(limited({ defaultRole: "admin", orgRoles: [{ orgId: idOf(9), role: "none" }] }), undefined);
  });

  it("is none where nothing is said, or a role that nobody knows", () => {
    assert.equal(limited({}), undefined);
    assert.equal(limited({ defaultRole: "owner" }), undefined);
    assert.equal(limited(), undefined);
  });

  it("is the highest of several, and none where one has none", () => {
    assert.equal(limited({ defaultRole: "view" }, { defaultRole: "edit" }), "edit");
    assert.equal(limited({ defaultRole: "view" }, {}), undefined);
  });
});

describe("unit: when an API token expires, by what Losant lists", () => {
  it("is what the tokens have in common of which it is one, where it does not say itself", () => {
    const [soon, later] = [inDays(3), inDays(4)];
    const at = (...dates: (string | undefined)[]) =>
      tokenExpiry(
        "opaque",
        dates.map((expirationDate) => tokenOf(1, { expirationDate })),
      )?.toISOString();
    assert.equal(at(soon), soon);
    assert.equal(at(soon, soon), soon);
    for (const none of [at(), at(undefined), at(soon, later), at(soon, undefined), at("soon")])
      assert.equal(none, undefined);
    const exp = now.getTime() / 1000;
    assert.deepEqual(tokenExpiry(jwt({ exp }), [tokenOf(1, { expirationDate: soon })]), now);
  });
});
