import assert from "node:assert/strict";
import type { Organization } from "../../../../client";
import type { Judgement } from "../../../../provider/decisions/guard-rails/guard-rail";
import { judge } from "../../../../provider/decisions/guard-rails/judge";
import { problemsOfList } from "../../../../provider/decisions/roster/list-rules";
import { changesOf, type Plan, plannedBy } from "../../../../provider/decisions/roster/plan";
import { planRoster } from "../../../../provider/decisions/roster/plan-roster";
import type { DesiredRoster } from "../../../../provider/vocabulary/roster-arguments";
import { idOf, inviteOf, memberOf, noNames, orgId, snapshotOf } from "../../samples";

const owner = memberOf("owner@example.com", { userId: idOf(0xf), role: "admin" });
const ann = memberOf("ann@example.com", { userId: idOf(0xa) });
const bob = memberOf("bob@example.com", { userId: idOf(0xb) });
const everybody = {
  "ann@example.com": "view",
  "bob@example.com": "view",
  "owner@example.com": "admin",
} as const;

interface Case {
  desired: Partial<DesiredRoster>;
  limits?: Partial<Judgement>;
  organization?: Partial<Organization>;
  invited?: string[];
}

/** What is refused of a roster over the owner, Ann and Bob, who were all in it before. */
function refusalsOf({ desired: more, limits, organization, invited = [] }: Case): string[] {
  const desired: DesiredRoster = { orgId, members: everybody, ...more };
  const before = snapshotOf(
    [owner, ann, bob],
    invited.map((email) => inviteOf(email)),
  );
  const snapshot = { ...before, organization: { ...before.organization, ...organization } };
  const known = Object.fromEntries(
    Object.keys(everybody).map((email) => [email, { entry: "view" as const }]),
  );
  const plan: Plan = planRoster(desired, { snapshot, known, takenOver: {}, managerOf: () => undefined });
  const removals = { allowed: 3, sent: 0, people: 3 };
  const usual = {
    snapshot,
    planned: plannedBy(plan),
    minAdmins: 1,
    removals,
    tokenUsers: new Set([owner.userId]),
  };
  return refusedOf(plan, desired, { ...usual, ...limits });
}

type Limits = Omit<Judgement, "of" | "steps" | "leaving">;

function refusedOf(plan: Plan, desired: DesiredRoster, limits: Limits): string[] {
  const refused = judge({ of: "roster", steps: changesOf(plan), leaving: 0, ...limits });
  return [...refused.map(({ message }) => message), ...problemsOfList(plan, desired, noNames)];
}

/** The only refusal. */
function refusalOf(one: Case): string {
  const [first, ...others] = refusalsOf(one);
  assert.deepEqual(others, []);
  return first ?? "";
}

