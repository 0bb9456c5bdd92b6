import assert from "node:assert/strict";
import fc from "fast-check";
import {
  completedRoles,
  describeRoleChange,
  describeRoles,
  emptyingWithdrawnLists,
  isPromotion,
  rolesThatDiffer,
  rolesToSend,
} from "../../../provider/vocabulary/roles";
import { resourceRoles, role } from "../arbitraries";
import { idOf } from "../samples";

const list = fc.option(resourceRoles, { nil: undefined });
const someRoles = fc.record({ role, applicationRoles: list, dashboardRoles: list });

describe("unit: roles", () => {
  it("differ only where they are both stated and known", () => {
    fc.assert(
      fc.property(someRoles, someRoles, (have, want) => {
        const differing = rolesThatDiffer(have, want);
        assert.ok(differing.every((name) => have[name] !== undefined && want[name] !== undefined));
        assert.deepEqual(rolesThatDiffer(want, have), differing);
        assert.deepEqual(rolesThatDiffer(have, have), []);
      }),
    );
  });

  it("are as wanted once what is sent is applied, and stated lists are always sent", () => {
    fc.assert(
      fc.property(someRoles, someRoles, (have, want) => {
        const sent = rolesToSend(have, want);
        assert.deepEqual(rolesThatDiffer({ ...have, ...sent }, want), []);
        assert.equal(sent.applicationRoles, want.applicationRoles);
        assert.equal(sent.dashboardRoles, want.dashboardRoles);
      }),
    );
  });

  it("are completed by what is recorded where an answer left lists out", () => {
    fc.assert(
      fc.property(someRoles, someRoles, (live, recorded) => {
        const whole = completedRoles(live, recorded);
        assert.equal(whole.role, live.role);
        assert.equal(whole.applicationRoles, live.applicationRoles ?? recorded.applicationRoles);
      }),
    );
  });

  it("that are no longer stated become empty lists, unless their new value is not known yet", () => {
    const before = ["role", "applicationRoles", "dashboardRoles"];
    assert.deepEqual(emptyingWithdrawnLists({ role: "view" }, before), {
      role: "view",
      applicationRoles: [],
      dashboardRoles: [],
    });
    const isUnknown = (name: string) => name === "applicationRoles";
    assert.deepEqual(emptyingWithdrawnLists({}, before, isUnknown), { dashboardRoles: [] });
    assert.deepEqual(emptyingWithdrawnLists({ role: "view" }, ["role"]), { role: "view" });
  });

  it("give more in one direction only", () => {
    fc.assert(
      fc.property(role, role, (one, other) => {
        const directions = [isPromotion(one, other), isPromotion(other, one)].filter(Boolean).length;
        assert.equal(directions, one === other ? 0 : 1);
      }),
    );
  });

  it("are described with everything that they give, on one line", () => {
    const applicationRoles = [{ resourceId: idOf(7), role: "view" as const }];
    assert.equal(
      describeRoles({ role: "edit", applicationRoles, dashboardRoles: [] }),
      `edit, applicationRoles [${idOf(7)}: view]`,
    );
    const change = describeRoleChange(
      { role: "edit", applicationRoles: [] },
      { role: "view", applicationRoles },
    );
    assert.equal(change, `role edit => view, applicationRoles [] => [${idOf(7)}: view]`);
  });
});
