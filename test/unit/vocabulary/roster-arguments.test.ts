import assert from "node:assert/strict";
import { parseArguments } from "../../../provider/vocabulary/arguments";
import { entryLike, OrgRosterArguments, rolesIn } from "../../../provider/vocabulary/roster-arguments";
import { idOf, orgId } from "../samples";

const onApplications = [{ resourceId: idOf(7), role: "view" as const }];

/** What comes of a roster with nobody in it and this beside. */
function parsed(more: object) {
  return parseArguments(OrgRosterArguments, { orgId, members: {}, ...more });
}

describe("unit: arguments of a roster", () => {
  it("take each word that there is for what they choose among", () => {
    const words = {
      unmanaged: ["ignore", "warn", "fail", "remove"],
      deletionPolicy: ["retain", "remove"],
      renewal: ["automatic", "manual", "always"],
    };
    for (const [name, list] of Object.entries(words)) {
      for (const word of list) assert.deepEqual(parsed({ [name]: word }).problems, []);
      assert.deepEqual(parsed({ [name]: "" }).problems, [`${name}: must be one of ${list.join(", ")}`]);
    }
  });

  it("have required admins in order, in lower case, each once", () => {
    const requireAdmins = ["Bob@example.com", "cleo@example.com", "ann@example.com", "bob@example.com"];
    assert.deepEqual(parsed({ requireAdmins }).values?.requireAdmins, [
      "ann@example.com",
      "bob@example.com",
      "cleo@example.com",
    ]);
  });

  it("have a whole number of at least 1 as the minimum of admins", () => {
    for (const minAdmins of [1, 2, 100]) assert.deepEqual(parsed({ minAdmins }).problems, []);
    assert.deepEqual(parsed({ minAdmins: 0 }).problems, ["minAdmins: must be at least 1"]);
    assert.deepEqual(parsed({ minAdmins: 1.5 }).problems, ["minAdmins: must be a whole number"]);
  });

  it("have a number or a share as the limit of removals", () => {
    for (const maxRemovals of [0, 5, "5", "25%", 0.25]) {
      assert.deepEqual(parsed({ maxRemovals }).problems, []);
    }
    for (const maxRemovals of [-1, "many", 1.5]) {
      const problem = "maxRemovals: must be a number such as 5, or a share such as 25%";
      assert.deepEqual(parsed({ maxRemovals }).problems, [problem]);
    }
  });

  it("have people as an object: not null, not a list", () => {
    for (const members of [null, [], ["ann@example.com"]]) {
      const problem = "members: must be an object of people by email address";
      assert.deepEqual(parsed({ members }).problems, [problem]);
    }
  });

  it("tell the problem of an entry: a role where it is no object, and the type inside an object", () => {
    for (const entry of [null, 1]) {
      const [problem, ...others] = parsed({ members: { "ann@example.com": entry } }).problems;
      assert.match(problem ?? "", /^members\.ann@example\.com: must be one of admin, .*, or \{role, /);
      assert.deepEqual(others, []);
    }
    const members = { "ann@example.com": { role: "view", applicationRoles: 1 } };
    assert.deepEqual(parsed({ members }).problems, [
      "members.ann@example.com.applicationRoles: must be of type array",
    ]);
  });

  it("have people in the order of their addresses", () => {
    const members = { "c@example.com": "view", "a@example.com": "view", "b@example.com": "view" };
    const names = Object.keys(parsed({ members }).values?.members ?? {});
    assert.deepEqual(names, ["a@example.com", "b@example.com", "c@example.com"]);
  });
});

describe("unit: an entry like another", () => {
  const live = { role: "edit" as const, applicationRoles: onApplications, dashboardRoles: [] };

  it("is a role where the entry is one, unless lists that it does not state are shown", () => {
    assert.equal(entryLike("view", live, false), "edit");
    assert.equal(entryLike("view", { role: "edit" }, true), "edit");
    assert.equal(entryLike("view", { ...live, applicationRoles: [] }, true), "edit");
    assert.deepEqual(entryLike("view", live, true), { role: "edit", applicationRoles: onApplications });
  });

  it("has the lists that an object states, also empty ones, and keeps one that is not known", () => {
    assert.deepEqual(entryLike({ role: "view" }, live, false), { role: "edit" });
    const stated = { role: "view" as const, dashboardRoles: onApplications };
    assert.deepEqual(entryLike(stated, live, false), { role: "edit", dashboardRoles: [] });
    assert.deepEqual(entryLike(stated, { role: "edit" }, false), { ...stated, role: "edit" });
  });

  it("states roles, whether it is a role or an object", () => {
    assert.deepEqual(rolesIn("view"), { role: "view" });
    assert.deepEqual(rolesIn(live), live);
  });
});