describe("unit: what a roster is refused for", () => {
  it("is nothing where it changes nothing that a guard rail watches", () => {
    assert.deepEqual(refusalsOf({ desired: {} }), []);
    const { "bob@example.com": _bob, ...withoutBob } = everybody;
    assert.deepEqual(refusalsOf({ desired: { members: { ...withoutBob, "ann@example.com": "edit" } } }), []);
  });

  it("are other roles for the authenticated user, more or less", () => {
    for (const [user, role] of [
      [ann, "edit"],
      [bob, "none"],
    ] as const) {
      const refusal = refusalOf({
        desired: { members: { ...everybody, [user.email]: role } },
        limits: { tokenUsers: new Set([user.userId]) },
      });
      assert.match(
        refusal,
        new RegExp(`^${user.email} is the user whom .* no run changes that user's own roles`),
      );
    }
  });

  it("is the removal of the authenticated user", () => {
    const { "ann@example.com": _ann, ...members } = everybody;
    const refusal = refusalOf({ desired: { members }, limits: { tokenUsers: new Set([ann.userId]) } });
    assert.match(refusal, /^ann@example\.com is the user whom .* the roster .* would remove them/);
    assert.deepEqual(refusalsOf({ desired: { members }, limits: { tokenUsers: new Set<string>() } }), []);
  });

  it("is the removal of every member", () => {
    const problems = refusalsOf({ desired: { members: {} }, limits: { tokenUsers: new Set<string>() } });
    assert.equal(problems.length, 2);
    assert.match(problems[0] ?? "", /would remove every member \(3 of 3\)$/);
    assert.match(problems[1] ?? "", /^the roster of organization .* would keep 0 of 1 accepted admins/);
  });

  it("is no removal at all in an organization without members", () => {
    assert.deepEqual(refusalsOf({ desired: { members: {} }, organization: { members: [] } }), []);
  });

  it("are too few admins, by the minimum of the run", () => {
    const members = { ...everybody, "owner@example.com": "edit" } as const;
    const limits = { tokenUsers: new Set<string>() };
    assert.match(refusalOf({ desired: { members }, limits }), /minAdmins is 1/);
    assert.deepEqual(refusalsOf({ desired: { members }, limits: { ...limits, minAdmins: 0 } }), []);
  });

  it("are more removals than are left", () => {
    const { "bob@example.com": _bob, ...members } = everybody;
    const removals = { allowed: 1, sent: 1, people: 3 };
    assert.match(refusalOf({ desired: { members }, limits: { removals } }), /would remove 1 of 3 people/);
    const desired = { unmanaged: "remove" as const };
    const refusal = refusalOf({ desired, limits: { removals }, invited: ["cleo@example.com"] });
    assert.match(refusal, /would remove 1 of 3 people/);
  });

  it("are invites beyond the seats, and not seats that are missing already", () => {
    const organization = { limits: { member: 2 } };
    assert.deepEqual(refusalsOf({ desired: {}, organization }), []);
    const members = { ...everybody, "cleo@example.com": "view" } as const;
    assert.match(refusalOf({ desired: { members }, organization }), /has 2 seats, and 4 would be taken/);
    assert.deepEqual(refusalsOf({ desired: { members }, organization: { limits: { member: 4 } } }), []);
  });

  it("are invites outside the allowed domains, each of them", () => {
    const members = { ...everybody, "cleo@a.com": "view", "dan@b.com": "view" } as const;
    const organization = { whitelistedEmailDomains: ["a.com"] };
    assert.match(refusalOf({ desired: { members }, organization }), /^dan@b\.com is outside/);
    const neither = refusalsOf({
      desired: { members },
      organization: { whitelistedEmailDomains: ["c.com"] },
    });
    assert.deepEqual(
      neither.map((problem) => problem.split(" ")[0]),
      ["cleo@a.com", "dan@b.com"],
    );
  });

  it("are people and roles that it does not state, where unmanaged is fail and only there", () => {
    const applicationRoles = [{ resourceId: idOf(7), role: "view" as const }];
    const organization = { members: [owner, { ...ann, applicationRoles }, bob] };
    const found = { organization, invited: ["cleo@example.com"] };
    const problems = refusalsOf({ desired: { unmanaged: "fail" }, ...found });
    assert.equal(problems.length, 2);
    assert.match(
      problems[0] ?? "",
      /^ann@example\.com \(view, applicationRoles .*\) has roles that its entry/,
    );
    assert.match(
      problems[1] ?? "",
      /^cleo@example\.com \(view\) is not in the roster, and unmanaged is "fail"/,
    );
    for (const unmanaged of [undefined, "warn", "ignore"] as const) {
      assert.deepEqual(refusalsOf({ desired: { unmanaged }, ...found }), []);
    }
  });

  it("is one person under two addresses", () => {
    const members = { ...everybody, "ann.old@example.com": "view" } as const;
    const desired: DesiredRoster = { orgId, members };
    const snapshot = snapshotOf([owner, ann, bob]);
    const known = { "ann.old@example.com": { entry: "view" as const, userId: ann.userId } };
    const plan = planRoster(desired, { snapshot, known, takenOver: {}, managerOf: () => undefined });
    const removals = { allowed: 3, sent: 0, people: 3 };
    const limits = {
      snapshot,
      planned: plannedBy(plan),
      minAdmins: 1,
      removals,
      tokenUsers: new Set<string>(),
    };
    assert.deepEqual(refusedOf(plan, desired, limits), [
      "members: ann.old@example.com and ann@example.com are the same person: name them once.",
    ]);
  });
});
