import assert from "node:assert/strict";
import { adminEndWarning, endWarning } from "../../../provider/decisions/access-end";
import { PlannedChanges } from "../../../provider/decisions/planned-changes";
import { describeTerms, termsOf } from "../../../provider/vocabulary/terms";

const email = "ann@example.com";
const now = new Date("2027-01-15T12:00:00Z");
const admin = (userId: string) => ({ userId, email: `${userId}@example.com`, role: "admin" as const });

describe("unit: access that ends soon", () => {
  it("is told from fourteen days before", () => {
    assert.equal(endWarning(email, { until: "2027-01-29T12:00:00.001Z" }, now), undefined);
    assert.match(endWarning(email, { until: "2027-01-29T12:00:00Z" }, now) ?? "", /ends in 14 days/);
    assert.match(
      endWarning(email, { until: "2027-01-15" }, now) ?? "",
      /ends in 1 day \(until 2027-01-15\)\.$/,
    );
  });

  it("is told with its reason and owner", () => {
    const terms = { until: "2027-01-20", reason: "audit", owner: "bob@example.com" };
    assert.match(
      endWarning(email, terms, now) ?? "",
      /\(until 2027-01-20; reason: audit; owner: bob@example\.com\)/,
    );
  });

  it("is not told where it has ended, or does not end", () => {
    assert.equal(endWarning(email, { until: "2027-01-14" }, now), undefined);
    assert.equal(endWarning(email, { until: "2027-01-15T12:00:00Z" }, now), undefined);
    assert.equal(endWarning(email, { reason: "audit" }, now), undefined);
  });

  it("of an admin is told where too few others are left", () => {
    assert.match(
      adminEndWarning(email, "a", [admin("a")], new PlannedChanges(), 1) ?? "",
      /one of 1 admin, and minAdmins is 1/,
    );
    assert.equal(adminEndWarning(email, "a", [admin("a"), admin("b")], new PlannedChanges(), 1), undefined);
    assert.match(
      adminEndWarning(email, "a", [admin("a"), admin("b")], new PlannedChanges(), 2) ?? "",
      /one of 2 admins, and minAdmins is 2/,
    );
    assert.equal(adminEndWarning(email, "c", [admin("a")], new PlannedChanges(), 1), undefined);
    assert.equal(adminEndWarning(email, undefined, [admin("a")], new PlannedChanges(), 1), undefined);
  });
});

describe("unit: terms", () => {
  it("are told as far as they are stated", () => {
    assert.equal(describeTerms({}), "");
    assert.equal(describeTerms({ reason: "audit" }), "reason: audit");
    assert.equal(describeTerms({ until: "2027-01-20", owner: email }), `until 2027-01-20; owner: ${email}`);
  });

  it("are taken without what else is stated, and without what is not", () => {
    const stated = { role: "view", until: "2027-01-20", reason: undefined };
    assert.deepEqual(termsOf(stated), { until: "2027-01-20" });
    assert.deepEqual(termsOf({ reason: "a", owner: email }), { reason: "a", owner: email });
  });
});
