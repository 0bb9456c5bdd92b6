import assert from "node:assert/strict";
import { decidePerson, type PersonSituation } from "../../../provider/decisions/decide-person";
import { twoFactor as guardRail } from "../../../provider/decisions/guard-rails/two-factor";
import { statusOf } from "../../../provider/decisions/person-status";
import { PlannedChanges } from "../../../provider/decisions/planned-changes";
import { causeOfRoleStep } from "../../../provider/decisions/planned-people";
import { describeRoleStep } from "../../../provider/decisions/steps";
import { missingTwoFactor, recordedRole, roleForMeantime } from "../../../provider/decisions/two-factor";
import { type TwoFactorRule, twoFactorRule } from "../../../provider/vocabulary/two-factor";
import { ago, day, inviteOf, memberOf, noNames, now, orgId, snapshotOf } from "../samples";

const email = "ann@example.com";
const rule: TwoFactorRule = { of: "admins", roleUntil: "edit", isRefused: false };
const nobody = { stage: "absent" as const };
const member = (more: object = {}) => ({ stage: "member" as const, member: memberOf(email, more) });

describe("unit: the rule on second factors", () => {
  it("is none where neither the program nor the run asks", () =>
    assert.equal(twoFactorRule({ roleUntilTwoFactor: "edit" }, undefined), undefined));

  it("asks what the program or the run asks, whichever asks more", () => {
    assert.equal(twoFactorRule({ requireTwoFactor: "admins" }, "all")?.of, "all");
    assert.equal(twoFactorRule({ requireTwoFactor: "all" }, "admins")?.of, "all");
    assert.equal(twoFactorRule({}, "admins")?.of, "admins");
  });
});

describe("unit: the role for the meantime", () => {
  it("is had by whoever is to be an admin and has no second factor that is known", () => {
    for (const status of [
      nobody,
      member({ role: "view" }),
      { stage: "pending" as const, invite: inviteOf(email) },
    ])
      assert.equal(roleForMeantime(rule, status, "admin"), "edit");
  });

  it("is had by no admin, nobody with a second factor, and nobody who is to be something else", () => {
    for (const has of [{ role: "admin" }, { twoFactorAuthEnabled: true }, { ssoLinked: true }])
      assert.equal(roleForMeantime(rule, member({ role: "view", ...has }), "admin"), undefined);
    assert.equal(roleForMeantime(rule, nobody, "edit"), undefined);
    assert.equal(roleForMeantime({ ...rule, roleUntil: undefined }, nobody, "admin"), undefined);
    assert.equal(roleForMeantime(undefined, nobody, "admin"), undefined);
  });

  it("is recorded as the role to come while they wait, and as it is once they do not", () => {
    const waits = { role: "admin" as const, awaitsTwoFactor: true };
    assert.deepEqual(recordedRole(rule, member({ role: "edit" }), "edit", { role: "admin" }), waits);
    const there = member({ role: "edit", twoFactorAuthEnabled: true });
    assert.deepEqual(recordedRole(rule, there, "edit", waits), { role: "edit", awaitsTwoFactor: true });
    // Read twice before an up, and the second factor is taken away in between.
    const seen = { role: "edit" as const, awaitsTwoFactor: true };
    assert.deepEqual(recordedRole(rule, member({ role: "edit" }), "edit", seen), waits);
  });

  it("is recorded as it is where another role was given by hand, or nobody waited", () => {
    const asIs = (role: "view" | "admin") => ({ role, awaitsTwoFactor: undefined });
    const waits = { role: "admin" as const, awaitsTwoFactor: true };
    for (const role of ["view", "admin"] as const)
      assert.deepEqual(recordedRole(rule, member({ role }), role, waits), asIs(role));
    const edits = recordedRole(rule, member({ role: "edit" }), "edit", { role: "edit" });
    assert.deepEqual(edits, { role: "edit", awaitsTwoFactor: undefined });
  });
});

