import assert from "node:assert/strict";
import { changesSince, rankOf } from "../../../report/changes";
import { inDays, inviteOf, organizationOf, personOf, reportOf } from "./samples";

const stays = personOf("stays@example.com");
const rises = personOf("rises@example.com", { role: "edit" });
const falls = personOf("falls@example.com", { role: "admin" });
const moves = personOf("old@example.com");
const leaves = personOf("leaves@example.com", { role: "collaborate" });
const comes = personOf("comes@example.com");
const late = personOf("late@example.com");
const pumps = { id: "a".repeat(24), name: "Pumps", role: "view" };
const valves = { id: "b".repeat(24), name: null, role: "collaborate" };

const before = reportOf({ people: [stays, rises, falls, moves, leaves] }, { madeAt: inDays(-30) });

describe("what changed since an earlier report", () => {
  it("is who came, went, was promoted and demoted; a changed address is nobody new", () => {
    const people = [
      stays,
      { ...rises, role: "admin" },
      { ...falls, role: "none" },
      { ...moves, email: "new@example.com" },
      comes,
    ];
    const { since, organizations } = changesSince(before, reportOf({ people }));
    assert.equal(since, inDays(-30));
    const [changes] = organizations;
    assert.deepEqual(changes?.came, [{ email: "comes@example.com", from: null, to: "view" }]);
    assert.deepEqual(changes?.went, [{ email: "leaves@example.com", from: "collaborate", to: null }]);
    assert.deepEqual(changes?.promoted, [{ email: "rises@example.com", from: "edit", to: "admin" }]);
    assert.deepEqual(changes?.demoted, [{ email: "falls@example.com", from: "admin", to: "none" }]);
    assert.deepEqual(changes?.otherRoles, []);
  });

  it("has who did it, of whom alone is asked who came, went or has another role", () => {
    const asked: string[] = [];
    const people = [stays, { ...rises, role: "admin" }, { ...falls, role: "none" }, moves, comes, late];
    const earlier = structuredClone(before);
    earlier.organizations[0]?.invites.push(
      inviteOf("COMES@example.com"),
      inviteOf("late@example.com", { isExpired: true }),
    );
    const by = { name: "Ben", kind: "user", at: null };
    const { organizations } = changesSince(earlier, reportOf({ people }), ({ what, person, wasInvited }) => {
      asked.push(`${what} ${person.email} ${wasInvited}`);
      return what === "demoted" ? by : undefined;
    });
    assert.deepEqual(asked.sort(), [
      "came comes@example.com true",
      "came late@example.com false",
      "demoted falls@example.com false",
      "promoted rises@example.com false",
      "went leaves@example.com false",
    ]);
    const demoted = { email: "falls@example.com", from: "admin", to: "none" };
    assert.deepEqual(organizations[0]?.demoted, [{ ...demoted, by }]);
    assert.ok(!("by" in (organizations[0]?.came[0] ?? {})));
  });

  describe("has open invites", () => {
    const invitedIn = (earlier: Parameters<typeof reportOf>[0], now: Parameters<typeof reportOf>[0]) => {
      const old = reportOf(earlier, { madeAt: inDays(-2) });
      const [changes] = changesSince(old, reportOf(now)).organizations;
      return changes?.invited?.map(({ email, from, to }) => [email, from, to]);
    };
    const admin = inviteOf("new@example.com", { role: "admin" });

    it("that are new, or offer another role, and no others", () => {
      const invites = [admin, inviteOf("expired@example.com", { isExpired: true })];
      assert.deepEqual(invitedIn({}, { invites }), [["new@example.com", null, "admin"]]);
      assert.deepEqual(invitedIn({ invites: [inviteOf("NEW@example.com")] }, { invites }), [
        ["new@example.com", "view", "admin"],
      ]);
      const again = inviteOf("new@example.com", { role: "admin", sentAt: inDays(-9) });
      assert.deepEqual(invitedIn({ invites: [again] }, { invites }), []);
      const lapsed = { ...again, isExpired: true };
      assert.deepEqual(invitedIn({ invites: [lapsed] }, { invites }), [["new@example.com", null, "admin"]]);
    });

    it("that were sent since, where the earlier report could not read its own", () => {
      const listings = [{ what: "invites" as const, items: 0, isComplete: false }];
      const old = inviteOf("old@example.com", { sentAt: inDays(-3) });
      assert.deepEqual(invitedIn({ listings }, { invites: [old, admin] }), [
        ["new@example.com", null, "admin"],
      ]);
    });
  });

  it("is roles on applications, where both reports have the lists", () => {
    const old = personOf("ann@example.com", { applicationRoles: [pumps], dashboardRoles: [pumps] });
    const now = { ...old, applicationRoles: [{ ...pumps, role: "none" }, valves], dashboardRoles: null };
    const [changes] = changesSince(reportOf({ people: [old] }), reportOf({ people: [now] })).organizations;
    assert.deepEqual(changes?.otherRoles, [
      {
        email: "ann@example.com",
        added: ["Pumps: none", `${valves.id}: collaborate`],
        removed: ["Pumps: view"],
      },
    ]);
  });

  it("says which organizations only one of the reports has", () => {
    const other = organizationOf({ orgId: "c".repeat(24), name: "Other", people: [stays] });
    const third = organizationOf({ orgId: "d".repeat(24), name: "Third" });
    const { organizations, notCompared } = changesSince(
      reportOf({}, { organizations: [organizationOf(), other] }),
      reportOf({}, { organizations: [organizationOf(), third] }),
    );
    assert.equal(organizations.length, 1);
    assert.deepEqual(
      notCompared.map(({ name, why }) => `${name} ${why}`),
      ["Third is not in the earlier report", "Other is only in the earlier report"],
    );
  });

  it("ranks roles from none to admin, and unknown words below", () => {
    const roles = ["owner", "none", "view", "collaborate", "edit", "admin"];
    assert.deepEqual(roles.map(rankOf), [-1, 0, 1, 2, 3, 4]);
  });
});
