import assert from "node:assert/strict";
import fc from "fast-check";
import {
  describeRoleChange,
  describeRoles,
  namesOfResources,
} from "../../../provider/vocabulary/describe-roles";
import {
  completedRoles,
  emptyingWithdrawnLists,
  isPromotion,
  listsIn,
  roles,
  rolesThatDiffer,
  rolesToSend,
  withEmptyLists,
} from "../../../provider/vocabulary/roles";
import { resourceRoles, role } from "../arbitraries";
import { idOf, noNames } from "../samples";

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
    const stated = { applicationRoles: [{ resourceId: idOf(7), role: "view" as const }], dashboardRoles: [] };
    assert.deepEqual(emptyingWithdrawnLists(stated, before), stated);
  });

  it("are sent as far as they are stated, the role only where it differs", () => {
    assert.deepEqual(rolesToSend({ role: "view" }, { role: "view", dashboardRoles: [] }), {
      dashboardRoles: [],
    });
    assert.deepEqual(rolesToSend({ role: "view", dashboardRoles: [] }, { role: "edit" }), { role: "edit" });
    assert.deepEqual(rolesToSend({ role: "view", applicationRoles: [] }, {}), {});
  });

  it("have lists that are not known as empty ones where somebody asks so", () => {
    const list = [{ resourceId: idOf(7), role: "view" as const }];
    const empty = { role: "view", applicationRoles: [], dashboardRoles: [] };
    assert.deepEqual(withEmptyLists({ role: "view" as const }), empty);
    assert.deepEqual(withEmptyLists({ applicationRoles: list, dashboardRoles: list }), {
      role: undefined,
      applicationRoles: list,
      dashboardRoles: list,
    });
  });

  it("are lists where a name among the stated arguments is one", () => {
    assert.deepEqual(listsIn(["email", "dashboardRoles", "role"]), ["dashboardRoles"]);
    assert.deepEqual(listsIn(undefined), []);
  });

  it("give more in one direction only", () => {
    fc.assert(
      fc.property(role, role, (one, other) => {
        const directions = [isPromotion(one, other), isPromotion(other, one)].filter(Boolean).length;
        assert.equal(directions, one === other ? 0 : 1);
      }),
    );
    for (const [index, more] of roles.entries()) {
      for (const less of roles.slice(index + 1)) assert.ok(isPromotion(less, more), `${less} => ${more}`);
    }
  });

  it("are described with everything that they give, on one line", () => {
    const applicationRoles = [{ resourceId: idOf(7), role: "view" as const }];
    assert.equal(
      describeRoles({ role: "edit", applicationRoles, dashboardRoles: [] }, noNames),
      `edit, applicationRoles [${idOf(7)}: view]`,
    );
    const change = describeRoleChange(
      { role: "edit", applicationRoles: [] },
      { role: "view", applicationRoles },
      noNames,
    );
    assert.equal(change, `role edit => view, applicationRoles + ${idOf(7)}: view`);
    const unknown = withEmptyLists({ role: "none" as const, unknownRole: "owner" });
    assert.equal(describeRoleChange(unknown, { role: "edit" }, noNames), 'role "owner" => edit');
    const two = [...applicationRoles, { resourceId: idOf(8), role: "none" as const }];
    const moved = [{ resourceId: idOf(8), role: "view" as const }];
    assert.equal(
      describeRoleChange({ applicationRoles: two }, { applicationRoles: moved }, noNames),
      `applicationRoles ${idOf(8)}: none => view, - ${idOf(7)}: view`,
    );
    const nameOf = (id: string) => (id === idOf(7) ? "Plant\u202e" : undefined);
    assert.equal(
      describeRoleChange({ applicationRoles: two }, { applicationRoles: moved }, nameOf),
      `applicationRoles ${idOf(8)}: none => view, - "Plant\uFFFD" (${idOf(7)}): view`,
    );
    assert.equal(
      namesOfResources({ applicationRoles: two, dashboardRoles: two }, nameOf),
      `${idOf(7)} is "Plant\uFFFD"`,
    );
    const whole = describeRoles({ applicationRoles: two }, noNames);
    assert.equal(whole, `none, applicationRoles [${idOf(7)}: view, ${idOf(8)}: none]`);
  });
});