describe("unit: one person whose second factor is asked for", () => {
  const decided = (status: PersonSituation["status"], more: Partial<PersonSituation> = {}) =>
    decidePerson({
      reach: "either",
      status,
      recorded: undefined,
      desired: { email, role: "admin" },
      now,
      twoFactor: rule,
      ...more,
    });

  it("is invited at the role for the meantime", () => {
    const step = decided(nobody);
    assert.ok(step.does === "invite");
    assert.deepEqual(
      [step.desired.role, step.awaitsTwoFactor, step.needsTwoFactor],
      ["edit", true, undefined],
    );
  });

  it("is not invited anew because the record says the role to come", () => {
    const recorded = {
      status: "pending",
      role: "admin" as const,
      inviteDate: ago(day),
      awaitsTwoFactor: true,
    };
    const pending = statusOf(snapshotOf([], [inviteOf(email, { role: "edit" })]), { email });
    assert.equal(decided(pending, { recorded }).does, "keep");
    const expired = { ...inviteOf(email, { role: "edit" }), hasExpired: true };
    assert.equal(decided({ stage: "expired", invite: expired }, { recorded }).does, "wait");
  });

  it("becomes an admin by the second factor, which is no drift, also without a refresh", () => {
    const recorded = { status: "active", role: "admin" as const, awaitsTwoFactor: true };
    const there = member({ role: "edit", twoFactorAuthEnabled: true });
    const step = decided(there, { recorded, seen: { role: "admin" } });
    assert.ok(step.does === "change roles");
    assert.deepEqual([step.want.role, step.hasAwaitedTwoFactor, step.needsTwoFactor], ["admin", true, true]);
    assert.equal(causeOfRoleStep(step, { applied: { role: "admin" } }), "program");
  });

  it("becomes an admin as the program asks no more, which is no drift, and is not said to have one", () => {
    const recorded = { status: "active", role: "admin" as const, awaitsTwoFactor: true };
    const step = decided(member({ role: "edit" }), {
      recorded,
      seen: { role: "admin" },
      twoFactor: undefined,
    });
    assert.ok(step.does === "change roles");
    assert.equal(causeOfRoleStep(step, { applied: { role: "admin" } }), "program");
    assert.equal(describeRoleStep(step, noNames), "role edit => admin");
    const refused = decided(member({ role: "edit" }), {
      recorded,
      twoFactor: { ...rule, roleUntil: undefined },
    });
    assert.ok(refused.does === "change roles");
    assert.equal(describeRoleStep(refused, noNames), "role edit => admin");
  });

  it("gets another role for the meantime as the program says, which is no drift", () => {
    const recorded = { status: "active", role: "admin" as const, awaitsTwoFactor: true };
    const step = decided(member({ role: "view" }), { recorded });
    assert.ok(step.does === "change roles");
    assert.equal(causeOfRoleStep(step, { applied: { role: "admin" } }), "program");
  });

  it("is drift where somebody has changed the role for the meantime by hand", () => {
    const step = decided(member({ role: "view" }), { recorded: { status: "active", role: "view" } });
    assert.ok(step.does === "change roles");
    assert.deepEqual([step.want.role, step.awaitsTwoFactor], ["edit", true]);
    assert.equal(causeOfRoleStep(step, { applied: { role: "admin" } }), "drift");
  });
});

describe("unit: the guard rail on second factors", () => {
  const judged = (live: ReturnType<typeof memberOf>, more: object) => {
    const step = {
      does: "change roles" as const,
      member: memberOf(email, { role: "view" }),
      want: { role: "admin" as const },
      ...more,
    };
    return guardRail.judge({
      snapshot: snapshotOf([live]),
      steps: [step],
      of: "person",
      planned: PlannedChanges.of([step]),
      minAdmins: 1,
      tokenUsers: new Set(),
      leaving: 0,
    });
  };

  it("judges by the member as they are now, and those alone of whom it is asked", () => {
    const has = memberOf(email, { role: "view", twoFactorAuthEnabled: true });
    const lacks = memberOf(email, { role: "view" });
    assert.deepEqual(judged(has, { needsTwoFactor: true }), []);
    assert.deepEqual(judged(lacks, {}), []);
    assert.deepEqual(
      judged(lacks, { needsTwoFactor: true }).map(({ guard }) => guard),
      ["two-factor"],
    );
  });
});

describe("unit: people who lack a second factor", () => {
  const declared = (more: object, role: "admin" | "view" | undefined = "admin") => ({
    email,
    role,
    status: member(more),
  });

  it("are admins who stay admins, or with all every member", () => {
    assert.match(
      missingTwoFactor(rule, [declared({ role: "admin" })], orgId) ?? "",
      /^ann@example\.com is an admin of/,
    );
    assert.match(
      missingTwoFactor(rule, [declared({ role: "admin" }, undefined)], orgId) ?? "",
      /is an admin of/,
    );
    assert.equal(missingTwoFactor(rule, [declared({ role: "admin" }, "view")], orgId), undefined);
    assert.equal(missingTwoFactor(rule, [declared({ role: "view" })], orgId), undefined);
    const all = missingTwoFactor({ ...rule, of: "all" }, [declared({ role: "view" }, "view")], orgId);
    assert.match(all ?? "", /is a member of .* until then, take them out/);
    const admin = { ...declared({ role: "admin" }), email: "bob@example.com" };
    const both = missingTwoFactor({ ...rule, of: "all" }, [admin, declared({ role: "view" }, "view")], orgId);
    assert.match(both ?? "", /^bob@example\.com is an admin of .*\nann@example\.com is a member of/);
  });

  it("are nobody who is only invited, or signs in by single sign-on", () => {
    const invited = { email, role: "admin" as const, status: nobody };
    assert.equal(missingTwoFactor({ ...rule, of: "all" }, [invited], orgId), undefined);
    assert.equal(missingTwoFactor(rule, [declared({ role: "admin", ssoLinked: true })], orgId), undefined);
  });
});
