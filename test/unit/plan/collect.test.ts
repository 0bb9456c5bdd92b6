import assert from "node:assert/strict";
import type { DeletedPerson } from "../../../plan/collect";
import { Plan, planSchema } from "../../../plan/plan";
import { orgId } from "../samples";
import { invited, personOf, planOf, promoted, recordOf, removed } from "./samples";

const [ann, bob] = ["ann@example.com", "bob@example.com"];
const deletedAnn: DeletedPerson = {
  organization: orgId,
  kind: "OrgMembership",
  name: "ann",
  email: ann,
  userId: "u1",
  does: "remove",
  from: { role: "edit" },
};

describe("unit: a plan of what processes and the engine say", () => {
  it("has the last that a resource says, and each resource once", () => {
    const first = recordOf([{ email: ann, ...promoted }], { kind: "OrgMember" });
    const last = recordOf([{ email: ann, does: "keep" }], { kind: "OrgMember", unchanged: 1 });
    const other = recordOf([{ email: bob, ...invited }], { kind: "OrgMember", name: "bob" });
    const [one] = planOf([first, other, last]).organizations;
    assert.deepEqual(
      one?.people.map(({ email }) => email),
      [bob],
    );
    assert.equal(one?.unchanged, 1);
  });

  it("has whom the engine deletes, unless another resource of the program declares them", () => {
    const [gone] = planOf([recordOf([])], { deleted: [deletedAnn] }).organizations;
    assert.deepEqual(
      gone?.people.map(({ email, does, cause, resource }) => [email, does, cause, resource.kind]),
      [[ann, "remove", "program", "OrgMembership"]],
    );
    assert.equal(gone?.seats?.after, 9);
    for (const who of [{ email: ann }, { email: "new@example.com", userId: "u1" }]) {
      const [kept] = planOf([recordOf([{ ...who, ...promoted }])], { deleted: [deletedAnn] }).organizations;
      assert.deepEqual(
        kept?.people.map(({ does }) => does),
        ["change roles"],
      );
    }
    const both = recordOf([{ email: ann, does: "release" }]);
    assert.equal(planOf([both], { deleted: [deletedAnn] }).organizations[0]?.people.length, 1);
  });

  it("has a person once whose address has changed, and no seats where nobody has looked at invites", () => {
    const at = (email: string) => recordOf([{ email, userId: "u1", ...promoted }], { kind: "OrgMember" });
    const [one] = planOf([at(ann), at("new@example.com")]).organizations;
    assert.deepEqual(
      one?.people.map(({ email }) => email),
      ["new@example.com"],
    );
    assert.equal(one?.seats, undefined);
    assert.deepEqual(planOf([recordOf([]), at(ann)]).organizations[0]?.seats, {
      before: 10,
      after: 10,
      limit: 20,
    });
  });

  it("has nobody whom the engine deletes and a roster names, though they stay there as they are", () => {
    for (const name of [{ email: ann }, { email: "new@example.com", userId: "u1" }]) {
      const [one] = planOf([recordOf([], { names: [name], unchanged: 1 })], {
        deleted: [deletedAnn],
      }).organizations;
      assert.deepEqual(one?.people, []);
    }
  });

  it("has whoever is taken out by several resources once", () => {
    const ended = recordOf([{ email: ann, ...removed, cause: "ended" }], { kind: "OrgMembership" });
    const roster = recordOf([{ email: ann, userId: "u1", ...removed }]);
    const [one] = planOf([ended, roster], { deleted: [deletedAnn] }).organizations;
    assert.deepEqual(
      one?.people.map(({ resource }) => resource.kind),
      ["OrgRoster"],
    );
    const other = recordOf([{ email: ann, userId: "u2", ...removed }], { kind: "OrgMember" });
    assert.equal(planOf([roster, other]).organizations[0]?.people.length, 2);
  });

  it("shows who stays only with an end, in the order of addresses, and unmanaged people whom nobody declares", () => {
    const unmanaged = [ann, bob].map((email) => ({
      email,
      roles: { role: "view" as const },
      isNamed: false,
    }));
    const people = [
      personOf(bob, { until: "2027-01-31" }),
      personOf("x@example.com"),
      personOf(ann, removed),
    ];
    const single = recordOf([{ email: bob, does: "keep" }], { kind: "OrgMember", unchanged: 1 });
    const [one] = planOf([recordOf(people, { unmanaged }), single]).organizations;
    assert.deepEqual(
      one?.people.map(({ email }) => email),
      [ann, bob],
    );
    assert.deepEqual(one?.unmanaged, []);
  });

  it("counts a seat as free that an ended single person leaves", () => {
    const ended = { ...removed, cause: "ended" as const };
    const single = recordOf([{ email: ann, ...ended }], { kind: "OrgMembership" });
    assert.equal(planOf([single]).organizations[0]?.seats?.after, 9);
    assert.equal(planOf([recordOf([{ email: ann, ...ended }])]).organizations[0]?.seats?.after, 10);
  });

  it("is what its schema says", () => {
    const plan = planOf([recordOf([{ email: ann, ...promoted }])], { commit: "abc", unknown: ["all"] });
    assert.deepEqual(Plan.parse(JSON.parse(JSON.stringify(plan))), plan);
    assert.match(JSON.stringify(planSchema()), /"organizations"/);
  });
});
